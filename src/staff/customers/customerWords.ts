import type { StaffCustomer } from '@/api/staff';
import { yuanText } from '../figureWords';
import { dayText } from '../timeWords';

type Bought = Pick<StaffCustomer, 'orders' | 'amountFen'>;

/** Whoever has not agreed to be seen has no name here. */
export function nameOf({ isAgreed, maskedName, maskedPhone }: StaffCustomer): string {
  if (!isAgreed) return '还没同意露面';
  return maskedName ?? maskedPhone ?? '没有留称呼';
}

export const boughtText = ({ orders, amountFen }: Bought): string =>
  orders === 0 ? '还没买过' : `买过 ${orders} 次，共 ${yuanText(amountFen)}`;

export const belongsText = ({ since, until }: StaffCustomer): string => `${dayText(since)}起归你，到 ${dayText(until)}`;
