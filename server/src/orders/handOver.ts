import type { z } from 'zod';
import type { Pickup } from '@jishi/contract/admin/pickups';
import type { Actor } from '../adminAuth';
import { writeAudit } from '../audit';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { maskName, maskPhone } from '../mask';
import { moveOrder } from './moveOrder';
import { getKeptOrder } from './readOrder';
import { readRefunded, refundedUnits } from './refundedUnits';

type PickupBody = z.output<typeof Pickup>;

/** Who says a code at the counter. */
export interface SaidCode {
  actor: Actor;
  code: string;
  requestId: string;
}

/** Wrong codes that an employee may say before they have to wait, and for how long these count. */
export const MAX_WRONG_CODES = 10;
const WINDOW_MS = 10 * 60_000;

/**
 * The order of a pick-up code, with as much of the person as tells them from another. Throws `not_found` for a wrong code
 * and for another store's, which cannot be told apart, and `rate_limited` (details: `retryAt`) after ten of them.
 */
export async function lookUpPickup(ctx: Context, said: SaidCode): Promise<PickupBody> {
  await countCode(ctx, said.actor);
  const pickup = await ctx.db.tx(async (tx) => {
    const { userId, orderId } = await findCode(tx, said);
    await note(ctx, tx, said, 'POST /admin/pickups/lookup', orderId, null);
    return readPickup(tx, userId, orderId);
  });
  await forgetCode(ctx, said.actor);
  return pickup;
}

/**
 * Hands the goods over: a paid order is done, once. Throws as `lookUpPickup` does, `aftersale_open` while a refund is
 * asked for, and `order_state` for all others.
 */
export async function verifyPickup(ctx: Context, said: SaidCode): Promise<PickupBody> {
  await countCode(ctx, said.actor);
  const result = await ctx.db.tx(async (tx) => {
    const { userId, orderId } = await findCode(tx, said);
    const moved = await moveOrder(ctx, tx, { userId, orderId, from: 'paid', to: 'done', reason: 'received' });
    // who has asked for the money back does not get the goods as well
    if (moved) await refundedUnits(tx, userId, orderId);
    const pickup = await readPickup(tx, userId, orderId);
    if (moved) await note(ctx, tx, said, 'POST /admin/pickups/verify', orderId, { state: 'done' });
    return { pickup, isMoved: moved !== null };
  });
  await forgetCode(ctx, said.actor);
  if (!result.isMoved) throw new AppError('order_state', { state: result.pickup.state, doneAt: result.pickup.doneAt });
  ctx.kickJobs();
  return result.pickup;
}

async function findCode(db: Queryable, { actor, code }: SaidCode): Promise<{ userId: string; orderId: string }> {
  const [row] = await db.query<{ userId: string; orderId: string }>(
    sql`select o.user_id as "userId", o.order_id as "orderId"
      from pickup_codes c join orders o on o.user_id = c.user_id and o.order_id = c.order_id
      where c.code = ${code} and o.fulfilment = 'pickup'
        and (${actor.storeIds}::text[] is null or o.store ->> 'storeId' = any(${actor.storeIds}::text[]))`,
  );
  if (!row) throw new AppError('not_found');
  return row;
}

async function readPickup(db: Queryable, userId: string, orderId: string): Promise<PickupBody> {
  const order = await getKeptOrder(db, userId, orderId);
  const { state, lines, totalFen, note: remark, paidAt, doneAt } = order;
  return {
    orderId,
    state,
    storeName: order.pickup?.name ?? '',
    maskedName: maskName(order.address.name),
    maskedPhone: maskPhone(order.address.phone),
    lines,
    refunded: await readRefunded(db, userId, orderId),
    totalFen,
    note: remark,
    paidAt,
    doneAt,
  };
}

/** Counted before the code is looked at, so that guesses sent all at once are counted too; a right one is taken back. */
async function countCode(ctx: Context, { employeeId }: Actor): Promise<void> {
  const now = ctx.now();
  const until = new Date(now.getTime() + WINDOW_MS);
  const [row] = await ctx.db.query<{ tries: number; until: Date }>(
    sql`insert into pickup_tries as t (employee_id, tries, until) values (${employeeId}, 1, ${until})
      on conflict (employee_id) do update set
        tries = case when t.until <= ${now}::timestamptz then 1 else t.tries + 1 end,
        until = case when t.until <= ${now}::timestamptz then excluded.until else t.until end
      returning tries, until`,
  );
  if (row!.tries > MAX_WRONG_CODES) throw new AppError('rate_limited', { retryAt: row!.until.toISOString() });
}

async function forgetCode(ctx: Context, { employeeId }: Actor): Promise<void> {
  await ctx.db.query(sql`update pickup_tries set tries = greatest(tries - 1, 0) where employee_id = ${employeeId}`);
}

function note(
  ctx: Context,
  db: Queryable,
  { actor, requestId }: SaidCode,
  action: string,
  orderId: string,
  after: unknown,
): Promise<void> {
  const before = after && { state: 'paid' };
  const target = `order ${orderId}`;
  return writeAudit(ctx, db, { employeeId: actor.employeeId, action, target, before, after, requestId });
}
