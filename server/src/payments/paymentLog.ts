import type { Context } from '../context';
import { sql, type Tx } from '../db/db';

/** How a report reached us; kept in the payment's log. */
export type ReportOrigin = 'notice' | 'query' | 'close' | 'refund';

/** Appends to the payment's log, in the same transaction as what it tells about. */
export async function log(
  ctx: Context,
  tx: Tx,
  { user_id: userId, payment_id: paymentId }: { user_id: string; payment_id: string },
  kind: ReportOrigin | 'amount_mismatch' | `refund_${string}`,
  body: unknown,
): Promise<void> {
  await tx.query(
    sql`insert into payment_entries (user_id, payment_id, entry_id, kind, body, created_at)
      values (${userId}, ${paymentId}, ${ctx.makeId()}, ${kind}, ${JSON.stringify(body)}, ${ctx.now()})`,
  );
}
