import type { Context } from '../context';
import { sql } from '../db/db';
import type { JobHandlers } from '../jobs';
import { writeShipmentEvents } from './shipmentEvents';

/** The outbox topic under which the demo shop's parcels travel. */
export const FAKE_TRAIL = 'shipment.fakeTrail';

interface ParcelRow {
  createdAt: Date;
  carrier: string;
  state: string;
  city: string;
  district: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a carrier says on the way from Hangzhou to a city, and how long after the parcel was handed over. */
function trail({ city, district, carrier }: ParcelRow): { text: string; after: number }[] {
  const isNear = city === '杭州市';
  const near = [
    { text: `【杭州市】${carrier}已收件`, after: 0 },
    { text: '【杭州市】快件到达杭州转运中心', after: 25 * MINUTE },
  ];
  const far = [
    { text: `【杭州市】快件离开杭州转运中心，发往${city}`, after: 2 * HOUR },
    { text: `【${city}】快件到达${city}转运中心`, after: 14 * HOUR },
  ];
  const door = isNear ? 4 * HOUR : 20 * HOUR;
  return [
    ...near,
    ...(isNear ? [] : far),
    { text: `【${city}】快件到达${district || city}营业点`, after: door },
    { text: `【${city}】快递员正在派送，请保持电话畅通`, after: door + 40 * MINUTE },
    { text: `【${city}】快件已送达，放在门口；请确认收货`, after: door + 3 * HOUR },
  ];
}

export const carrierJobs: JobHandlers = {
  /** Writes what has happened by now, and comes back when the next thing happens. Running it again changes nothing. */
  async [FAKE_TRAIL](ctx, payload) {
    const { userId, shipmentId } = payload as { userId: string; shipmentId: string };
    const parcel = await readParcel(ctx, userId, shipmentId);
    // the goods went back, or the shopper has them
    if (!parcel || parcel.state !== 'shipped') return undefined;
    const steps = trail(parcel).map(({ text, after }) => ({ text, at: new Date(parcel.createdAt.getTime() + after) }));
    const past = steps.filter(({ at }) => at <= ctx.now());
    await writeShipmentEvents(
      ctx,
      ctx.db,
      past.map(({ text, at }) => ({ userId, shipmentId, text, happenedAt: at.toISOString() })),
    );
    return steps[past.length]?.at;
  },
};

async function readParcel(ctx: Context, userId: string, shipmentId: string): Promise<ParcelRow | undefined> {
  const [row] = await ctx.db.query<ParcelRow>(
    sql`select s.created_at as "createdAt", s.carrier, o.state, o.address ->> 'city' as city,
        o.address ->> 'district' as district
      from shipments s join orders o on o.user_id = s.user_id and o.order_id = s.order_id
      where s.user_id = ${userId} and s.shipment_id = ${shipmentId}`,
  );
  return row;
}
