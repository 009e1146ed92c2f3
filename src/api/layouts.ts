import { queryOptions } from '@tanstack/react-query';
import type { LayoutDocument } from '@jishi/contract/layouts';
import type { RouteOk } from '@jishi/contract/routes';
import { LAYOUT_CONTRACT } from '@jishi/contract/plain/layouts';
import { ApiError, hasCode } from '@/lib/apiError';
import { channel } from '@/lib/channel';
import { forgetLayout, keepLayout, readKeptLayout, type KeptLayout } from '@/lib/keptLayouts';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { readLayout } from '@/lib/readLayout';
import { noteServerTime } from '@/lib/serverClock';
import { deviceId } from '@/lib/session';
import { platform } from '@/platform';
import { callKept, callPublic } from './request';

/**
 * A page's layout: the last good one from the disk at once, asked for anew behind it. `preview` is the token of a draft,
 * which is neither kept nor taken from the disk. Fails with `not_found` where there is no such page.
 */
export function layoutQuery(slug: string, preview = '') {
  return queryOptions({
    queryKey: keys.layout(slug, preview),
    queryFn: () => getLayout(slug, preview),
    // what came from the disk is never fresh
    initialData: () => (preview ? undefined : (readKeptLayout(slug) ?? undefined)),
    initialDataUpdatedAt: 0,
    // the shop's theme and the home page want the same one at the start; every show asks by itself
    staleTime: STALE.own,
  });
}

/** Asks for a page's layout, and keeps it. What cannot be drawn is no answer: the last good one stays. */
export async function getLayout(slug: string, preview = ''): Promise<KeptLayout> {
  const known = preview ? null : readKeptLayout(slug);
  try {
    const fresh = await callKept('GET /api/layouts/:slug', inputOf(slug, preview), known?.etag ?? null, 'document');
    if (!fresh.ok) {
      noteServerTime(fresh.date, { isRough: true });
      return known!;
    }
    const layout = toKept(fresh.ok, fresh.etag);
    noteServerTime(fresh.ok.serverTime);
    if (!preview) keepLayout(slug, layout);
    return layout;
  } catch (error) {
    if (hasCode(error, 'not_found')) forgetLayout(slug);
    throw error;
  }
}

/** Says that a release was really shown, and which of its blocks could not be. Throws ApiError. */
export async function tellLayoutView(
  { releaseId, arm }: { releaseId: string; arm: number },
  failedBlockIds: string[],
): Promise<void> {
  await callPublic('POST /api/layout-views', {
    body: { deviceId: deviceId(), platform: platform.name, contract: LAYOUT_CONTRACT, releaseId, arm, failedBlockIds },
  });
}

function inputOf(slug: string, preview: string) {
  return {
    params: { slug },
    query: {
      platform: platform.name,
      appId: platform.appId(),
      deviceId: deviceId(),
      contract: LAYOUT_CONTRACT,
      channel: channel(),
      preview: preview || undefined,
    },
  };
}

function toKept(answer: RouteOk<'GET /api/layouts/:slug'>, etag: string | null): KeptLayout {
  // a stranger's network has JSON of its own: every answer of ours tells the time
  if (!isTime(answer.serverTime)) throw new ApiError('bad_answer', 200);
  const document = answer.document === null ? null : readLayout(answer.document);
  if (answer.document !== null && !document) throw new ApiError('bad_answer', 200);
  if (document && isNothingOf(document, answer.document)) throw new ApiError('bad_answer', 200);
  const { releaseId = null, arm = 0, nextChangeAt = null } = answer;
  return { etag, releaseId, arm, nextChangeAt, document };
}

const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Had blocks, none of which is one: to keep that would empty the page. */
const isNothingOf = (document: LayoutDocument, answered: Record<string, unknown> | null): boolean =>
  document.blocks.length === 0 && Array.isArray(answered?.blocks) && answered.blocks.length > 0;
