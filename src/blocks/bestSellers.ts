import type { BlockOf } from '@jishi/contract/layouts';

/** What a page shows below the end of something, until a merchant says otherwise. */
export const BEST_SELLERS = {
  subtitle: '',
  source: { from: 'all', sort: 'sales', limit: 6 },
  layout: 'grid',
  link: { type: 'none' },
} as const satisfies BlockOf<'products'>['props'];
