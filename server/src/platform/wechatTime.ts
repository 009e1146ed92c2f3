import { inBeijing } from '../beijing';

/** An instant in Beijing's time as RFC 3339, `2026-11-26T09:30:00+08:00`, with milliseconds where they are asked for. */
export const chinaTime = (at: Date, precision: 's' | 'ms' = 's'): string =>
  `${inBeijing(at).slice(0, precision === 'ms' ? undefined : 19)}+08:00`;
