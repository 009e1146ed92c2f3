import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { checkAmount, type Entry, type EventKey } from './entries';
import { lockBalance } from './lockBalance';

/** What was taken, and what had been spent or was frozen and so could not be. */
export interface TakenBack {
  taken: number;
  short: number;
}

/**
 * Takes back what an event gave, as it turns out not to hold: from its own lot first, then from what expires first. Never
 * more than was given, however often, and never what is not there: that is noted as `short` and is no debt. Two
 * statements. The same event (`kind` is `take_back`) takes once. `of` names the transfer that gave it.
 */
export async function takeBack(
  ctx: Context,
  tx: Tx,
  entry: Omit<Entry, 'kind'> & { of: Omit<EventKey, 'userId' | 'unit'> },
): Promise<TakenBack> {
  const { userId, unit, ref, reason, amount, of } = entry;
  checkAmount({ ...entry, kind: 'take_back' });
  if (!(await lockBalance(tx, userId, unit))) return { taken: 0, short: 0 };
  const [row] = await tx.query<{ taken: string; short: string }>(
    sql.named('ledger.takeBack')`with source as (
        select g.transfer_id, least(${amount}::bigint, g.amount - coalesce((select sum(t.amount + t.short_amount)
            from ledger_transfers t
            where t.user_id = ${userId} and t.source_id = g.transfer_id and t.kind = 'take_back'), 0))::bigint as owed
        from ledger_transfers g
        where g.user_id = ${userId} and g.unit = ${unit} and g.kind = ${of.kind} and g.ref = ${of.ref} and not exists (
          select 1 from ledger_transfers where user_id = ${userId} and unit = ${unit} and kind = 'take_back' and ref = ${ref})
      ), queue as (
        select l.lot_id, l.left_amount, s.owed, sum(l.left_amount) over (
            order by l.transfer_id = s.transfer_id desc, l.expires_at nulls last, l.lot_id) - l.left_amount as earlier
        from ledger_lots l cross join source s
        where l.user_id = ${userId} and l.unit = ${unit} and l.left_amount > 0
      ), wanted as (
        select lot_id, least(left_amount, owed - earlier)::bigint as amount, (row_number() over (order by lot_id))::int as no
        from queue where earlier < owed
      ), noted as (
        insert into ledger_transfers (user_id, transfer_id, unit, kind, ref, reason, amount, short_amount, delta, source_id,
          origin_user_id, created_at)
        select ${userId}::bigint, ${ctx.makeId()}::bigint, ${unit}, 'take_back', ${ref}, ${reason}, t.amount, s.owed - t.amount,
          -t.amount, s.transfer_id, ${userId}::bigint, ${ctx.now()}::timestamptz
        from source s cross join (select coalesce(sum(amount), 0)::bigint as amount from wanted) t where s.owed > 0
        returning transfer_id, amount, short_amount
      ), summed as (
        update ledger_balances set available = available - n.amount from noted n where user_id = ${userId} and unit = ${unit}
      ), lots as (
        update ledger_lots l set left_amount = l.left_amount - w.amount from wanted w cross join noted
        where l.user_id = ${userId} and l.lot_id = w.lot_id
      ), posted as (
        insert into ledger_postings (user_id, transfer_id, posting_no, account, lot_id, amount)
        select ${userId}::bigint, n.transfer_id, w.no * 2 + p.nth, p.account, w.lot_id, p.sign * w.amount
        from noted n cross join wanted w cross join (values (0, 'available', -1), (1, 'taken', 1)) as p(nth, account, sign)
      )
      select coalesce((select amount from noted), 0)::bigint as taken,
        coalesce((select short_amount from noted), 0)::bigint as short`,
  );
  return { taken: Number(row!.taken), short: Number(row!.short) };
}
