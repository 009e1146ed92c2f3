import { randomInt } from 'node:crypto';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';

/**
 * Gives a paid pick-up order the eight digits that are said at the counter; an order that is delivered gets none.
 * No two orders ever share a code.
 */
export async function givePickupCode(ctx: Context, tx: Tx, userId: string, orderId: string): Promise<void> {
  for (;;) {
    const code = String(randomInt(100_000_000)).padStart(8, '0');
    const rows = await tx.query<{ isPickup: boolean; isTaken: boolean }>(
      sql.named('orders.pickupCode')`with wanted as (
          select order_id from orders
          where user_id = ${userId} and order_id = ${orderId} and fulfilment = 'pickup' and pickup_code is null
        ), taken as (
          insert into pickup_codes (code, user_id, order_id, created_at)
          select ${code}, ${userId}::bigint, order_id, ${ctx.now()}::timestamptz from wanted
          on conflict (code) do nothing returning code
        ), given as (
          update orders set pickup_code = t.code from taken t where user_id = ${userId} and order_id = ${orderId}
        )
        select exists (select 1 from wanted) as "isPickup", exists (select 1 from taken) as "isTaken"`,
    );
    if (!rows[0]!.isPickup || rows[0]!.isTaken) return;
  }
}
