import { sql, type Tx } from '../db/db';
import type { Unit } from './entries';

/**
 * Makes everybody else wait who would move anything of a person's unit, until the transaction ends: the next statement
 * sees every lot as the one before left it. Answers false where nothing was ever given, and so nothing can move.
 */
export async function lockBalance(tx: Tx, userId: string, unit: Unit): Promise<boolean> {
  const rows = await tx.query(
    sql.named('ledger.lock')`select 1 from ledger_balances where user_id = ${userId} and unit = ${unit} for update`,
  );
  return rows.length > 0;
}
