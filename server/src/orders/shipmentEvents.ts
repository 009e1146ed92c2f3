import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

export interface ShipmentEvent {
  text: string;
  /** UTC */
  happenedAt: string;
}

interface Parcel {
  userId: string;
  shipmentId: string;
}

/** Clocks of carriers run ahead a little. */
const AHEAD_MS = 10 * 60_000;

/** Writes what a carrier says; what was said already is not written again. Answers how many were new. */
export async function writeShipmentEvents(
  ctx: Pick<Context, 'makeId'>,
  db: Queryable,
  events: (Parcel & ShipmentEvent)[],
): Promise<number> {
  const rows = JSON.stringify(events.map((event) => ({ ...event, eventId: ctx.makeId() })));
  const added = await db.query(
    sql`insert into shipment_events (user_id, shipment_id, event_id, text, happened_at)
      select "userId", "shipmentId", "eventId", text, "happenedAt"
      from jsonb_to_recordset(${rows}::jsonb) as r("userId" bigint, "shipmentId" bigint, "eventId" bigint, text text,
        "happenedAt" timestamptz)
      on conflict (user_id, shipment_id, happened_at, text) do nothing returning event_id`,
  );
  return added.length;
}

/** One event of a parcel. Throws `not_found`, `invalid_request` for the future. */
export async function addShipmentEvent(ctx: Context, shipmentId: string, event: ShipmentEvent): Promise<number> {
  refuseFuture(ctx, [event]);
  const [parcel] = await ctx.db.query<Parcel>(
    sql`select user_id as "userId", shipment_id as "shipmentId" from shipments where shipment_id = ${shipmentId}`,
  );
  if (!parcel) throw new AppError('not_found');
  return writeShipmentEvents(ctx, ctx.db, [{ ...parcel, ...event }]);
}

/**
 * Events by tracking number, all or none; a number that two parcels share stands for both. Throws `not_found`
 * (details: `trackingNos`), `invalid_request` for the future.
 */
export async function addShipmentEvents(
  ctx: Context,
  items: (ShipmentEvent & { trackingNo: string })[],
): Promise<number> {
  refuseFuture(ctx, items);
  const numbers = [...new Set(items.map((item) => item.trackingNo))];
  const parcels = await ctx.db.query<Parcel & { trackingNo: string }>(
    sql`select user_id as "userId", shipment_id as "shipmentId", tracking_no as "trackingNo" from shipments
      where tracking_no = any(${numbers}::text[])`,
  );
  const missing = numbers.filter((number) => !parcels.some(({ trackingNo }) => trackingNo === number));
  if (missing.length > 0) throw new AppError('not_found', { trackingNos: missing });
  const events = items.flatMap(({ trackingNo, ...event }) =>
    parcels.filter((parcel) => parcel.trackingNo === trackingNo).map((parcel) => ({ ...parcel, ...event })),
  );
  return writeShipmentEvents(ctx, ctx.db, events);
}

function refuseFuture(ctx: Context, events: ShipmentEvent[]): void {
  const latest = ctx.now().getTime() + AHEAD_MS;
  if (!events.some(({ happenedAt }) => Date.parse(happenedAt) > latest)) return;
  throw new AppError('invalid_request', { issues: [{ path: 'happenedAt', message: '时间不对' }] });
}
