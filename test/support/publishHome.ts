import type { LayoutInput } from '@jishi/contract/layouts';
import type { Context } from '../../server/src/context';
import { readDraft, saveDraft } from '../../server/src/layouts/drafts';
import { publishLayout } from '../../server/src/layouts/publish';
import type { ReleaseBody } from '../../server/src/layouts/readReleases';

const HOME = '1';
const MARKETER = '7';

/** Saves a home page over its draft and releases it to everybody at once. */
export async function publishHome(ctx: Context, document: LayoutInput): Promise<ReleaseBody> {
  const { revision } = await readDraft(ctx, HOME);
  await saveDraft(ctx, MARKETER, { pageId: HOME, document, revision });
  return publishLayout(ctx, MARKETER, HOME, {
    arms: [{ versionId: null, weight: 100 }],
    revision: null,
    from: null,
    until: null,
    audience: {},
    rollout: 100,
    priority: 0,
    note: '',
  });
}
