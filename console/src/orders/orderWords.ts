import { PICKUP_DAYS, SHIP_HOURS } from '@jishi/contract/plain/board';
import { ORDER_WORDS } from '@jishi/contract/plain/words';
import type { AdminOk } from '../api/call';
import type { Tone } from '../components/Dot';
import { spanOf } from '../time';

type Row = AdminOk<'GET /admin/orders'>['items'][number];

const HOUR_MS = 3_600_000;

export const TONES: Record<Row['state'], Tone> = {
  unpaid: 'mute',
  paid: 'warn',
  shipped: 'info',
  done: 'ok',
  closed: 'mute',
};

/** Goods that are picked up wait at the store. */
export function stateWord({ state, fulfilment }: Pick<Row, 'state' | 'fulfilment'>): string {
  return state === 'paid' && fulfilment === 'pickup' ? '待自提' : ORDER_WORDS[state];
}

/** How long is left, or how late it is. */
export function waitOf(row: Row, now = Date.now()): { text: string; isLate: boolean } {
  if (row.state === 'unpaid') {
    const left = Date.parse(row.expiresAt) - now;
    return { text: left > 0 ? `${spanOf(left)}后关闭` : '就要关闭', isLate: false };
  }
  if (row.state !== 'paid' || !row.paidAt) return { text: '', isLate: false };
  const limit = row.fulfilment === 'pickup' ? PICKUP_DAYS * 24 * HOUR_MS : SHIP_HOURS * HOUR_MS;
  const left = Date.parse(row.paidAt) + limit - now;
  return left > 0 ? { text: `剩 ${spanOf(left)}`, isLate: false } : { text: `超时 ${spanOf(-left)}`, isLate: true };
}

/** What the timeline of an order calls its moves. */
export const MOVE_WORDS: Record<string, string> = {
  placed: '下单',
  payment: '付款成功',
  shipment: '已发货',
  received: '买家确认收货',
  received_by_itself: '到期自动确认收货',
  cancelled: '买家取消',
  expired: '没有按时付款，自动关闭',
  refunded: '全部退款，订单关闭',
};
