import { GROWTH_DAYS } from '@jishi/contract/plain/members';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { credit } from '../ledger/credit';
import { giveBack } from '../ledger/moveHeld';
import { readMoved } from '../ledger/readMoved';
import { takeBack } from '../ledger/takeBack';
import { placeLevelLater } from '../members/placeLevels';
import { readBenefits } from '../members/readMember';
import { keepUntil } from './keepUntil';
import { endOf, orderRef } from './orderRef';
import { readOrderMoney, type OrderMoney } from './readOrderMoney';
import { rulesAt } from './rules';
import { shareOf } from './shareOf';

interface OrderKey {
  userId: string;
  orderId: string;
}

interface Given {
  basisFen: number;
  points: number;
  growth: number;
}

/**
 * Brings points and growth to where an order stands: a done one gives, by the rules and the level of that moment, for
 * what was paid and has not gone back; later refunds take their share back, and return what points had paid. It asks for
 * the state that should be and not for what is new, so that it may run at any time, late or twice.
 */
export async function settleOrderPoints(ctx: Context, tx: Tx, order: OrderKey): Promise<void> {
  const money = await readOrderMoney(tx, order.userId, order.orderId);
  if (!money) return;
  const given = await readGiven(tx, order);
  if (given) await takeShareBack(ctx, tx, order, given, money);
  else if (money.doneAt) await give(ctx, tx, order, money.paidFen - money.refundedFen, money.doneAt);
  if (money.returnedFen > 0) await returnSpent(ctx, tx, order, money);
}

async function readGiven(tx: Tx, { userId, orderId }: OrderKey): Promise<Given | null> {
  const [row] = await tx.query<Record<keyof Given, string>>(
    sql`select basis_fen as "basisFen", points, growth from order_points
      where user_id = ${userId} and order_id = ${orderId}`,
  );
  return row ? { basisFen: Number(row.basisFen), points: Number(row.points), growth: Number(row.growth) } : null;
}

async function give(ctx: Context, tx: Tx, order: OrderKey, basisFen: number, doneAt: Date): Promise<void> {
  if (basisFen <= 0) return;
  const { userId, orderId } = order;
  const rules = await rulesAt(tx, doneAt);
  const member = await readBenefits(tx, userId);
  const permille = member?.benefits.pointsPermille ?? 1000;
  const points = Math.floor((basisFen * rules.pointsPerYuan * permille) / 100_000);
  const growth = Math.floor((basisFen * rules.growthPerYuan) / 100);
  await tx.query(
    sql`insert into order_points (user_id, order_id, basis_fen, points, growth, created_at)
      values (${userId}, ${orderId}, ${basisFen}, ${points}, ${growth}, ${ctx.now()})`,
  );
  const entry = { userId, kind: 'order', ref: orderRef(orderId) };
  if (points > 0) {
    const reason = `消费得积分 ${endOf(orderId)}${permille === 1000 ? '' : ` · ${member!.levelName} ${permille / 1000} 倍`}`;
    const expiresAt = keepUntil(ctx.now(), rules.keepDays);
    await credit(ctx, tx, { ...entry, unit: 'points', amount: points, reason, expiresAt });
  }
  if (growth > 0) {
    const reason = `消费得成长值 ${endOf(orderId)}`;
    const expiresAt = keepUntil(ctx.now(), GROWTH_DAYS);
    await credit(ctx, tx, { ...entry, unit: 'growth', amount: growth, reason, expiresAt });
    await placeLevelLater(ctx, tx, userId);
  }
}

async function takeShareBack(ctx: Context, tx: Tx, order: OrderKey, given: Given, money: OrderMoney): Promise<void> {
  const { userId, orderId } = order;
  const leftFen = Math.max(money.paidFen - money.refundedFen, 0);
  if (leftFen >= given.basisFen) return;
  const of = { kind: 'order', ref: orderRef(orderId) };
  for (const unit of ['points', 'growth'] as const) {
    const moved = await readMoved(tx, { userId, unit, ...of }, 'take_back');
    // what is kept is rounded down, so that all of it is gone with the last fen
    const amount = moved ? moved.amount - shareOf(moved.amount, leftFen, given.basisFen) - moved.back : 0;
    if (amount <= 0) continue;
    const reason = `退款收回${unit === 'points' ? '积分' : '成长值'} ${endOf(orderId)}`;
    await takeBack(ctx, tx, { userId, unit, of, ref: `${of.ref}:${leftFen}`, reason, amount });
    if (unit === 'growth') await placeLevelLater(ctx, tx, userId);
  }
}

async function returnSpent(ctx: Context, tx: Tx, { userId, orderId }: OrderKey, money: OrderMoney): Promise<void> {
  const of = { kind: 'settle', ref: orderRef(orderId) };
  const moved = await readMoved(tx, { userId, unit: 'points', ...of }, 'give_back');
  const amount = moved ? shareOf(moved.amount, money.returnedFen, money.byPointsFen) - moved.back : 0;
  if (amount <= 0) return;
  const reason = `退款返还积分 ${endOf(orderId)}`;
  await giveBack(ctx, tx, { userId, unit: 'points', of, ref: `${of.ref}:${money.returnedFen}`, reason, amount });
}
