import type { Platform } from '@jishi/contract/plain/platforms';

/** Who signed a callback, as the adapter has verified it. */
export interface NoticeSender {
  platform: Platform;
  /** Absent where the platform does not say. */
  appId?: string;
}

/** What became of a report. `state` is null for something that is not ours. */
export interface Applied<S> {
  state: S | null;
  outcome: 'applied' | 'ignored';
  reason: string | null;
}

export const applied = <S>(state: S): Applied<S> => ({ state, outcome: 'applied', reason: null });
export const ignored = <S>(state: S | null, reason: string): Applied<S> => ({ state, outcome: 'ignored', reason });
export const unknown = (reason: string): Applied<never> => ({ state: null, outcome: 'ignored', reason });

/** The web page is paid through the same merchant of WeChat Pay as the mini-program. */
const merchantOf = (platform: string) => (platform === 'h5' ? 'weapp' : platform);

/**
 * Why a callback may say nothing about this payment, or null when it may: one super-app has no word in another's
 * trades, nor one app of a brand in those of another.
 */
export function faultOf(
  sender: NoticeSender | undefined,
  payment: { platform: string; app_id: string },
): 'platform' | 'app_id' | null {
  if (!sender) return null;
  if (merchantOf(sender.platform) !== merchantOf(payment.platform)) return 'platform';
  return sender.appId !== undefined && sender.appId !== payment.app_id ? 'app_id' : null;
}
