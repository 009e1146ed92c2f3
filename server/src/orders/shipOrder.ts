import type { z } from 'zod';
import type { AdminOrder } from '@jishi/contract/admin/orders';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { enqueue } from '../jobs';
import { FAKE_TRAIL } from './fakeCarrier';
import { ownerOf, readOrderDetail } from './findOrders';
import { moveOrder } from './moveOrder';

/**
 * Notes the parcel of a paid order and moves it to shipped, both or neither. Throws `not_found`, and `order_state`
 * for an order that is not waiting for a parcel: not paid, shipped already, or to be picked up.
 */
export async function shipOrder(
  ctx: Context,
  orderId: string,
  { carrier, trackingNo }: { carrier: string; trackingNo: string },
): Promise<z.output<typeof AdminOrder>> {
  await ctx.db.tx(async (tx) => {
    const userId = await ownerOf(tx, orderId);
    const { order } = await readOrderDetail(tx, orderId);
    const isMoved =
      order.fulfilment === 'delivery' &&
      (await moveOrder(ctx, tx, { userId, orderId, from: 'paid', to: 'shipped', reason: 'shipment' }));
    if (!isMoved) throw new AppError('order_state', { state: order.state });
    const shipmentId = ctx.makeId();
    await tx.query(
      sql`insert into shipments (user_id, shipment_id, order_id, carrier, tracking_no, created_at)
        values (${userId}, ${shipmentId}, ${orderId}, ${carrier}, ${trackingNo}, ${ctx.now()})`,
    );
    // nobody carries the demo shop's parcels, so somebody has to say where they are
    if (ctx.env.platformMode === 'fake') {
      await enqueue(ctx, tx, { topic: FAKE_TRAIL, payload: { userId, shipmentId } });
    }
  });
  return readOrderDetail(ctx.db, orderId);
}
