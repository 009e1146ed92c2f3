import type { AdminOk } from '../api/call';

export type LayoutPageRow = AdminOk<'GET /admin/layouts'>['items'][number];
export type LayoutRelease = LayoutPageRow['releases'][number];
export type LayoutVersion = AdminOk<'GET /admin/layouts/:pageId/versions'>['items'][number];

/** The versions that somebody gets now, the first looked at first. */
export function liveVersionIds({ releases }: Pick<LayoutPageRow, 'releases'>): string[] {
  const live = releases.filter(({ state }) => state === 'live').flatMap(({ arms }) => arms);
  return [...new Set(live.map(({ versionId }) => versionId))];
}
