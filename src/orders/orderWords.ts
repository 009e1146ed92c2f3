import type { MoveReason, OrderState } from '@jishi/contract/plain/orders';
import type { Order } from '@/api/orders';

/** A state in one word, for lists and tabs. */
export const STATE_WORDS: Record<OrderState, string> = {
  unpaid: '待付款',
  paid: '待发货',
  shipped: '待收货',
  done: '已完成',
  closed: '已关闭',
};

/** The state of one order: goods that are picked up wait at the store. */
export function stateWord({ state, fulfilment }: Pick<Order, 'state' | 'fulfilment'>): string {
  return state === 'paid' && fulfilment === 'pickup' ? '待自提' : STATE_WORDS[state];
}

export const MOVE_WORDS: Record<MoveReason, string> = {
  placed: '已下单',
  payment: '已付款',
  shipment: '已发货',
  received: '已收到',
  received_by_itself: '已自动确认收货',
  cancelled: '已取消',
  expired: '没有按时付款，已关闭',
  refunded: '已退款',
};

/** The head of the detail page. An unpaid order has a countdown instead of a text. */
export function headWords(order: Pick<Order, 'state' | 'closeReason' | 'paymentState' | 'fulfilment'>): {
  title: string;
  text: string;
} {
  const isPickup = order.fulfilment === 'pickup';
  switch (order.state) {
    case 'unpaid':
      return { title: '等待付款', text: '' };
    case 'paid':
      if (isPickup) return { title: '等你来取', text: '到店报取货码就能取走' };
      return { title: '正在打包', text: '付好了，店家会尽快发出' };
    case 'shipped':
      return { title: '在路上了', text: '请留意快递电话' };
    case 'done':
      return { title: isPickup ? '已取走' : '已送到', text: '谢谢惠顾，下次再来' };
    case 'closed':
      return { title: '订单已关闭', text: closedText(order) };
  }
}

function closedText({ closeReason, paymentState }: Pick<Order, 'closeReason' | 'paymentState'>): string {
  if (closeReason === 'refunded') return paymentState === 'refunded' ? '钱已原路退回' : '钱正在原路退回';
  if (paymentState === 'refunding') return '付款来晚了一步，钱正在原路退回';
  if (paymentState === 'refunded') return '钱已原路退回';
  return closeReason === 'expired' ? '没有按时付款，已自动关闭' : '这一单已经取消';
}

/** `138 **** 6620`; a landline stays as it is. */
export function maskPhone(phone: string): string {
  return phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1 **** $2');
}

/** `浙江省杭州市西湖区`; a municipality is not said twice. */
export function regionOf({ province, city, district }: { province: string; city: string; district: string }): string {
  return `${province}${city === province ? '' : city}${district}`;
}

/** UTC to the phone's own time: `2026-11-22 09:18`. */
export function timeText(time: string): string {
  const date = new Date(time);
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

export function countUnits(lines: readonly { quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
