import type { OrderState } from '@jishi/contract/plain/orders';

/** Keys of server data that more than one page shows. What only one page shows keeps its key there. */
export const keys = {
  shop: ['shop'],
  shopTerms: ['shop', 'terms'],
  layout: (slug: string, preview = '') => ['layouts', slug, preview],
  cart: ['cart'],
  phone: ['phone'],
  addresses: ['addresses'],
  allOrders: ['orders'],
  orderLists: ['orders', 'list'],
  orders: (state?: OrderState) => ['orders', 'list', state ?? 'all'],
  order: (orderId: string) => ['orders', 'one', orderId],
  /** Under its order: what is asked for again there is asked for here too. */
  orderAftersales: (orderId: string) => ['orders', 'one', orderId, 'aftersales'],
  aftersales: ['aftersales', 'list'],
  aftersale: (aftersaleId: string) => ['aftersales', 'one', aftersaleId],
  favourites: ['favourites', 'list'],
  favourite: (productId: string) => ['favourites', 'one', productId],
  history: ['history'],
  recentHistory: ['history', 'recent'],
  allNotices: ['notices'],
  messageTemplates: (moment: string) => ['messageTemplates', moment],
  notices: (productId?: string) => ['notices', productId ?? 'all'],
  staff: ['staff', 'me'],
  staffEntry: ['staff', 'entry'],
  /** Under these, with a period or a filter behind. */
  staffFigures: ['staff', 'figures'],
  staffResults: ['staff', 'results'],
  staffOrders: ['staff', 'orders'],
  staffCodes: ['staff', 'codes'],
  staffCustomers: ['staff', 'customers'],
  myGuide: ['myGuide'],
} as const;
