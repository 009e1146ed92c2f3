import { formatFen } from '@jishi/contract/plain/money';
import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { release, settle } from '../ledger/moveHeld';
import { freeze } from '../ledger/spend';
import { endOf, orderRef } from './orderRef';
import { FIRST_RULES, type PointsRules } from './rules';

/** By what it is decided how much of an order can be paid with points. */
export interface Spending extends Pick<PointsRules, 'pointsPerSpentYuan' | 'spendPermille'> {
  available: number;
}

/** What points take off: `fen` of the goods for so many `points`. */
export interface PointsOff {
  points: number;
  fen: number;
  /** In the words of a breakdown. */
  reason: string;
}

/** What the person has, and what it is worth, at a moment. One statement. */
export async function readSpending(db: Queryable, userId: string, now: Date): Promise<Spending> {
  const [row] = await db.query<{ available: string } & Omit<Spending, 'available'>>(
    sql.named('points.spending')`with rules as (
        select points_per_spent_yuan, spend_permille from points_rules
        where created_at <= ${now} order by created_at desc, rule_id desc limit 1
      )
      select coalesce((select points_per_spent_yuan from rules), ${FIRST_RULES.pointsPerSpentYuan}::int) as "pointsPerSpentYuan",
        coalesce((select spend_permille from rules), ${FIRST_RULES.spendPermille}::int) as "spendPermille",
        coalesce((select sum(left_amount) from ledger_lots where user_id = ${userId} and unit = 'points' and left_amount > 0
          and (expires_at is null or expires_at > ${now})), 0)::bigint as available`,
  );
  return { ...row!, available: Number(row!.available) };
}

/**
 * What points can take off goods of so much money, all other discounts gone: at most `wanted` points, the person's own,
 * and the shop's share of it. Never a point for less than it is worth: what a whole fen is not reached with stays theirs.
 */
export function pointsOff({ available, ...rules }: Spending, goodsFen: number, wanted: number): PointsOff {
  const mostFen = Math.floor((goodsFen * rules.spendPermille) / 1000);
  const fen = Math.min(mostFen, Math.floor((Math.min(available, wanted) * 100) / rules.pointsPerSpentYuan));
  const points = Math.ceil((fen * rules.pointsPerSpentYuan) / 100);
  return { points, fen, reason: `用 ${points} 积分抵 ¥${formatFen(fen)}` };
}

/** Sets the points of an order aside, in the transaction that makes it. Throws `not_enough`. Two statements. */
export async function freezeOrderPoints(
  ctx: Context,
  tx: Tx,
  { userId, orderId, points }: { userId: string; orderId: string; points: number },
): Promise<void> {
  const reason = `订单抵扣 ${endOf(orderId)}`;
  await freeze(ctx, tx, { userId, unit: 'points', ref: orderRef(orderId), reason, amount: points });
}

/** The order is paid: its points are spent. One statement where it had none. */
export async function spendOrderPoints(ctx: Context, tx: Tx, userId: string, orderId: string): Promise<void> {
  const reason = `订单抵扣 ${endOf(orderId)}`;
  await settle(ctx, tx, { userId, unit: 'points', ref: orderRef(orderId), reason });
}

/** The order is closed unpaid: its points are the person's again. One statement where it had none. */
export async function releaseOrderPoints(ctx: Context, tx: Tx, userId: string, orderId: string): Promise<void> {
  const reason = `订单取消，积分退回 ${endOf(orderId)}`;
  await release(ctx, tx, { userId, unit: 'points', ref: orderRef(orderId), reason });
}
