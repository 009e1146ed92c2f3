import { sql, type Queryable } from '../db/db';
import type { EventKey } from './entries';

/**
 * How much a transfer moved, and how much of it later ones gave back or took back, what was short of it included. Null
 * where there is no such transfer.
 */
export async function readMoved(
  db: Queryable,
  { userId, unit, kind, ref }: EventKey,
  by: 'give_back' | 'take_back',
): Promise<{ amount: number; back: number } | null> {
  const [row] = await db.query<{ amount: string; back: string }>(
    sql.named('ledger.moved')`select t.amount, coalesce((select sum(b.amount + b.short_amount) from ledger_transfers b
          where b.user_id = t.user_id and b.source_id = t.transfer_id and b.kind = ${by}), 0)::bigint as back
      from ledger_transfers t
      where t.user_id = ${userId} and t.unit = ${unit} and t.kind = ${kind} and t.ref = ${ref}`,
  );
  return row ? { amount: Number(row.amount), back: Number(row.back) } : null;
}
