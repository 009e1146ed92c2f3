import { sql, type Queryable } from '../db/db';
import type { Context } from '../context';

export interface PointsRules {
  /** For each yuan that was paid for goods. */
  pointsPerYuan: number;
  growthPerYuan: number;
  /** So many points are a yuan at the checkout. */
  pointsPerSpentYuan: number;
  /** Of 1,000 fen of goods so many can be paid with points; 0: none. */
  spendPermille: number;
  /** To the end of the day after so many days. */
  keepDays: number;
  /** For the first, second ... day of checking in without a gap; then it begins anew. */
  checkInPoints: number[];
  /** From when on they hold. */
  createdAt: Date;
}

/** What holds until somebody says otherwise. */
export const FIRST_RULES: PointsRules = {
  pointsPerYuan: 1,
  growthPerYuan: 1,
  pointsPerSpentYuan: 100,
  spendPermille: 500,
  keepDays: 365,
  checkInPoints: [2, 2, 4, 4, 6, 6, 10],
  createdAt: new Date(0),
};

/** The newest first; the last ones are those that always held. */
export async function listRules(db: Queryable): Promise<PointsRules[]> {
  const rows = await db.query<PointsRules>(
    sql`select points_per_yuan as "pointsPerYuan", growth_per_yuan as "growthPerYuan",
        points_per_spent_yuan as "pointsPerSpentYuan", spend_permille as "spendPermille", keep_days as "keepDays",
        check_in_points as "checkInPoints", created_at as "createdAt"
      from points_rules order by created_at desc, rule_id desc`,
  );
  return [...rows, FIRST_RULES];
}

/** Those that held at a moment. One statement. */
export async function rulesAt(db: Queryable, at: Date): Promise<PointsRules> {
  const [row] = await db.query<PointsRules>(
    sql.named('points.rules')`select points_per_yuan as "pointsPerYuan", growth_per_yuan as "growthPerYuan",
        points_per_spent_yuan as "pointsPerSpentYuan", spend_permille as "spendPermille", keep_days as "keepDays",
        check_in_points as "checkInPoints", created_at as "createdAt"
      from points_rules where created_at <= ${at} order by created_at desc, rule_id desc limit 1`,
  );
  return row ?? FIRST_RULES;
}

/** They hold from now on, and change nothing that was given. */
export async function addRules(
  ctx: Context,
  employeeId: string,
  rules: Omit<PointsRules, 'createdAt'>,
): Promise<{ before: PointsRules; after: PointsRules }> {
  const now = ctx.now();
  const before = await rulesAt(ctx.db, now);
  await ctx.db.query(
    sql`insert into points_rules (rule_id, points_per_yuan, growth_per_yuan, points_per_spent_yuan, spend_permille,
        keep_days, check_in_points, created_by, created_at)
      values (${ctx.makeId()}, ${rules.pointsPerYuan}, ${rules.growthPerYuan}, ${rules.pointsPerSpentYuan},
        ${rules.spendPermille}, ${rules.keepDays}, ${rules.checkInPoints}::int[], ${employeeId}, ${now})`,
  );
  return { before, after: { ...rules, createdAt: now } };
}
