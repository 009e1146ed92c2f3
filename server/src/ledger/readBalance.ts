import { sql, type Queryable } from '../db/db';
import type { Unit } from './entries';

export interface Balance {
  /** What can be spent at this moment; what is over does not count, also where the job has not been there yet. */
  available: number;
  frozen: number;
}

const NOTHING: Balance = { available: 0, frozen: 0 };

/** What each of these people has of a unit; whoever was never given any is absent. */
export async function readBalances(
  db: Queryable,
  userIds: readonly string[],
  unit: Unit,
  now: Date,
): Promise<Map<string, Balance>> {
  const rows = await db.query<{ userId: string; available: string; frozen: string }>(
    sql.named('ledger.balances')`select b.user_id as "userId", b.frozen, b.available - coalesce((
          select sum(l.left_amount) from ledger_lots l where l.user_id = b.user_id and l.unit = b.unit
            and l.left_amount > 0 and l.expires_at <= ${now}), 0)::bigint as available
      from ledger_balances b where b.user_id = any(${userIds}::bigint[]) and b.unit = ${unit}`,
  );
  return new Map(
    rows.map(({ userId, available, frozen }) => [userId, { available: Number(available), frozen: Number(frozen) }]),
  );
}

export async function readBalance(db: Queryable, userId: string, unit: Unit, now: Date): Promise<Balance> {
  return (await readBalances(db, [userId], unit, now)).get(userId) ?? NOTHING;
}
