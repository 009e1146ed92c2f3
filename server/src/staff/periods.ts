import type { StaffPeriod } from '@jishi/contract/plain/staff';
import { dayOf, startOf } from '../beijing';

const DAY_MS = 86_400_000;

export interface Span {
  from: Date;
  to: Date;
}

/** The period until now, and as much time of the one before: yesterday until the same hour. */
export function spansOf(period: StaffPeriod, now: Date): { now: Span; before: Span } {
  const from = firstDay(period, now);
  const start = firstDay(period, new Date(from.getTime() - DAY_MS));
  const elapsed = now.getTime() - from.getTime();
  return {
    now: { from, to: now },
    // a short month ends before as many days have passed
    before: { from: start, to: new Date(Math.min(start.getTime() + elapsed, from.getTime())) },
  };
}

/** Weeks begin on Monday. */
function firstDay(period: StaffPeriod, at: Date): Date {
  const day = dayOf(at);
  if (period === 'month') return startOf(`${day.slice(0, 7)}-01`);
  const today = startOf(day);
  if (period === 'today') return today;
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return new Date(today.getTime() - sinceMonday * DAY_MS);
}
