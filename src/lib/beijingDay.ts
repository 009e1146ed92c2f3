/** A shop's days are Beijing's, wherever the phone is. */
const inBeijing = (time: number) => new Date(time + 8 * 3_600_000);

/** `2026-11-30` */
export const isoDay = (time: string): string => inBeijing(Date.parse(time)).toISOString().slice(0, 10);

/** `11 月 30 日` */
export function dayWords(time: string): string {
  return wordsOf(Date.parse(time));
}

/** The last day that belongs to what is over at this moment: of midnight the day before. */
export function lastDayWords(expiresAt: string): string {
  return wordsOf(Date.parse(expiresAt) - 1);
}

function wordsOf(time: number): string {
  const day = inBeijing(time);
  return `${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日`;
}
