import type { AdminInput, AdminOk } from '../api/call';

type Query = NonNullable<AdminInput<'GET /admin/orders'>['query']>;

interface Tab {
  name: string;
  query: Pick<Query, 'state' | 'fulfilment' | 'sort'>;
  /** Which number stands beside it. */
  count?: keyof AdminOk<'GET /admin/orders/counts'>;
}

/** What waits for the shop comes with the longest wait first. */
export const TABS = {
  all: { name: '全部', query: {} },
  unpaid: { name: '待付款', query: { state: 'unpaid' }, count: 'unpaid' },
  ship: { name: '待发货', query: { state: 'paid', fulfilment: 'delivery', sort: 'old' }, count: 'toShip' },
  pickup: { name: '待自提', query: { state: 'paid', fulfilment: 'pickup', sort: 'old' }, count: 'toPickUp' },
  shipped: { name: '已发货', query: { state: 'shipped' }, count: 'shipped' },
  done: { name: '已完成', query: { state: 'done' } },
  closed: { name: '已关闭', query: { state: 'closed' } },
} satisfies Record<string, Tab>;

export type TabName = keyof typeof TABS;
export const tabs = Object.entries(TABS) as [TabName, Tab][];
