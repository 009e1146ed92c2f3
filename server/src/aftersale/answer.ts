import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { moveAftersale, type LockedAftersale, type MovedBy } from './moveAftersale';
import type { PaidOrder } from './paidOrder';
import { getReturnAddress, type ReturnAddress } from './returnAddress';
import { sendMoney } from './sendMoney';

/**
 * Says yes to a locked request: money goes back at once, goods are told where to go. Throws `aftersale_state`, and
 * `return_address_missing` while the shop has not said where returns go.
 */
export async function approve(ctx: Context, tx: Tx, aftersale: LockedAftersale, by: MovedBy): Promise<void> {
  const { userId, aftersaleId, kind, order } = aftersale;
  const approved = await moveAftersale(ctx, tx, aftersale, 'approved', by);
  await keepAnswer(tx, aftersale, by.note);
  if (kind === 'refund') return sendMoney(ctx, tx, approved, { actor: by.actor });
  const returnTo = storeOf(order) ?? (await getReturnAddress(tx));
  if (!returnTo) throw new AppError('return_address_missing');
  await tx.query(
    sql`update aftersales set return_to = ${JSON.stringify(returnTo)}::jsonb
      where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
}

/** What was picked up goes back to the store it came from. */
function storeOf({ store, address }: PaidOrder): ReturnAddress | null {
  if (!store) return null;
  const { province, city, district, detail } = address;
  return { name: store.name, phone: store.phone, province, city, district, detail };
}

/** Says no to a locked request; its units can be asked back again. Throws `aftersale_state`. */
export async function reject(ctx: Context, tx: Tx, aftersale: LockedAftersale, by: MovedBy): Promise<void> {
  await moveAftersale(ctx, tx, aftersale, 'rejected', by);
  await keepAnswer(tx, aftersale, by.note);
  await forgetShipping(tx, aftersale);
}

async function keepAnswer(tx: Tx, { userId, aftersaleId }: LockedAftersale, answer = ''): Promise<void> {
  await tx.query(
    sql`update aftersales set answer = ${answer} where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
}

/** Once something is left to be shipped, no other request that waits can still hope for the shipping. */
export async function forgetShipping(tx: Tx, { userId, order }: LockedAftersale): Promise<void> {
  await tx.query(
    sql`update aftersales set shipping_fen = 0
      where user_id = ${userId} and order_id = ${order.orderId} and state not in ('refunding', 'done')`,
  );
}
