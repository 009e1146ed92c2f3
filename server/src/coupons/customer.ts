import type { Platform } from '@jishi/contract/plain/platforms';
import type { Terms } from './template';

/** What of a person decides which coupons are for them. */
export interface Customer {
  platform: Platform;
  /** Has neither paid an order nor one that waits for it. */
  isNew: boolean;
  levelId: string | null;
}

/** Whether the person whose number stands in `$1` is new, for a statement. */
export const IS_NEW = `not exists (select 1 from orders where user_id = $1 and (paid_at is not null or state = 'unpaid'))`;

/** Why it is not for them, in words, or null. Where they are now is asked at the checkout alone. */
export function refusalFor({ scope }: Terms, { isNew, levelId }: Omit<Customer, 'platform'>): string | null {
  if (scope.isForNew && !isNew) return '仅限新客首单';
  if (scope.levelIds.length > 0 && (levelId === null || !scope.levelIds.includes(levelId))) {
    return levelId === null ? '仅限会员，先去开卡' : '你的会员等级还不能用';
  }
  return null;
}
