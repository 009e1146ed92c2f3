import type { Screen } from './screen';

const LINES = [
  { kind: 'freeze', reason: '订单抵扣 …3377', delta: -880 },
  { kind: 'check_in', reason: '每日签到 · 连续第 4 天', delta: 4 },
  { kind: 'order', reason: '消费得积分 …2091 · 金穗 1.2 倍', delta: 231 },
  { kind: 'take_back', reason: '退款收回积分 …1187', delta: -44 },
];

/** A statement as it is after some months. */
function grown(body: { items?: unknown[]; available?: number; rewards?: number[] }): unknown {
  if (body.items) {
    const items = LINES.map((line, nth) => ({
      ...line,
      id: String(9 - nth),
      balance: 3280 + nth * 211,
      at: '2026-11-22T01:18:00.000Z',
    }));
    return { items, nextCursor: null };
  }
  if (body.rewards) return { ...body, streak: 3, isDone: false, todayPoints: 4 };
  const expiring = { points: 420, expiresAt: '2026-12-31T16:00:00.000Z' };
  return { ...body, available: 3280, pending: 170, expiring };
}

export const pointsScreens: Screen[] = [
  {
    name: 'points-ledger',
    page: 'pointsLedger',
    kind: 'filled',
    answer: { path: '/api/points', change: grown },
    ready: '订单抵扣 …3377',
    look: 'Three figures, what is over soon, the week of checking in, and a reason beside every change',
  },
  {
    name: 'points-ledger-loading',
    page: 'pointsLedger',
    kind: 'loading',
    hold: '/api/points',
    ready: '积分明细',
    look: 'Boxes in the measures of the cards',
  },
  {
    name: 'points-ledger-error',
    page: 'pointsLedger',
    kind: 'error',
    fail: { path: '/api/points', status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button',
  },
  {
    name: 'points-ledger-empty',
    page: 'pointsLedger',
    kind: 'empty',
    who: 'newcomer',
    ready: '还没有积分',
    look: 'Nothing yet: the first check-in is one tap away, and it says how points come',
  },
];
