import type { z } from 'zod';
import type { AdminOrder } from '@jishi/contract/admin/orders';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { enqueue } from '../jobs';
import { FAKE_TRAIL } from './fakeCarrier';
import { ownerOf, readOrderDetail } from './findOrders';
import { moveOrder } from './moveOrder';
import { refundedUnits, withoutRefunded } from './refundedUnits';
import { tellShipped } from './tellShopper';

/**
 * Notes the parcel of a paid order and moves it to shipped, both or neither; units that were refunded are not in it.
 * Throws `not_found`, `aftersale_open` while a request for a refund waits for an answer, and `order_state` for an order
 * that is not waiting for a parcel: not paid, shipped already, or to be picked up.
 */
export async function shipOrder(
  ctx: Context,
  orderId: string,
  { carrier, trackingNo }: { carrier: string; trackingNo: string },
): Promise<z.output<typeof AdminOrder>> {
  await ctx.db.tx(async (tx) => {
    const userId = await ownerOf(tx, orderId);
    const { order } = await readOrderDetail(tx, orderId);
    const moved =
      order.fulfilment === 'delivery' &&
      (await moveOrder(ctx, tx, { userId, orderId, from: 'paid', to: 'shipped', reason: 'shipment' }));
    if (!moved) throw new AppError('order_state', { state: order.state });
    const refunded = await refundedUnits(tx, userId, orderId);
    const units = refunded.length > 0 ? JSON.stringify(withoutRefunded(moved, refunded)) : null;
    const shipmentId = ctx.makeId();
    await tx.query(
      sql`insert into shipments (user_id, shipment_id, order_id, carrier, tracking_no, lines, created_at)
        values (${userId}, ${shipmentId}, ${orderId}, ${carrier}, ${trackingNo}, ${units}, ${ctx.now()})`,
    );
    await tellShipped(ctx, tx, { userId, orderId, shipmentId, carrier, trackingNo });
    // nobody carries the demo shop's parcels, so somebody has to say where they are
    if (ctx.env.platformMode === 'fake') {
      await enqueue(ctx, tx, { topic: FAKE_TRAIL, payload: { userId, shipmentId } });
    }
  });
  return readOrderDetail(ctx.db, orderId);
}
