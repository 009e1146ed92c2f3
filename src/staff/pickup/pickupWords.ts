import type { Pickup } from '@/api/staff';
import { hasCode, isUndecided } from '@/lib/apiError';
import { errorText } from '@/lib/showError';
import { clockText, momentText } from '../timeWords';

/** Why nothing could be looked up or handed over. */
export function problemText(error: unknown): string {
  if (hasCode(error, 'not_found')) return '没有查到这个取货码。核对一下数字，也可能是别的门店的单';
  if (hasCode(error, 'aftersale_open')) return '顾客正在申请退款，先别交货，等店里答复了再来';
  if (hasCode(error, 'forbidden')) return '你现在不能在这家店核销，请找店长';
  if (hasCode(error, 'rate_limited')) {
    const { retryAt } = (error.details ?? {}) as { retryAt?: string };
    return `说错的次数有点多，${retryAt ? `${clockText(retryAt)} 以后` : '过一会儿'}再试`;
  }
  if (hasCode(error, 'offline', 'timeout', 'bad_answer')) return '没等到答复，网络好了再查一次';
  return errorText(error);
}

/** A request that may have been carried out all the same. */
export const isUnanswered = (error: unknown): boolean => isUndecided(error) && !hasCode(error, 'rate_limited');

/** What is to be said of an order that cannot be handed over; null for one that can. */
export function stateText({ state, doneAt }: Pick<Pickup, 'state' | 'doneAt'>): string | null {
  if (state === 'paid') return null;
  if (state === 'done') return doneAt ? `${momentText(doneAt)} 已经交过货了` : '已经交过货了';
  return state === 'closed' ? '这一单已经退款关闭，不能交货' : '这一单还没付款，不能交货';
}

/** How many of a line are to be given; what is paid back stays in the shop. */
export function toGive({ refunded }: Pickup, { skuId, quantity }: Pickup['lines'][number]): number {
  const back = refunded.find((one) => one.skuId === skuId)?.quantity ?? 0;
  return Math.max(quantity - back, 0);
}

/** The eight digits in what a camera or a clipboard gave: `1234 5678` too. */
export function codeIn(text: string): string | null {
  return /(?:^|\D)(\d{8})(?!\d)/.exec(text.replace(/(\d{4})[ -](?=\d{4})/g, '$1'))?.[1] ?? null;
}
