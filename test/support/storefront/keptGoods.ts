import type { Favourite } from '@/api/favourites';
import type { HistoryItem } from '@/api/history';
import type { Notice } from '@/api/notices';
import { card } from './goods';

/** What a shopper of the small shop keeps. */
export function favourite(change: Partial<Favourite> = {}): Favourite {
  return { product: card(), state: 'on_shelf', addedFen: 15900, addedAt: '2026-11-20T01:00:00.000Z', ...change };
}

export function visit(change: Partial<HistoryItem> = {}): HistoryItem {
  return { product: card(), state: 'on_shelf', seenAt: '2026-11-20T01:00:00.000Z', ...change };
}

export function notice(change: Partial<Notice> = {}): Notice {
  return {
    id: '81',
    kind: 'restock',
    product: card(),
    state: 'on_shelf',
    skuId: null,
    optionText: '',
    askedFen: 15900,
    nowFen: 15900,
    isDue: false,
    askedAt: '2026-11-20T01:00:00.000Z',
    ...change,
  };
}
