import type { StatementSide } from '@jishi/contract/plain/points';
import { sql, type Queryable } from '../db/db';
import type { Unit } from './entries';

/** A line of a person's statement: what an event did to what they can spend. */
export interface StatementLine {
  id: string;
  kind: string;
  reason: string;
  /** Never nothing. */
  delta: number;
  /** What there was after it. */
  balance: number;
  /** What was wanted back and was not there. */
  short: number;
  at: Date;
}

interface Row extends Record<'delta' | 'balance' | 'short', string> {
  id: string;
  kind: string;
  reason: string;
  at: Date;
}

/** From new to old, before the one that the cursor names. What changed nothing that can be spent is no line. */
export async function listTransfers(
  db: Queryable,
  { userId, unit, side, limit, cursor }: StatementQuery,
): Promise<{ items: StatementLine[]; nextCursor: string | null }> {
  const before = cursor && /^[1-9]\d{0,17}$/.test(cursor) ? cursor : null;
  const [least, most] = { all: [null, null], in: [1, null], out: [null, -1] }[side];
  const rows = await db.query<Row>(
    sql.named('ledger.statement')`select t.transfer_id as id, t.kind, t.reason, t.delta, t.short_amount as short,
        t.created_at as at, (select sum(e.delta) from ledger_transfers e
          where e.user_id = t.user_id and e.unit = t.unit and e.transfer_id <= t.transfer_id)::bigint as balance
      from ledger_transfers t
      where t.user_id = ${userId} and t.unit = ${unit} and t.delta <> 0
        and t.delta >= coalesce(${least}::bigint, t.delta) and t.delta <= coalesce(${most}::bigint, t.delta)
        and t.transfer_id < coalesce(${before}::bigint, 9223372036854775807)
      order by t.transfer_id desc limit ${limit + 1}`,
  );
  const items = rows.slice(0, limit).map(({ delta, balance, short, ...row }) => ({
    ...row,
    delta: Number(delta),
    balance: Number(balance),
    short: Number(short),
  }));
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}

export interface StatementQuery {
  userId: string;
  unit: Unit;
  side: StatementSide;
  limit: number;
  cursor?: string | undefined;
}
