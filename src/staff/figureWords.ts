import { splitFen } from '@jishi/contract/plain/money';
import type { StaffPeriod } from '@jishi/contract/plain/staff';

export const PERIOD_NAMES: Record<StaffPeriod, string> = { today: '今天', week: '本周', month: '本月' };

/** As much of the period before as has passed of this one. */
const BEFORE: Record<StaffPeriod, string> = { today: '昨天此时', week: '上周此时', month: '上月此时' };

export interface Comparison {
  text: string;
  tone: 'success' | 'neutral';
}

/** Money beside that of as much of the period before; null where both are nothing. */
export function compareWords(nowFen: number, beforeFen: number, period: StaffPeriod): Comparison | null {
  const before = BEFORE[period];
  if (nowFen === 0 && beforeFen === 0) return null;
  if (beforeFen === 0) return { text: `${before}还没开张`, tone: 'neutral' };
  const percent = Math.round(((nowFen - beforeFen) / beforeFen) * 100);
  if (percent === 0) return { text: `和${before}差不多`, tone: 'neutral' };
  if (percent >= 900) return { text: `是${before}的 ${Math.floor(nowFen / beforeFen)} 倍`, tone: 'success' };
  return { text: `比${before} ${percent > 0 ? '+' : ''}${percent}%`, tone: percent > 0 ? 'success' : 'neutral' };
}

/** `¥85.8`, `¥1286`: a small figure among others leaves out what says nothing. */
export function yuanText(fen: number): string {
  const { sign, yuan, cents } = splitFen(fen);
  return `${sign}¥${yuan}${cents === '00' ? '' : `.${cents.replace(/0$/, '')}`}`;
}

/** What a sale of this price may earn; nobody is paid by it. */
export const commissionOf = (fen: number, permille: number): number => Math.floor((fen * permille) / 1000);
