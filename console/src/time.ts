/** All of China has one time, wherever the browser stands. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** `2026-11-26T14:02:37` as Beijing's clocks show it. */
const inBeijing = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 19);

/** `2026-11-26`: today in Beijing, or so many days before. */
export const dayAgo = (days: number): string => inBeijing(Date.now() - days * DAY_MS).slice(0, 10);

/** The first moment of a Beijing day, `2026-11-26`, for the API. */
export const startOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS).toISOString();

/** The first moment of the day after. */
export const endOfDay = (day: string): string => new Date(Date.parse(startOfDay(day)) + DAY_MS).toISOString();

/** `14:02` today, `昨天 11:22`, `11 月 23 日 17:40`, with the year where it is another one. */
export function clockOf(time: string, now = Date.now()): string {
  const [day = '', clock = ''] = inBeijing(Date.parse(time)).split('T');
  const today = inBeijing(now).slice(0, 10);
  const short = clock.slice(0, 5);
  if (day === today) return short;
  if (day === inBeijing(now - DAY_MS).slice(0, 10)) return `昨天 ${short}`;
  const [year, month, date] = day.split('-');
  const words = `${Number(month)} 月 ${Number(date)} 日 ${short}`;
  return year === today.slice(0, 4) ? words : `${year} 年 ${words}`;
}

/** `3 天 4 时`, `3 时 10 分`, `12 分`: the two largest parts. */
export function spanOf(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 时` : `${days} 天`;
  if (hours > 0) return minutes % 60 > 0 ? `${hours} 时 ${minutes % 60} 分` : `${hours} 时`;
  return `${minutes} 分`;
}
