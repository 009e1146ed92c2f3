import type { Context } from './context';
import { sql, type Queryable } from './db/db';

export interface AuditEntry {
  employeeId: string;
  /** The route as the contract names it: `PUT /admin/stock/:skuId`. */
  action: string;
  /** What was changed: `sku 123`. */
  target: string;
  /** Short summaries, never passwords or tokens; null where there is nothing. */
  before: unknown;
  after: unknown;
  requestId: string;
}

/** Notes who did what. Called in the transaction that does it. */
export async function writeAudit(
  ctx: Pick<Context, 'makeId' | 'now'>,
  db: Queryable,
  entry: AuditEntry,
): Promise<void> {
  const asJson = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
  await db.query(
    sql`insert into audit_entries (entry_id, employee_id, action, target, before, after, request_id, created_at)
      values (${ctx.makeId()}, ${entry.employeeId}, ${entry.action}, ${entry.target}, ${asJson(entry.before)},
        ${asJson(entry.after)}, ${entry.requestId}, ${ctx.now()})`,
  );
}
