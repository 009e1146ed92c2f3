import type { OrderState } from '@jishi/contract/plain/orders';

/** Keys of server data that more than one page shows. What only one page shows keeps its key there. */
export const keys = {
  shop: ['shop'],
  shopTerms: ['shop', 'terms'],
  cart: ['cart'],
  addresses: ['addresses'],
  allOrders: ['orders'],
  orderLists: ['orders', 'list'],
  orders: (state?: OrderState) => ['orders', 'list', state ?? 'all'],
  order: (orderId: string) => ['orders', 'one', orderId],
  favourites: ['favourites', 'list'],
  favourite: (productId: string) => ['favourites', 'one', productId],
  history: ['history'],
  recentHistory: ['history', 'recent'],
  allNotices: ['notices'],
  notices: (productId?: string) => ['notices', productId ?? 'all'],
} as const;
