import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { checkAmount, type Entry } from './entries';

/**
 * Gives an amount as a lot of its own, in the caller's transaction and one statement. `expiresAt` null: for ever. Answers
 * false, and changes nothing, when this event gave before.
 */
export async function credit(ctx: Context, tx: Tx, entry: Entry & { expiresAt: Date | null }): Promise<boolean> {
  checkAmount(entry);
  const { userId, unit, kind, ref, reason, amount, expiresAt } = entry;
  const [transferId, lotId] = [ctx.makeId(), ctx.makeId()];
  const rows = await tx.query(
    sql.named('ledger.credit')`with noted as (
        insert into ledger_transfers (user_id, transfer_id, unit, kind, ref, reason, amount, delta, origin_user_id, created_at)
        values (${userId}, ${transferId}, ${unit}, ${kind}, ${ref}, ${reason}, ${amount}, ${amount}, ${userId}, ${ctx.now()})
        on conflict (user_id, unit, kind, ref) do nothing returning transfer_id
      ), lot as (
        insert into ledger_lots (user_id, lot_id, unit, amount, left_amount, expires_at, transfer_id)
        select ${userId}::bigint, ${lotId}::bigint, ${unit}, ${amount}::bigint, ${amount}::bigint, ${expiresAt}::timestamptz,
          transfer_id from noted
      ), posted as (
        insert into ledger_postings (user_id, transfer_id, posting_no, account, lot_id, amount)
        select ${userId}::bigint, transfer_id, p.no, p.account, ${lotId}::bigint, p.sign * ${amount}::bigint
        from noted cross join (values (1, 'issued', -1), (2, 'available', 1)) as p(no, account, sign)
      ), summed as (
        insert into ledger_balances (user_id, unit, available, frozen)
        select ${userId}::bigint, ${unit}, ${amount}::bigint, 0 from noted
        on conflict (user_id, unit) do update set available = ledger_balances.available + excluded.available
      )
      select 1 from noted`,
  );
  return rows.length > 0;
}
