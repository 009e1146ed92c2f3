const pad = (value: number) => String(value).padStart(2, '0');
const DAY_MS = 86_400_000;

/** `09:41`, by the phone's clock. */
export function clockText(time: string): string {
  const date = new Date(time);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** `11 月 20 日`, with the year where it is another one. */
export function dayText(time: string, now = new Date()): string {
  const date = new Date(time);
  const day = `${date.getMonth() + 1} 月 ${date.getDate()} 日`;
  return date.getFullYear() === now.getFullYear() ? day : `${date.getFullYear()} 年 ${day}`;
}

/** `今天 09:41`, `昨天 18:02`, `11 月 20 日 10:15`. */
export function momentText(time: string, now = new Date()): string {
  const days = daysSince(time, now);
  const day = days === 0 ? '今天' : days === 1 ? '昨天' : dayText(time, now);
  return `${day} ${clockText(time)}`;
}

/** How long ago somebody was here: `今天来过`, `3 天前来过`, `11 月 20 日来过`. */
export function seenText(time: string, now = new Date()): string {
  const days = daysSince(time, now);
  if (days <= 0) return '今天来过';
  if (days === 1) return '昨天来过';
  return days < 30 ? `${days} 天前来过` : `${dayText(time, now)}来过`;
}

/** Between the days of the calendar, not by hours. */
function daysSince(time: string, now: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(now) - midnight(new Date(time))) / DAY_MS);
}
