import type { z } from 'zod';
import type { PlaceOrder } from '@jishi/contract/orders';
import { getAddress } from '../addresses/addresses';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { claimKey } from '../idempotency';
import { outboxRow } from '../jobs';
import { freezeCoupons } from '../coupons/orderCoupons';
import { freezeOrderPoints, readSpending } from '../points/spendPoints';
import type { Adjustment } from '../pricing/takeOff';
import { getStore } from '../stores/stores';
import { priceItems, quoteOrder, type PricedItems, type QuoteBody } from './quoteOrder';
import type { OrderBody } from './readOrder';
import { reserveStock } from './stock';

type Input = z.output<typeof PlaceOrder>;
/** Where the goods change hands, and from which store when they are picked up. */
type Destination = Pick<OrderBody, 'fulfilment' | 'address' | 'pickup'>;

/** The outbox topic that closes an order that nobody paid. */
export const EXPIRE_ORDER = 'order.expire';

/**
 * Makes an unpaid order: price and stock of this moment, units reserved, coupons and points set aside, cart lines taken
 * out, its closing scheduled, all in one transaction and, with the session, in ten statements; coupons are one more,
 * points three. The same key gives the same order. Throws `not_found`, `address_not_found`, `not_served`, `off_shelf`,
 * `sold_out`, `price_changed` (details: the new quote), `coupon_unusable` (details: `coupons`, each with its reason, and
 * the best quote without them), `idempotency_conflict`.
 */
export async function placeOrder(ctx: Context, session: SessionRow, key: string, input: Input): Promise<OrderBody> {
  const order = await ctx.db
    .tx((tx) => placeIn(ctx, tx, session, key, input))
    .catch((error: unknown) => withNewQuote(ctx, session, input, error));
  ctx.kickJobs();
  return order;
}

async function placeIn(ctx: Context, tx: Tx, session: SessionRow, key: string, input: Input): Promise<OrderBody> {
  const { userId } = session;
  const known = await claimKey<OrderBody>(tx, { userId, key, route: 'placeOrder', body: input });
  if (known) return known;
  const destination = await readDestination(tx, userId, input);
  const { fulfilment, address: place } = destination;
  const spending = input.points > 0 ? await readSpending(tx, userId, ctx.now()) : null;
  const handover = { fulfilment, place };
  const priced = await priceItems(ctx, tx, session, { items: input.items, handover, wishes: input, spending });
  const { quote, adjustments, refusals } = priced;
  refuseProblems(quote);
  if (refusals.length > 0) throw new AppError('coupon_unusable', { coupons: refusals });
  if (quote.totalFen !== input.expectedTotalFen) throw new AppError('price_changed');
  const made = makeOrder(ctx, input, destination, quote);
  await setAside(ctx, tx, userId, made.id, priced);
  const reserved = await reserveStock(ctx, tx, made.lines, made.id);
  const missing = made.lines.filter((line) => !reserved.has(line.skuId)).map((line) => line.skuId);
  if (missing.length > 0) throw new AppError('sold_out', { skuIds: missing });
  await insertOrder(ctx, tx, session, key, made, adjustments, input.isFromCart);
  return made;
}

/** The person's own before the stock, which everybody wants: whoever locks both does it in this order. */
async function setAside(ctx: Context, tx: Tx, userId: string, orderId: string, priced: PricedItems): Promise<void> {
  const { coupons, points } = priced;
  const frozen = await freezeCoupons(ctx, tx, { userId, orderId }, coupons);
  const gone = coupons.filter(({ id }) => !frozen.has(id));
  if (gone.length > 0) {
    const reason = '刚被另一个订单用了';
    throw new AppError('coupon_unusable', { coupons: gone.map(({ id: couponId }) => ({ couponId, reason })) });
  }
  if (points > 0) await freezeOrderPoints(ctx, tx, { userId, orderId, points });
}

/** What the shopper counted on is not so any more: the error says what is, once nothing of the order is left. */
async function withNewQuote(ctx: Context, session: SessionRow, input: Input, error: unknown): Promise<never> {
  if (!(error instanceof AppError)) throw error;
  const { code, details } = error;
  if (code === 'coupon_unusable') {
    const quote = await quoteOrder(ctx, session, { ...input, couponIds: undefined });
    throw new AppError(code, { ...(details as object), quote });
  }
  // points that another order has taken meanwhile change the price
  if (code === 'price_changed' || code === 'not_enough')
    throw new AppError('price_changed', { quote: await quoteOrder(ctx, session, input) });
  throw error;
}

async function readDestination(tx: Tx, userId: string, { fulfilment, addressId, pickup }: Input): Promise<Destination> {
  if (fulfilment === 'delivery' && addressId !== undefined) {
    const { id: _, ...address } = await getAddress(tx, userId, addressId);
    return { fulfilment, address, pickup: null };
  }
  if (fulfilment === 'pickup' && pickup) {
    const { id: storeId, lat: _lat, lng: _lng, ...store } = await getStore(tx, pickup.storeId);
    const { province, city, district, detail, ...shown } = store;
    const address = { ...pickup.contact, province, city, district, detail };
    return { fulfilment, address, pickup: { storeId, ...shown, code: null } };
  }
  throw new AppError('invalid_request');
}

function refuseProblems({ problems, unserved }: QuoteBody): void {
  if (unserved) throw new AppError('not_served', unserved);
  const [first] = problems;
  if (!first) return;
  const skuIds = problems.filter((problem) => problem.code === first.code).map((problem) => problem.skuId);
  throw new AppError(first.code, { skuIds, problems });
}

function makeOrder(ctx: Context, { note, invoice }: Input, destination: Destination, quote: QuoteBody): OrderBody {
  const { lines, breakdown, goodsFen, shippingFen, discountFen, totalFen } = quote;
  const now = ctx.now();
  return {
    id: ctx.makeId(),
    state: 'unpaid',
    closeReason: null,
    cancelReason: null,
    ...{ lines, breakdown, goodsFen, shippingFen, discountFen, totalFen },
    ...destination,
    invoice: invoice ?? null,
    note,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + ctx.env.ORDER_TTL_MINUTES * 60_000).toISOString(),
    paidAt: null,
    shippedAt: null,
    doneAt: null,
    closedAt: null,
    paymentState: null,
  };
}

async function insertOrder(
  ctx: Context,
  tx: Tx,
  session: SessionRow,
  key: string,
  order: OrderBody,
  adjustments: Adjustment[],
  isFromCart: boolean,
): Promise<void> {
  const { userId, platform, appId, visitId } = session;
  const cartSkuIds = isFromCart ? order.lines.map((line) => line.skuId) : [];
  const lineIds = new Map(order.lines.map((line) => [line.skuId, ctx.makeId()]));
  const lines = JSON.stringify(order.lines.map((line) => ({ ...line, lineId: lineIds.get(line.skuId) })));
  const splits = JSON.stringify(
    adjustments.map((part) => ({ ...part, adjustmentId: ctx.makeId(), lineId: lineIds.get(part.skuId) })),
  );
  const job = outboxRow(ctx, {
    topic: EXPIRE_ORDER,
    payload: { userId, orderId: order.id },
    runAt: new Date(order.expiresAt),
  });
  await tx.query(
    sql.named('orders.insert')`with lines as (
        insert into order_lines (user_id, order_id, line_id, sku_id, product_id, title, option_text, image_url, unit_fen, quantity, total_fen)
        select ${userId}::bigint, ${order.id}::bigint, l."lineId", l."skuId", l."productId", l.title, l."optionText", l."imageUrl",
          l."unitFen", l.quantity, l."totalFen"
        from jsonb_to_recordset(${lines}::jsonb) as l("lineId" bigint, "skuId" bigint, "productId" bigint, title text,
          "optionText" text, "imageUrl" text, "unitFen" bigint, quantity int, "totalFen" bigint)
      ), splits as (
        insert into order_adjustments (user_id, order_id, adjustment_id, line_id, kind, ref, fen)
        select ${userId}::bigint, ${order.id}::bigint, a."adjustmentId", a."lineId", a.kind, a.ref, a.fen
        from jsonb_to_recordset(${splits}::jsonb) as a("adjustmentId" bigint, "lineId" bigint, kind text, ref text, fen bigint)
      ), move as (
        insert into order_moves (user_id, order_id, move_id, from_state, to_state, reason, created_at)
        values (${userId}, ${order.id}, ${ctx.makeId()}, null, 'unpaid', 'placed', ${order.createdAt})
      ), owner as (
        insert into order_owners (order_id, user_id) values (${order.id}, ${userId})
      ), cart as (
        delete from cart_items where user_id = ${userId} and sku_id = any(${cartSkuIds}::bigint[])
      ), job as (
        insert into outbox (shard, job_id, topic, payload, run_at)
        values (${job.shard}, ${job.jobId}, ${EXPIRE_ORDER}, ${job.payload}, ${job.runAt})
      ), answer as (
        update idempotency_keys set response = ${JSON.stringify(order)}::jsonb where user_id = ${userId} and key = ${key}
      )
      insert into orders (user_id, order_id, state, platform, app_id, visit_id, goods_fen, shipping_fen, discount_fen, total_fen,
        address, note, created_at, expires_at, fulfilment, store, breakdown, invoice)
      values (${userId}, ${order.id}, 'unpaid', ${platform}, ${appId}, ${visitId}, ${order.goodsFen}, ${order.shippingFen},
        ${order.discountFen}, ${order.totalFen}, ${JSON.stringify(order.address)}, ${order.note}, ${order.createdAt}, ${order.expiresAt},
        ${order.fulfilment}, ${jsonOrNull(order.pickup)}, ${JSON.stringify(order.breakdown)}, ${jsonOrNull(order.invoice)})`,
  );
}

const jsonOrNull = (value: unknown) => (value === null ? null : JSON.stringify(value));
