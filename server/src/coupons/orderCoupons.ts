import type { Context } from '../context';
import { sql, type Tx } from '../db/db';

interface OrderKey {
  userId: string;
  orderId: string;
}

/**
 * Sets coupons aside for an order, with what each takes off. The guard is in the statement: whatever two orders do at
 * once, a coupon is one's. Answers the ids of those that were there; the caller gives up unless that is all of them.
 */
export async function freezeCoupons(
  ctx: Context,
  tx: Tx,
  { userId, orderId }: OrderKey,
  coupons: readonly { id: string; offFen: number }[],
): Promise<Set<string>> {
  if (coupons.length === 0) return new Set();
  const now = ctx.now();
  const rows = await tx.query<{ id: string }>(
    sql.named('coupons.freeze')`with wanted as (
        select * from unnest(${coupons.map(({ id }) => id)}::bigint[], ${coupons.map(({ offFen }) => offFen)}::bigint[],
          ${coupons.map(() => ctx.makeId())}::bigint[]) as w(coupon_id, off_fen, move_id)
      ), locked as (
        select coupon_id from coupons where user_id = ${userId} and coupon_id = any(${coupons.map(({ id }) => id)}::bigint[])
        order by coupon_id for update
      ), frozen as (
        update coupons c set state = 'frozen', order_id = ${orderId}, off_fen = w.off_fen
        from wanted w join locked l on l.coupon_id = w.coupon_id
        where c.user_id = ${userId} and c.coupon_id = w.coupon_id and c.state = 'held'
          and c.starts_at <= ${now}::timestamptz and c.expires_at > ${now}::timestamptz
        returning c.coupon_id, w.move_id
      )
      insert into coupon_moves (user_id, coupon_id, move_id, from_state, to_state, reason, order_id, created_at)
      select ${userId}::bigint, coupon_id, move_id, 'held', 'frozen', 'placed', ${orderId}::bigint, ${now}::timestamptz
      from frozen returning coupon_id as id`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The order is paid: its coupons are used. */
export async function useCoupons(ctx: Context, tx: Tx, { userId, orderId }: OrderKey): Promise<void> {
  const now = ctx.now();
  await tx.query(
    sql.named('coupons.use')`with used as (
        update coupons set state = 'used', used_at = ${now}
        where user_id = ${userId} and order_id = ${orderId} and state = 'frozen' returning coupon_id
      )
      insert into coupon_moves (user_id, coupon_id, move_id, from_state, to_state, reason, order_id, created_at)
      select ${userId}::bigint, coupon_id, (${spareIds(ctx)}::bigint[])[row_number() over (order by coupon_id)], 'frozen',
        'used', 'paid', ${orderId}::bigint, ${now}::timestamptz from used`,
  );
}

/** The order is closed unpaid: they are the person's again, to their old end; void where the shop took them back. */
export function releaseCoupons(ctx: Context, tx: Tx, order: OrderKey): Promise<void> {
  return giveBack(ctx, tx, order, 'frozen', 'closed');
}

/** All of a paid order goes back: so do those of its coupons that say so. */
export function returnCoupons(ctx: Context, tx: Tx, order: OrderKey): Promise<void> {
  return giveBack(ctx, tx, order, 'used', 'refunded');
}

async function giveBack(
  ctx: Context,
  tx: Tx,
  { userId, orderId }: OrderKey,
  from: 'frozen' | 'used',
  reason: 'closed' | 'refunded',
): Promise<void> {
  await tx.query(
    sql.named('coupons.back')`with back as (
        update coupons c set order_id = null, off_fen = 0, used_at = null,
          state = case when t.state = 'void' then 'void' else 'held' end
        from coupon_templates t
        where c.user_id = ${userId} and c.order_id = ${orderId} and c.state = ${from} and t.template_id = c.template_id
          and (${from} = 'frozen' or (c.terms ->> 'isReturned')::boolean)
        returning c.coupon_id, c.state
      )
      insert into coupon_moves (user_id, coupon_id, move_id, from_state, to_state, reason, order_id, created_at)
      select ${userId}::bigint, coupon_id, (${spareIds(ctx)}::bigint[])[row_number() over (order by coupon_id)], ${from}, state,
        ${reason}, ${orderId}::bigint, ${ctx.now()}::timestamptz from back`,
  );
}

/** As many as an order has coupons at most. */
const spareIds = (ctx: Context) => [ctx.makeId(), ctx.makeId()];
