/** What reads differently after something was published, withdrawn or rolled back. */
export const LAYOUT_READS = [
  'GET /admin/layouts',
  'GET /admin/layouts/:pageId/versions',
  'GET /admin/layouts/:pageId/releases',
  'GET /admin/layout-releases/:releaseId/results',
] as const;
