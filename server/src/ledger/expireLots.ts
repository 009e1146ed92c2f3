import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { Unit } from './entries';
import { lockBalance } from './lockBalance';

const REASONS: Readonly<Record<Unit, string>> = {
  points: '积分到期',
  growth: '一年前的成长值不再计入',
  balance: '赠金到期',
};

/** Takes what of a person's unit is over at this moment. Two statements. Answers how much: nothing the second time. */
export async function expireLots(ctx: Context, tx: Tx, userId: string, unit: Unit): Promise<number> {
  if (!(await lockBalance(tx, userId, unit))) return 0;
  const transferId = ctx.makeId();
  const [row] = await tx.query<{ amount: string }>(
    sql.named('ledger.expire')`with due as (
        select lot_id, left_amount as amount, (row_number() over (order by lot_id))::int as no from ledger_lots
        where user_id = ${userId} and unit = ${unit} and left_amount > 0 and expires_at <= ${ctx.now()}::timestamptz
      ), noted as (
        insert into ledger_transfers (user_id, transfer_id, unit, kind, ref, reason, amount, delta, origin_user_id, created_at)
        select ${userId}::bigint, ${transferId}::bigint, ${unit}, 'expire', ${transferId}::text, ${REASONS[unit]}, sum(amount)::bigint,
          -sum(amount)::bigint, ${userId}::bigint, ${ctx.now()}::timestamptz from due having sum(amount) > 0
        returning transfer_id, amount
      ), summed as (
        update ledger_balances set available = available - n.amount from noted n where user_id = ${userId} and unit = ${unit}
      ), lots as (
        update ledger_lots l set left_amount = 0 from due d where l.user_id = ${userId} and l.lot_id = d.lot_id
      ), posted as (
        insert into ledger_postings (user_id, transfer_id, posting_no, account, lot_id, amount)
        select ${userId}::bigint, n.transfer_id, d.no * 2 + p.nth, p.account, d.lot_id, p.sign * d.amount
        from noted n cross join due d cross join (values (0, 'available', -1), (1, 'expired', 1)) as p(nth, account, sign)
      )
      select coalesce((select amount from noted), 0)::bigint as amount`,
  );
  return Number(row!.amount);
}
