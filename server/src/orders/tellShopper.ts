import type { MessageKind } from '@jishi/contract/plain/messages';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { isWanted, sendNotice } from '../messages/sendNotice';
import type { Facts } from '../messages/writeFacts';

/** Leave is asked for on the page that comes after paying: what is sent at once would come before it. */
const PAID_WAIT_MS = 2 * 60_000;

interface OrderFacts {
  platform: Platform;
  appId: string;
  totalFen: string;
  title: string;
  units: number;
  fulfilment: string;
  pickupCode: string | null;
  store: string | null;
  storeAddress: string | null;
}

/** The order is paid; one that is picked up waits in the store. In the transaction that pays it. */
export async function tellPaid(ctx: Context, tx: Tx, userId: string, orderId: string): Promise<void> {
  const runAt = new Date(ctx.now().getTime() + PAID_WAIT_MS);
  await tell(ctx, tx, { userId, orderId, kind: 'order_paid', ref: `order:${orderId}`, runAt }, () => ({
    paidAt: ctx.now().toISOString(),
    tip: '付款成功，店家正在备货',
  }));
  await tell(ctx, tx, { userId, orderId, kind: 'pickup_ready', ref: `order:${orderId}`, runAt }, (order) =>
    order.fulfilment === 'pickup' && order.pickupCode !== null
      ? {
          pickupCode: order.pickupCode,
          store: order.store ?? '',
          storeAddress: order.storeAddress ?? '',
          tip: '到店出示取货码即可取货',
        }
      : null,
  );
}

/** A parcel of the order is on its way. In the transaction that notes it. */
export function tellShipped(
  ctx: Context,
  tx: Tx,
  parcel: { userId: string; orderId: string; shipmentId: string; carrier: string; trackingNo: string },
): Promise<void> {
  const { userId, orderId, shipmentId, carrier, trackingNo } = parcel;
  return tell(ctx, tx, { userId, orderId, kind: 'order_shipped', ref: `shipment:${shipmentId}` }, () => ({
    carrier,
    trackingNo,
    shippedAt: ctx.now().toISOString(),
    tip: '点开可以看物流',
  }));
}

/** Money of the order has gone back. In the transaction that notes the platform's word. */
export async function tellRefunded(ctx: Context, tx: Tx, userId: string, refundId: string): Promise<void> {
  if (!(await isWanted(tx, 'refund_done'))) return;
  const [refund] = await tx.query<{ orderId: string; fen: string; reason: string }>(
    sql`select order_id as "orderId", amount_fen as fen, reason from refunds
      where user_id = ${userId} and refund_id = ${refundId}`,
  );
  const { orderId, fen, reason } = refund!;
  await tell(ctx, tx, { userId, orderId, kind: 'refund_done', ref: `refund:${refundId}` }, () => ({
    refundFen: Number(fen),
    refundedAt: ctx.now().toISOString(),
    reason,
    tip: '已原路退回，到账以银行为准',
  }));
}

async function tell(
  ctx: Context,
  tx: Tx,
  about: { userId: string; orderId: string; kind: MessageKind; ref: string; runAt?: Date },
  /** Null: there is nothing to tell. */
  more: (order: OrderFacts) => Facts | null,
): Promise<void> {
  const { orderId, ...notice } = about;
  if (!(await isWanted(tx, notice.kind))) return;
  const order = await readFacts(tx, notice.userId, orderId);
  const facts = order && more(order);
  if (!facts) return;
  const { platform, appId, title, units } = order;
  await sendNotice(ctx, tx, {
    ...notice,
    page: `orders/detail/index?id=${orderId}`,
    via: { platform, appId },
    values: {
      orderNo: orderId,
      title: units > 1 ? `${title}等${units}件` : title,
      shopName: ctx.env.SHOP_NAME,
      totalFen: Number(order.totalFen),
      ...facts,
    },
  });
}

async function readFacts(tx: Tx, userId: string, orderId: string): Promise<OrderFacts | undefined> {
  const [row] = await tx.query<OrderFacts>(
    sql`select o.platform, o.app_id as "appId", o.total_fen as "totalFen", o.fulfilment, o.pickup_code as "pickupCode",
        o.store ->> 'name' as store, o.store ->> 'address' as "storeAddress", l.title, l.units
      from orders o cross join lateral (
        select (array_agg(title order by line_id))[1] as title, sum(quantity)::int as units from order_lines
        where user_id = o.user_id and order_id = o.order_id
      ) l
      where o.user_id = ${userId} and o.order_id = ${orderId}`,
  );
  return row;
}
