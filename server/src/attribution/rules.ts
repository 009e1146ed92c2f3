import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';

/** What an employee buys through themself is nobody's, or theirs with a mark. */
export type OwnRule = 'exclude' | 'mark';
/** An order without a scan before it is the guide's whose customer it is, or nobody's. */
export type UntouchedRule = 'guide' | 'nobody';

export interface Rules {
  /** So long a person stays with a guide at most. */
  keepDays: number;
  /** So long they stay without coming back. */
  idleDays: number;
  /** So long after a scan an order is that scan's. */
  orderDays: number;
  own: OwnRule;
  untouched: UntouchedRule;
  commissionPermille: number;
  /** From when on they hold. */
  createdAt: Date;
}

/** What holds until somebody says otherwise. */
export const FIRST_RULES: Rules = {
  keepDays: 180,
  idleDays: 90,
  orderDays: 15,
  own: 'exclude',
  untouched: 'guide',
  commissionPermille: 30,
  createdAt: new Date(0),
};

/** All that ever held, the oldest first. */
export async function readRules(db: Queryable): Promise<Rules[]> {
  const rows = await db.query<Rules>(
    sql.named(
      'attribution.rules',
    )`select keep_days as "keepDays", idle_days as "idleDays", order_days as "orderDays", own,
        untouched, commission_permille as "commissionPermille", created_at as "createdAt"
      from attribution_rules order by created_at, rule_id`,
  );
  return [FIRST_RULES, ...rows];
}

/** The newest at or before a moment. */
export function rulesAt(rules: readonly Rules[], at: Date): Rules {
  return [...rules].reverse().find(({ createdAt }) => createdAt <= at) ?? FIRST_RULES;
}

/** They hold from now on, and change nothing that was decided. */
export async function addRules(
  ctx: Context,
  employeeId: string,
  { keepDays, idleDays, orderDays, own, untouched, commissionPermille }: Omit<Rules, 'createdAt'>,
): Promise<{ before: Rules; after: Rules }> {
  const now = ctx.now();
  const before = rulesAt(await readRules(ctx.db), now);
  await ctx.db.query(
    sql`insert into attribution_rules (rule_id, keep_days, idle_days, order_days, own, untouched, commission_permille,
        created_by, created_at)
      values (${ctx.makeId()}, ${keepDays}, ${idleDays}, ${orderDays}, ${own}, ${untouched}, ${commissionPermille},
        ${employeeId}, ${now})`,
  );
  return { before, after: { keepDays, idleDays, orderDays, own, untouched, commissionPermille, createdAt: now } };
}
