import type { AdminInput, AdminOk } from '../api/call';

type Query = NonNullable<AdminInput<'GET /admin/aftersales'>['query']>;

interface Tab {
  name: string;
  query: Pick<Query, 'state' | 'sort' | 'hasFailed'>;
  count?: keyof AdminOk<'GET /admin/aftersales/counts'>;
  isHot?: boolean;
}

/** What waits for the shop comes with what is due first. */
export const TABS = {
  requested: { name: '待答复', query: { state: 'requested', sort: 'due' }, count: 'requested', isHot: true },
  approved: { name: '待寄回', query: { state: 'approved', sort: 'due' }, count: 'approved' },
  returning: { name: '退货在路上', query: { state: 'returning', sort: 'due' }, count: 'returning' },
  refunding: { name: '退款中', query: { state: 'refunding' }, count: 'refunding' },
  done: { name: '已退款', query: { state: 'done' } },
  rejected: { name: '已拒绝', query: { state: 'rejected' } },
  all: { name: '全部', query: {} },
} satisfies Record<string, Tab>;

export type TabName = keyof typeof TABS;
export const tabs = Object.entries(TABS) as [TabName, Tab][];
