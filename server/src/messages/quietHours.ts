import { dayOf, startOf } from '../beijing';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the quiet hours (`22-08`, Beijing) are over, if it is quiet now; else null. The same hour twice: never quiet. */
export function quietUntil(hours: string, now: Date): Date | null {
  const [from = 0, until = 0] = hours.split('-').map((hour) => Number(hour) * HOUR_MS);
  const sinceFrom = mod(now.getTime() - startOf(dayOf(now)).getTime() - from);
  const length = mod(until - from);
  return sinceFrom < length ? new Date(now.getTime() + length - sinceFrom) : null;
}

export const startOfTomorrow = (now: Date): Date => new Date(startOf(dayOf(now)).getTime() + DAY_MS);

/** Within a day. */
const mod = (ms: number) => ((ms % DAY_MS) + DAY_MS) % DAY_MS;
