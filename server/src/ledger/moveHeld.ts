import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { EventKey, Unit } from './entries';

interface Held {
  userId: string;
  unit: Unit;
  ref: string;
  reason: string;
}

/** Spends what was frozen under this ref. Answers how much: nothing when it was settled or released before. */
export function settle(ctx: Context, tx: Tx, held: Held): Promise<number> {
  const of = { ...held, kind: 'freeze' };
  return moveHeld(ctx, tx, { ...held, kind: 'settle', of, from: 'frozen', to: 'spent', most: null });
}

/**
 * Gives what was frozen under this ref back to its own lots, which expire as before. Answers how much: nothing when it
 * was settled or released before.
 */
export function release(ctx: Context, tx: Tx, held: Held): Promise<number> {
  const of = { ...held, kind: 'freeze' };
  return moveHeld(ctx, tx, { ...held, kind: 'release', of, from: 'frozen', to: 'available', most: null });
}

/**
 * Gives some of what was spent back to its own lots, those that last longest first; never more than was spent. `of` names
 * the transfer that spent it: of a frozen amount the one of kind `settle`. Answers how much.
 */
export function giveBack(ctx: Context, tx: Tx, back: Held & { of: Omit<EventKey, 'userId' | 'unit'>; amount: number }) {
  const of = { ...back, ...back.of };
  return moveHeld(ctx, tx, { ...back, kind: 'give_back', of, from: 'spent', to: 'available', most: back.amount });
}

interface Move extends EventKey {
  reason: string;
  of: EventKey;
  from: 'frozen' | 'spent';
  to: 'spent' | 'available';
  /** Null: all that is there. */
  most: number | null;
}

/**
 * Moves what an earlier transfer put into an account, and no later one moved on. Two statements, or one where there was
 * no such transfer.
 */
async function moveHeld(ctx: Context, tx: Tx, move: Move): Promise<number> {
  const { userId, unit, kind, ref, reason, of, from, to, most } = move;
  if (most !== null && most <= 0) return 0;
  if (!(await lockHeld(tx, of))) return 0;
  const [isFreed, isThawed] = [to === 'available' ? 1 : 0, from === 'frozen' ? 1 : 0];
  const [row] = await tx.query<{ amount: string }>(
    sql.named('ledger.moveHeld')`with source as (
        select transfer_id from ledger_transfers
        where user_id = ${userId} and unit = ${unit} and kind = ${of.kind} and ref = ${of.ref} and not exists (
          select 1 from ledger_transfers where user_id = ${userId} and unit = ${unit} and kind = ${kind} and ref = ${ref})
      ), family as (
        select transfer_id from source
        union all select t.transfer_id from ledger_transfers t join source s on t.source_id = s.transfer_id
        where t.user_id = ${userId}
      ), held as (
        select p.lot_id, sum(p.amount)::bigint as amount from ledger_postings p join family f on f.transfer_id = p.transfer_id
        where p.user_id = ${userId} and p.account = ${from} group by p.lot_id having sum(p.amount) > 0
      ), queue as (
        select h.lot_id, h.amount,
          sum(h.amount) over (order by l.expires_at desc nulls first, h.lot_id desc) - h.amount as earlier
        from held h join ledger_lots l on l.user_id = ${userId} and l.lot_id = h.lot_id
      ), wanted as (
        select lot_id, least(amount, ${most}::bigint - earlier)::bigint as amount,
          (row_number() over (order by lot_id))::int as no
        from queue where ${most}::bigint is null or earlier < ${most}::bigint
      ), total as (
        select sum(amount)::bigint as amount from wanted having sum(amount) > 0
      ), noted as (
        insert into ledger_transfers (user_id, transfer_id, unit, kind, ref, reason, amount, delta, source_id,
          origin_user_id, created_at)
        select ${userId}::bigint, ${ctx.makeId()}::bigint, ${unit}, ${kind}, ${ref}, ${reason}, total.amount,
          total.amount * ${isFreed}::int, source.transfer_id, ${userId}::bigint, ${ctx.now()}::timestamptz
        from total cross join source
        returning transfer_id, amount
      ), summed as (
        update ledger_balances set available = available + n.amount * ${isFreed}::int, frozen = frozen - n.amount * ${isThawed}::int
        from noted n where user_id = ${userId} and unit = ${unit}
      ), lots as (
        update ledger_lots l set left_amount = l.left_amount + w.amount * ${isFreed}::int from wanted w cross join noted
        where l.user_id = ${userId} and l.lot_id = w.lot_id
      ), posted as (
        insert into ledger_postings (user_id, transfer_id, posting_no, account, lot_id, amount)
        select ${userId}::bigint, n.transfer_id, w.no * 2 + p.nth, p.account, w.lot_id, p.sign * w.amount
        from noted n cross join wanted w cross join (values (0, ${from}, -1), (1, ${to}, 1)) as p(nth, account, sign)
      )
      select coalesce((select amount from noted), 0)::bigint as amount`,
  );
  return Number(row!.amount);
}

/** As `lockBalance`, for one who has such a transfer; it was committed long ago, and never goes away. */
async function lockHeld(tx: Tx, { userId, unit, kind, ref }: EventKey): Promise<boolean> {
  const rows = await tx.query(
    sql.named(
      'ledger.lockHeld',
    )`select 1 from ledger_balances b where b.user_id = ${userId} and b.unit = ${unit} and exists (
        select 1 from ledger_transfers t
        where t.user_id = b.user_id and t.unit = b.unit and t.kind = ${kind} and t.ref = ${ref})
      for update`,
  );
  return rows.length > 0;
}
