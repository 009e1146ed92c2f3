import type { LayoutInput } from '@jishi/contract/layouts';
import type { Context } from '../../server/src/context';
import { createEmployee } from '../../server/src/employees/employees';
import { readDraft, saveDraft } from '../../server/src/layouts/drafts';
import { createPage } from '../../server/src/layouts/pages';
import { publishLayout } from '../../server/src/layouts/publish';

/** Makes a campaign page and releases it to everybody; answers the page's id. */
export async function releaseCampaign(ctx: Context, slug: string, document: LayoutInput): Promise<string> {
  const loginName = `marketer-${slug}`;
  const { id } = await createEmployee(ctx, { loginName, password: 'a long password', name: '小满', role: 'marketer' });
  const pageId = await createPage(ctx, id, { slug, title: document.title, copyOf: null });
  const { revision } = await readDraft(ctx, pageId);
  await saveDraft(ctx, id, { pageId, document: { ...document }, revision });
  await publishLayout(ctx, id, pageId, {
    arms: [{ versionId: null, weight: 100 }],
    revision: null,
    from: null,
    until: null,
    audience: {},
    rollout: 100,
    priority: 0,
    note: '',
  });
  return pageId;
}
