import type { z } from 'zod';
import type { OrderProgress } from '@jishi/contract/orders';
import type { MoveReason, OrderState } from '@jishi/contract/plain/orders';
import { sql, type Queryable } from '../db/db';
import { getOrder } from './readOrder';

interface ShipmentRow {
  id: string;
  carrier: string;
  trackingNo: string;
  createdAt: Date;
}

/** What has happened to a person's order, newest first. Throws `not_found`. */
export async function readProgress(
  db: Queryable,
  userId: string,
  orderId: string,
): Promise<z.output<typeof OrderProgress>> {
  await getOrder(db, userId, orderId);
  const moves = await db.query<{ state: OrderState; reason: MoveReason; at: Date }>(
    sql.named('orders.moves')`select to_state as state, reason, created_at as at from order_moves
      where user_id = ${userId} and order_id = ${orderId} order by created_at desc, move_id desc`,
  );
  const shipments = await db.query<ShipmentRow>(
    sql.named(
      'orders.shipments',
    )`select shipment_id as id, carrier, tracking_no as "trackingNo", created_at as "createdAt"
      from shipments where user_id = ${userId} and order_id = ${orderId} order by shipment_id desc`,
  );
  const events = await readEvents(
    db,
    userId,
    shipments.map((shipment) => shipment.id),
  );
  return {
    timeline: moves.map((move) => ({ ...move, at: move.at.toISOString() })),
    shipments: shipments.map((shipment) => ({
      ...shipment,
      createdAt: shipment.createdAt.toISOString(),
      events: events
        .filter((event) => event.shipmentId === shipment.id)
        .map(({ text, at }) => ({ text, at: at.toISOString() })),
    })),
  };
}

async function readEvents(db: Queryable, userId: string, shipmentIds: string[]) {
  if (shipmentIds.length === 0) return [];
  return db.query<{ shipmentId: string; text: string; at: Date }>(
    sql.named('orders.shipmentEvents')`select shipment_id as "shipmentId", text, happened_at as at from shipment_events
      where user_id = ${userId} and shipment_id = any(${shipmentIds}::bigint[]) order by happened_at desc, event_id desc`,
  );
}
