import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { checkAmount, type Entry } from './entries';
import { lockBalance } from './lockBalance';

/**
 * Sets an amount aside for something that may yet not happen; `settle` spends it, `release` gives it back. Its kind is
 * `freeze`. Two statements. Answers false for what was frozen before under this ref, whatever became of it. Throws
 * `not_enough` (details: `unit`) and must then not be committed.
 */
export function freeze(ctx: Context, tx: Tx, entry: Omit<Entry, 'kind'>): Promise<boolean> {
  return take(ctx, tx, { ...entry, kind: 'freeze' }, 'frozen');
}

/** Spends an amount at once. Otherwise as `freeze`. */
export function spend(ctx: Context, tx: Tx, entry: Entry): Promise<boolean> {
  return take(ctx, tx, entry, 'spent');
}

/** What expires first goes first; what is over goes no more, also where the job has not been there yet. */
async function take(ctx: Context, tx: Tx, entry: Entry, account: 'frozen' | 'spent'): Promise<boolean> {
  checkAmount(entry);
  const { userId, unit, kind, ref, reason, amount } = entry;
  if (!(await lockBalance(tx, userId, unit))) throw new AppError('not_enough', { unit });
  const frozen = account === 'frozen' ? amount : 0;
  const now = ctx.now();
  const [row] = await tx.query<{ isKnown: boolean; isDone: boolean }>(
    sql.named('ledger.take')`with known as (
        select 1 from ledger_transfers where user_id = ${userId} and unit = ${unit} and kind = ${kind} and ref = ${ref}
      ), queue as (
        select lot_id, left_amount, sum(left_amount) over (order by expires_at nulls last, lot_id) - left_amount as earlier
        from ledger_lots where user_id = ${userId} and unit = ${unit} and left_amount > 0
          and (expires_at is null or expires_at > ${now}::timestamptz)
      ), wanted as (
        select lot_id, least(left_amount, ${amount}::bigint - earlier)::bigint as amount,
          (row_number() over (order by lot_id))::int as no
        from queue where earlier < ${amount}::bigint
      ), summed as (
        update ledger_balances set available = available - ${amount}::bigint, frozen = frozen + ${frozen}::bigint
        where user_id = ${userId} and unit = ${unit} and available >= ${amount}::bigint
          and (select sum(amount) from wanted) = ${amount}::bigint and not exists (select 1 from known)
        returning 1
      ), noted as (
        insert into ledger_transfers (user_id, transfer_id, unit, kind, ref, reason, amount, delta, origin_user_id, created_at)
        select ${userId}::bigint, ${ctx.makeId()}::bigint, ${unit}, ${kind}, ${ref}, ${reason}, ${amount}::bigint,
          -${amount}::bigint, ${userId}::bigint, ${now}::timestamptz from summed
        returning transfer_id
      ), lots as (
        update ledger_lots l set left_amount = l.left_amount - w.amount from wanted w cross join summed
        where l.user_id = ${userId} and l.lot_id = w.lot_id
      ), posted as (
        insert into ledger_postings (user_id, transfer_id, posting_no, account, lot_id, amount)
        select ${userId}::bigint, n.transfer_id, w.no * 2 + p.nth, p.account, w.lot_id, p.sign * w.amount
        from noted n cross join wanted w cross join (values (0, 'available', -1), (1, ${account}, 1)) as p(nth, account, sign)
      )
      select exists (select 1 from known) as "isKnown", exists (select 1 from noted) as "isDone"`,
  );
  if (row!.isKnown) return false;
  if (!row!.isDone) throw new AppError('not_enough', { unit });
  return true;
}
