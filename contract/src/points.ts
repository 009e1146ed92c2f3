import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { STATEMENT_SIDES } from './plain/points';
import { Id, PageQuery, Time, pageOf } from './schema';

export const Points = z.object({
  /** What can be spent now. */
  available: z.int(),
  /** Set aside for orders that are not paid yet. */
  frozen: z.int(),
  /** What orders under way will give once they are done. */
  pending: z.int(),
  /** What is over next, within 60 days; `expiresAt` is the moment after which it cannot be spent. */
  expiring: z.object({ points: z.int(), expiresAt: Time }).nullable(),
  pointsPerYuan: z.int(),
  /** So many points are a yuan at the checkout, and of 1,000 fen of goods so many can be paid with them. */
  pointsPerSpentYuan: z.int(),
  spendPermille: z.int(),
});

export const StatementLine = z.object({
  id: Id,
  /** `order`, `check_in`, `freeze` ...; others may come. */
  kind: z.string(),
  /** What happened, in the words to show. */
  reason: z.string(),
  delta: z.int(),
  /** What there was after it. */
  balance: z.int(),
  at: Time,
});

export const CheckIns = z.object({
  /** The day in Beijing, `2026-11-26`. */
  today: z.string(),
  isDone: z.boolean(),
  /** Days without a gap, up to yesterday or today. */
  streak: z.int(),
  /** What today gives, or gave. */
  todayPoints: z.int(),
  /** Of the last two months, the newest first. */
  days: z.array(z.string()),
  /** For the first, second ... day of a streak; then it begins anew. */
  rewards: z.array(z.int()),
});

export const pointsRoutes = defineRoutes({
  'GET /api/points': {
    summary: '积分：可用、下单冻结、在途和快到期的',
    access: 'session',
    ok: Points,
    errors: [],
  },
  'GET /api/points/ledger': {
    summary: '积分明细，新的在前；每一笔说明为什么、之后还有多少',
    access: 'session',
    query: PageQuery.extend({ side: z.enum(STATEMENT_SIDES).default('all') }),
    ok: pageOf(StatementLine),
    errors: [],
  },
  'GET /api/points/check-ins': {
    summary: '签到日历：最近两个月、连续几天、今天得多少',
    access: 'session',
    ok: CheckIns,
    errors: [],
  },
  'POST /api/points/check-ins': {
    summary: '今天签到；已经签过的保持原样',
    access: 'session',
    ok: CheckIns,
    errors: [],
  },
});
