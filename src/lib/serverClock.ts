import { platform } from '@/platform';

const KEY = 'jishi.clock';
/** A header tells whole seconds, and an answer is on its way for a while: less than this is no news. */
const HEADER_SLACK_MS = 2_000;

let offsetMs: number | null = null;

/** Added to the phone's clock it gives the server's, as the last answer told it; kept for a start without network. */
export function serverOffsetMs(): number {
  offsetMs ??= Number(platform.readText(KEY)) || 0;
  return offsetMs;
}

/** Now, by the server's clock: what opens at its time must not depend on how a phone is set. */
export function serverNow(): number {
  return Date.now() + serverOffsetMs();
}

/** `isRough`: from a header. */
export function noteServerTime(time: string | null, { isRough = false } = {}): void {
  const told = time === null ? NaN : Date.parse(time) - Date.now();
  if (Number.isNaN(told) || (isRough && Math.abs(told - serverOffsetMs()) < HEADER_SLACK_MS)) return;
  offsetMs = told;
  platform.writeText(KEY, String(told));
}

/** Tests start from nothing with it. */
export function forgetServerTime(): void {
  offsetMs = null;
}
