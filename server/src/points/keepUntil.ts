import { dayOf, startOf } from '../beijing';

const DAY_MS = 86_400_000;

/** The end of the day in Beijing that is so many days from now: nobody looks at points of some minutes. */
export const keepUntil = (now: Date, days: number): Date =>
  startOf(dayOf(new Date(now.getTime() + (days + 1) * DAY_MS)));
