import type { HistoryItem } from '@/api/history';

export interface Day {
  /** 今天, 昨天, `11 月 20 日`, or with the year when it is another one. */
  name: string;
  visits: HistoryItem[];
}

/** Visits, which come newest first, under the days of this device's calendar. */
export function byDay(items: readonly HistoryItem[], now: Date): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const name = dayName(new Date(item.seenAt), now);
    const last = days[days.length - 1];
    if (last?.name === name) last.visits.push(item);
    else days.push({ name, visits: [item] });
  }
  return days;
}

function dayName(day: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (isSameDay(day, now)) return '今天';
  if (isSameDay(day, yesterday)) return '昨天';
  const date = `${day.getMonth() + 1} 月 ${day.getDate()} 日`;
  return day.getFullYear() === now.getFullYear() ? date : `${day.getFullYear()} 年 ${date}`;
}

const isSameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();
