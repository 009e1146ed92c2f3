import { grouped } from '@/lib/grouped';

/** `+12`, `−1,200` with a minus as wide as the plus. */
export const signed = (count: number): string => `${count < 0 ? '−' : '+'}${grouped(Math.abs(count))}`;

const two = (number: number) => String(number).padStart(2, '0');

/** `11-26 09:30` by the phone's clock, with the year where it is another one. */
export function momentWords(time: string, now: Date): string {
  const at = new Date(time);
  const day = `${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
  return at.getFullYear() === now.getFullYear() ? day : `${at.getFullYear()}-${day}`;
}
