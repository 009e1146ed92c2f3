import { z } from 'zod';
import { LEDGER_UNITS, MOST_ADJUSTED, STATEMENT_SIDES } from '../plain/points';
import { StatementLine } from '../points';
import { Id, Time } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

export const PointsRulesInput = z.object({
  /** For each yuan that was paid for goods, once the order is done. */
  pointsPerYuan: z.int().min(0).max(1000),
  growthPerYuan: z.int().min(0).max(1000),
  /** So many points are a yuan at the checkout. */
  pointsPerSpentYuan: z.int().min(1).max(100_000),
  /** Of 1,000 fen of goods so many can be paid with points; 0: none. */
  spendPermille: z.int().min(0).max(1000),
  /** So many days points last, to the end of the day. */
  keepDays: z.int().min(1).max(3650),
  /** For the first, second ... day of checking in without a gap; then it begins anew. */
  checkInPoints: z.array(z.int().min(0).max(10_000)).min(1).max(31),
});

/** `since`: from when on they hold; null: they always did. */
export const PointsRules = PointsRulesInput.extend({ since: Time.nullable() });

const UserParams = z.object({ userId: Id });
const Balance = z.object({ available: z.int(), frozen: z.int() });

const rulers = ['owner', 'marketer', 'operator'] as const;
const movers = ['owner', 'operator'] as const;

export const adminPointsRoutes = defineAdminRoutes({
  'GET /admin/points-rules': {
    summary: '积分规则：现在的，和以前的（新的在前）',
    roles: rulers,
    ok: z.object({ current: PointsRules, history: z.array(PointsRules) }),
    errors: [],
  },
  'PUT /admin/points-rules': {
    summary: '改积分规则；从现在起算，已经给出的不变',
    roles: movers,
    body: PointsRulesInput,
    ok: PointsRules,
    errors: [],
  },
  'GET /admin/members/:userId/ledger': {
    summary: '一位顾客的积分、成长值或余额明细，新的在前；short 是该收回而没有的',
    roles: rulers,
    params: UserParams,
    query: AdminPageQuery.extend({
      unit: z.enum(LEDGER_UNITS).default('points'),
      side: z.enum(STATEMENT_SIDES).default('all'),
    }),
    ok: Balance.extend({
      items: z.array(StatementLine.extend({ short: z.int() })),
      nextCursor: z.string().nullable(),
    }),
    errors: ['not_found'],
  },
  'POST /admin/members/:userId/points-adjustments': {
    summary: '给顾客加积分或减积分，顾客看得到原因；减的不能多过他有的，同一个 key 只算一次',
    roles: movers,
    params: UserParams,
    body: z.object({
      key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
      points: z
        .int()
        .min(-MOST_ADJUSTED)
        .max(MOST_ADJUSTED)
        .refine((points) => points !== 0, { error: '不能是 0' }),
      reason: z.string().trim().min(2).max(60),
    }),
    ok: Balance,
    errors: ['not_found', 'not_enough'],
  },
});
