import { sql } from '../src/db/db';
import { requestRefund } from '../src/payments/refunds';
import { employee } from './support/employees';
import { openPayment, placeOrder } from './support/fixtures';
import { crash, crashing } from './support/moneyHistory';
import {
  act,
  askRefund,
  moneyShop,
  newSku,
  paidOrder,
  paymentsOf,
  refundsOf,
  runHours,
  theirRefundsOf,
  type PaidOrder,
} from './support/moneyShop';
import type { TestApp } from './support/testApp';

let shop: TestApp;
let paid: PaidOrder;
beforeAll(async () => {
  shop = await moneyShop(crashing);
});
afterAll(() => shop.close());
beforeEach(async () => {
  paid = await paidOrder(shop);
});

const state = async () => (await refundsOf(shop, paid.orderId)).map((refund) => refund.state);
const logOf = async () =>
  (
    await shop.ctx.db.query<{ kind: string }>(
      sql`select kind from payment_entries where payment_id = ${paid.paymentId} order by entry_id`,
    )
  ).map(({ kind }) => kind);

test('part of a payment goes back, once: the payment stays paid, and whoever asked hears of it', async () => {
  const { refundId } = await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' });
  const heard = await runHours(shop, 1);
  expect(heard).toEqual([{ userId: paid.userId, ref: 'aftersale:1', refundId, state: 'succeeded' }]);
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ state: 'paid', refunded: 1000 }]);
  expect(await theirRefundsOf(shop, paid.tradeNo)).toEqual([{ state: 'succeeded', fen: 1000, number: `R${refundId}` }]);
  expect(await logOf()).toEqual(['notice', 'refund_requested', 'refund']);
});

test('a payment of which all goes back in parts is refunded', async () => {
  await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' });
  await askRefund(shop, paid, { fen: 5000, ref: 'aftersale:2' });
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ state: 'refunding', refunded: 0 }]);
  await runHours(shop, 0);
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ state: 'refunded', refunded: 6000 }]);
});

test('money goes back if and only if the transaction that asks for it commits', async () => {
  const wish = { userId: paid.userId, orderId: paid.orderId, fen: 1000, reason: '售后退款', ref: 'aftersale:1' };
  const asked = shop.ctx.db.tx(async (tx) => {
    await requestRefund(shop.ctx, tx, wish);
    throw new Error('changed my mind');
  });
  await expect(asked).rejects.toThrow('changed my mind');
  await runHours(shop, 1);
  expect(await theirRefundsOf(shop, paid.tradeNo)).toEqual([]);
});

test('the same reference is the same refund; with another amount it is refused', async () => {
  const first = await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' });
  expect(await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' })).toEqual(first);
  await runHours(shop, 0);
  expect(await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' })).toEqual(first);
  await expect(askRefund(shop, paid, { fen: 999, ref: 'aftersale:1' })).rejects.toMatchObject({
    code: 'idempotency_conflict',
  });
  expect(await refundsOf(shop, paid.orderId)).toHaveLength(1);
});

test('more than is left never goes back, what is still under way included', async () => {
  await askRefund(shop, paid, { fen: 4000, ref: 'aftersale:1' });
  await expect(askRefund(shop, paid, { fen: 2001, ref: 'aftersale:2' })).rejects.toMatchObject({
    code: 'refund_too_high',
    details: { leftFen: 2000 },
  });
  await askRefund(shop, paid, { fen: 2000, ref: 'aftersale:3' });
  await runHours(shop, 0);
  expect(await theirRefundsOf(shop, paid.tradeNo)).toHaveLength(2);
});

test('ten refunds asked for at once share what was paid', async () => {
  const asked = await Promise.allSettled(
    Array.from({ length: 10 }, (_, nth) => askRefund(shop, paid, { fen: 1700, ref: `aftersale:${nth}` })),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  await runHours(shop, 0);
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ refunded: 5100 }]);
  expect(await theirRefundsOf(shop, paid.tradeNo)).toHaveLength(3);
});

test("another person's order, and another order's payment, are not found", async () => {
  const other = await paidOrder(shop);
  const wish = { fen: 1, ref: 'aftersale:1' };
  await expect(askRefund(shop, { ...paid, userId: other.userId }, wish)).rejects.toMatchObject({ code: 'not_found' });
  await expect(askRefund(shop, paid, { ...wish, paymentId: other.paymentId })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await refundsOf(shop, other.orderId)).toEqual([]);
});

test('an order that nobody has paid has nothing to give back', async () => {
  const { id: orderId } = await placeOrder(paid.shopper, [{ skuId: paid.skuId, quantity: 1 }]);
  const asked = askRefund(shop, { userId: paid.userId, orderId }, { fen: 1, ref: 'aftersale:1' });
  await expect(asked).rejects.toMatchObject({ code: 'order_state', details: { state: 'unpaid' } });
});

test('accepted is not back: a job asks until the platform says so', async () => {
  await act(shop, paid.tradeNo, { action: 'behave', refunds: 'process' });
  await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' });
  expect(await runHours(shop, 3)).toEqual([]);
  expect(await state()).toEqual(['processing']);
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ refunded: 0 }]);
  await act(shop, paid.tradeNo, { action: 'settle_refunds', outcome: 'succeeded', notice: 'none' });
  expect(await runHours(shop, 1)).toMatchObject([{ state: 'succeeded' }]);
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ refunded: 1000 }]);
});

test.each(['once', 'twice'])('a refund is settled by its callback, which comes %s', async (notice) => {
  await act(shop, paid.tradeNo, { action: 'behave', refunds: 'process' });
  await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' });
  await runHours(shop, 0);
  await act(shop, paid.tradeNo, { action: 'settle_refunds', outcome: 'succeeded', notice });
  expect(await state()).toEqual(['succeeded']);
  await act(shop, paid.tradeNo, { action: 'notify', notice });
  expect(await runHours(shop, 2)).toMatchObject([{ state: 'succeeded' }]);
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ state: 'paid', refunded: 1000 }]);
});

test.each(['wrong_amount', 'wrong_app', 'forged'])('a refund callback that is %s changes nothing', async (notice) => {
  await act(shop, paid.tradeNo, { action: 'behave', refunds: 'process' });
  await askRefund(shop, paid, { fen: 1000, ref: 'aftersale:1' });
  await runHours(shop, 0);
  await act(shop, paid.tradeNo, { action: 'settle_refunds', outcome: 'succeeded', notice });
  expect(await state()).toEqual(['processing']);
  expect(await runHours(shop, 1)).toMatchObject([{ state: 'succeeded' }]);
});

test('when the answer is lost the platform is asked again under the same number', async () => {
  await act(shop, paid.tradeNo, { action: 'behave', lost: 1 });
  await askRefund(shop, paid, { fen: 6000, ref: 'aftersale:1' });
  await runHours(shop, 0);
  expect(await state()).toEqual(['requested']);
  expect(await runHours(shop, 1)).toMatchObject([{ state: 'succeeded' }]);
  expect(await theirRefundsOf(shop, paid.tradeNo)).toHaveLength(1);
});

test('a platform that is away for days delays a refund, and does not end its job', async () => {
  await act(shop, paid.tradeNo, { action: 'behave', lost: 100 });
  await askRefund(shop, paid, { fen: 6000, ref: 'aftersale:1' });
  await runHours(shop, 40);
  shop.advance(3_700_000);
  expect(await state()).toEqual(['requested']);
  // nor does the first error of another kind after so long a time
  crash.seen = 0;
  crash.at = 7;
  await shop.runJobs().catch(() => undefined);
  expect(crash.seen).toBeGreaterThanOrEqual(crash.at);
  crash.at = 0;
  await act(shop, paid.tradeNo, { action: 'behave', lost: 0 });
  await runHours(shop, 2);
  expect(await state()).toEqual(['succeeded']);
});

test('after a crash at any statement of a refund the next run goes on: the money goes back once', async () => {
  let crashes = 0;
  for (let hasCrashed = true; hasCrashed;) {
    await askRefund(shop, paid, { fen: 100, ref: `aftersale:${crashes}` });
    crash.seen = 0;
    crash.at = crashes + 1;
    await shop.runJobs().catch(() => undefined);
    hasCrashed = crash.seen >= crash.at;
    crash.at = 0;
    await runHours(shop, 1);
    if (hasCrashed) crashes += 1;
  }
  expect(crashes).toBeGreaterThan(12);
  const once = Array(crashes + 1).fill({ state: 'succeeded', fen: 100 });
  expect(await theirRefundsOf(shop, paid.tradeNo)).toMatchObject(once);
  expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ state: 'paid', refunded: 100 * (crashes + 1) }]);
}, 60_000);

describe('a refund that the platform fails', () => {
  test('is tried under three numbers, then waits for a person, who sees it and tries once more', async () => {
    await act(shop, paid.tradeNo, { action: 'behave', refunds: 'fail' });
    const { refundId } = await askRefund(shop, paid, { fen: 6000, ref: 'aftersale:1' });
    expect(await runHours(shop, 3)).toMatchObject([{ refundId, state: 'failed' }]);
    expect(await refundsOf(shop, paid.orderId)).toEqual([
      { state: 'failed', fen: 6000, attempt: 3, number: `R${refundId}N3` },
    ]);
    expect((await theirRefundsOf(shop, paid.tradeNo)).map(({ number }) => number)).toEqual([
      `R${refundId}`,
      `R${refundId}N2`,
      `R${refundId}N3`,
    ]);
    expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ state: 'paid', refunded: 0 }]);

    const { send } = await employee(shop, 'operator');
    const { items } = (await send('GET', '/admin/refunds?state=failed')).body;
    expect(items[0]).toMatchObject({ id: refundId, state: 'failed', amountFen: 6000, ref: 'aftersale:1' });
    await act(shop, paid.tradeNo, { action: 'behave', refunds: 'succeed' });
    const retried = await send('POST', `/admin/refunds/${refundId}/retry`);
    expect(retried).toMatchObject({ status: 200, body: { state: 'requested', refundNo: `R${refundId}N4` } });
    expect(await send('POST', `/admin/refunds/${refundId}/retry`)).toMatchObject({ status: 409 });
    expect(await runHours(shop, 1)).toMatchObject([{ refundId, state: 'succeeded' }]);
    const { body } = await send('GET', `/admin/orders/${paid.orderId}/payments`);
    expect(body.items).toMatchObject([
      { state: 'refunded', refundedFen: 6000, refunds: [{ id: refundId, state: 'succeeded', attempt: 4 }] },
    ]);
    expect(body.items[0].log.map((entry: { kind: string }) => entry.kind)).toContain('refund_retried');
  });

  test('leaves its money to other refunds, and cannot be tried again once they have it', async () => {
    await act(shop, paid.tradeNo, { action: 'behave', refunds: 'fail' });
    const { refundId } = await askRefund(shop, paid, { fen: 6000, ref: 'aftersale:1' });
    await runHours(shop, 3);
    await act(shop, paid.tradeNo, { action: 'behave', refunds: 'succeed' });
    await askRefund(shop, paid, { fen: 1, ref: 'aftersale:2' });
    const { send } = await employee(shop, 'owner');
    expect(await send('POST', `/admin/refunds/${refundId}/retry`)).toMatchObject({
      status: 409,
      body: { error: { code: 'refund_too_high', details: { leftFen: 5999 } } },
    });
  });

  test('keeps money that came too late on its way back for the shopper', async () => {
    const { id: orderId } = await placeOrder(paid.shopper, [{ skuId: await newSku(shop), quantity: 1 }]);
    const { tradeNo } = await openPayment(paid.shopper, orderId);
    await paid.shopper.post(`/api/orders/${orderId}/cancel`);
    await act(shop, tradeNo, { action: 'behave', refunds: 'fail' });
    await act(shop, tradeNo, { action: 'pay', isLate: true });
    await runHours(shop, 3);
    expect(await refundsOf(shop, orderId)).toMatchObject([{ state: 'failed', attempt: 3 }]);
    expect(await paymentsOf(shop, orderId)).toMatchObject([{ state: 'refunding', refunded: 0 }]);
  });

  test('and of which an earlier number succeeds after all is back, once', async () => {
    await act(shop, paid.tradeNo, { action: 'behave', refunds: 'fail' });
    const { refundId } = await askRefund(shop, paid, { fen: 6000, ref: 'aftersale:1' });
    await runHours(shop, 3);
    await shop.ctx.db.query(sql`update fake_refunds set state = 'succeeded' where refund_no = ${`R${refundId}`}`);
    await act(shop, paid.tradeNo, { action: 'notify', notice: 'twice' });
    expect(await refundsOf(shop, paid.orderId)).toMatchObject([{ state: 'succeeded', number: `R${refundId}` }]);
    expect(await paymentsOf(shop, paid.orderId)).toMatchObject([{ state: 'refunded', refunded: 6000 }]);
  });
});
