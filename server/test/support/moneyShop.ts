import type { Platform } from '@jishi/contract/plain/platforms';
import { jobHandlers } from '../../src/app';
import { sql, type Observer } from '../../src/db/db';
import { runDueJobs, type JobHandlers } from '../../src/jobs';
import { requestRefund, type RefundWish } from '../../src/payments/refunds';
import { openPayment, placeOrder, product, sku, stockShelf } from './fixtures';
import { testApp, type Answer, type Shopper, type TestApp } from './testApp';

/** The topic under which a test hears how a refund ended. */
export const HEARD = 'test.heard';
export const PRICE_FEN = 3000;

let made = 0;

/** A shop that delivers for nothing: an order costs what its goods cost. */
export const moneyShop = (observer?: Observer) => testApp({ observer, env: { FREE_SHIPPING_FROM_FEN: '0' } });

/** A shelf with ten units of one new SKU; answers its id. */
export async function newSku(shop: TestApp): Promise<string> {
  const item = product({ handle: `money-${++made}`, skus: [sku({ priceFen: PRICE_FEN, stock: 10 })] });
  return (await stockShelf(shop.ctx, item)).skuIds[0]!;
}

/** One person who is in two super-apps at once. */
export async function inTwoApps(shop: TestApp): Promise<Record<'h5' | 'weapp', Shopper>> {
  const h5 = await shop.shopper();
  const nth = ++made;
  const login = { platform: 'weapp', appId: 'wx-shop', code: `fake-two-${nth}`, deviceId: `two-apps-${nth}` } as const;
  const weapp = { ...(await shop.shopper(login)), userId: h5.userId };
  await shop.ctx.db.query(
    sql`update sessions set user_id = ${h5.userId} where device_id = ${login.deviceId} and platform = 'weapp'`,
  );
  return { h5, weapp };
}

/** What the payer, and then the fake platform, does with a trade. */
export async function act(shop: TestApp, tradeNo: string, payload: object): Promise<Answer> {
  const answer = await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload });
  return { status: answer.statusCode, body: answer.json() };
}

export interface PaidOrder {
  shopper: Shopper;
  userId: string;
  orderId: string;
  paymentId: string;
  tradeNo: string;
  amountFen: number;
  skuId: string;
}

/** An order that is paid, by a new shopper, of two units. */
export async function paidOrder(shop: TestApp): Promise<PaidOrder> {
  const skuId = await newSku(shop);
  const shopper = await shop.shopper();
  const { id: orderId } = await placeOrder(shopper, [{ skuId, quantity: 2 }]);
  const { id: paymentId, tradeNo, amountFen } = await openPayment(shopper, orderId);
  await act(shop, tradeNo, { action: 'pay' });
  return { shopper, userId: shopper.userId, orderId, paymentId, tradeNo, amountFen, skuId };
}

/** As the after-sale does it: in a transaction of its own. */
export function askRefund(
  shop: TestApp,
  { userId, orderId }: { userId: string; orderId: string },
  wish: Partial<RefundWish> & { fen: number; ref: string },
): Promise<{ refundId: string }> {
  const whole = { userId, orderId, reason: '售后退款', then: { topic: HEARD, payload: { ref: wish.ref } }, ...wish };
  return shop.ctx.db.tx((tx) => requestRefund(shop.ctx, tx, whole));
}

/** Runs due jobs for so many rounds of an hour; answers what was heard of refunds meanwhile, added to `heard`. */
export async function runHours(
  shop: TestApp,
  hours: number,
  heard: Record<string, string>[] = [],
): Promise<Record<string, string>[]> {
  const handlers: JobHandlers = { ...jobHandlers, [HEARD]: async (_ctx, payload) => void heard.push(payload) };
  for (let hour = 0; hour <= hours; hour++) {
    while ((await runDueJobs(shop.ctx, handlers)) > 0);
    if (hour < hours) shop.advance(3_700_000);
  }
  return heard;
}

/** Refunds of an order as our books have them. */
export const refundsOf = (shop: TestApp, orderId: string) =>
  shop.ctx.db.query<{ state: string; fen: number; attempt: number; number: string }>(
    sql`select state, amount_fen::int as fen, attempt, refund_no as number from refunds
      where order_id = ${orderId} order by refund_id`,
  );

/** Refunds of a trade as the platform's books have them. */
export const theirRefundsOf = (shop: TestApp, tradeNo: string) =>
  shop.ctx.db.query<{ state: string; fen: number; number: string }>(
    sql`select state, fen::int as fen, refund_no as number from fake_refunds
      where trade_no = ${tradeNo} order by refund_no`,
  );

export const paymentsOf = (shop: TestApp, orderId: string) =>
  shop.ctx.db.query<{ platform: Platform; app_id: string; state: string; trade_no: string; refunded: number }>(
    sql`select platform, app_id, state, trade_no, refunded_fen::int as refunded from payments
      where order_id = ${orderId} order by payment_id`,
  );
