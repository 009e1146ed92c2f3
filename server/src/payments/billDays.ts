import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import { dayOf, startOf } from '../beijing';
import type { Context } from '../context';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Bills of a day are there the next day after ten (WeChat Pay v3, trade bill). */
const READY_MS = 10 * HOUR_MS;

export const addDays = (day: string, days: number) => dayOf(new Date(startOf(day).getTime() + days * DAY_MS));

/** The last day whose bill can be there. */
export const lastBilledDay = (now: Date) => dayOf(new Date(now.getTime() - DAY_MS - READY_MS));

/** Ten past ten in Beijing, the next time. */
export function nextMorning(now: Date): Date {
  const today = startOf(dayOf(now)).getTime() + READY_MS + 10 * 60_000;
  return new Date(today > now.getTime() ? today : today + DAY_MS);
}

/** Those that take money under this configuration. */
export function billedPlatforms({ env }: Pick<Context, 'env'>): readonly Platform[] {
  const { platforms } = env;
  if (env.platformMode === 'fake') return PLATFORMS;
  return [
    ...(platforms.wxpay ? (['weapp', 'h5'] as const) : []),
    ...(platforms.alipay ? (['alipay'] as const) : []),
    ...(platforms.tt ? (['tt'] as const) : []),
  ];
}
