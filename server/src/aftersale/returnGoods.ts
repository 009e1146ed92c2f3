import type { z } from 'zod';
import type { Parcel } from '@jishi/contract/aftersales';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { restock, type Units } from '../orders/stock';
import { forgetShipping } from './answer';
import { lockAftersale, moveAftersale, type LockedAftersale, type MovedBy } from './moveAftersale';
import { getAftersale, type AftersaleBody } from './readAftersale';
import { readUnits, sendMoney } from './sendMoney';

/** The shopper has sent the goods; said again, it corrects the number. Throws `not_found`, `aftersale_state`. */
export async function fillParcel(
  ctx: Context,
  userId: string,
  aftersaleId: string,
  { carrier, trackingNo }: z.output<typeof Parcel>,
): Promise<AftersaleBody> {
  await ctx.db.tx(async (tx) => {
    const aftersale = await lockAftersale(tx, userId, aftersaleId);
    if (aftersale.state !== 'returning') await moveAftersale(ctx, tx, aftersale, 'returning', { actor: 'shopper' });
    await tx.query(
      sql`update aftersales set carrier = ${carrier}, tracking_no = ${trackingNo}
        where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
    );
  });
  ctx.kickJobs();
  return getAftersale(ctx, userId, aftersaleId);
}

/**
 * The goods are back: some go on the shelf again, the others are written off, and the money goes back. Throws
 * `aftersale_state`, and `aftersale_units` (details: `skuIds`) for more on the shelf than came back.
 */
export async function receive(
  ctx: Context,
  tx: Tx,
  aftersale: LockedAftersale,
  restocked: readonly Units[],
  by: MovedBy,
): Promise<void> {
  const { userId, aftersaleId } = aftersale;
  if (aftersale.kind !== 'return') throw new AppError('aftersale_state', { state: aftersale.state });
  const received = await moveAftersale(ctx, tx, aftersale, 'received', by);
  const returned = await readUnits(tx, aftersale);
  const onShelf = returned.map(({ skuId, quantity }) => ({
    skuId,
    most: quantity,
    quantity: restocked.reduce((sum, unit) => sum + (unit.skuId === skuId ? unit.quantity : 0), 0),
  }));
  const tooMany = [
    ...restocked.filter(({ skuId }) => !returned.some((unit) => unit.skuId === skuId)),
    ...onShelf.filter(({ quantity, most }) => quantity > most),
  ];
  if (tooMany.length > 0) throw new AppError('aftersale_units', { skuIds: tooMany.map(({ skuId }) => skuId) });
  const units = onShelf.filter(({ quantity }) => quantity > 0);
  for (const { skuId, quantity } of units) {
    await tx.query(
      sql`update aftersale_lines set restocked = ${quantity}
        where user_id = ${userId} and aftersale_id = ${aftersaleId} and sku_id = ${skuId}`,
    );
  }
  await restock(ctx, tx, units, `aftersale:${aftersaleId}`, 'return');
  await sendMoney(ctx, tx, received, { actor: by.actor });
}

/**
 * The shopper keeps the goods after all, before they are sent or the money has moved. Again, it changes nothing. Throws
 * `not_found`, `aftersale_state`.
 */
export async function withdrawAftersale(ctx: Context, userId: string, aftersaleId: string): Promise<AftersaleBody> {
  await ctx.db.tx(async (tx) => {
    const aftersale = await lockAftersale(tx, userId, aftersaleId);
    if (aftersale.state !== 'withdrawn') await withdraw(ctx, tx, aftersale, { actor: 'shopper' });
  });
  return getAftersale(ctx, userId, aftersaleId);
}

export async function withdraw(ctx: Context, tx: Tx, aftersale: LockedAftersale, by: MovedBy): Promise<void> {
  await moveAftersale(ctx, tx, aftersale, 'withdrawn', by);
  await forgetShipping(tx, aftersale);
}
