import { sql } from '../src/db/db';
import { enqueue } from '../src/jobs';
import { startReconciliation } from '../src/payments/billJobs';
import { dayOf, startOf } from '../src/beijing';
import { addDays, lastBilledDay, nextMorning } from '../src/payments/billDays';
import { COMPARE_BILL, PREPARE_BILLS } from '../src/payments/topics';
import { employee } from './support/employees';
import { openPayment, placeOrder } from './support/fixtures';
import {
  act,
  askRefund,
  moneyShop,
  newSku,
  paidOrder,
  paymentsOf,
  runHours,
  type PaidOrder,
} from './support/moneyShop';
import type { TestApp } from './support/testApp';

const HOUR_MS = 3_600_000;

let shop: TestApp;
beforeAll(async () => {
  shop = await moneyShop();
  await startReconciliation(shop.ctx);
  await shop.runJobs();
});
afterAll(() => shop.close());
beforeEach(() => toBeijing('14:00'));

/** Moves the clock on to a time of day in Beijing, tomorrow if it is over. */
function toBeijing(time: string): void {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const today = startOf(dayOf(shop.ctx.now())).getTime() + hours * HOUR_MS + minutes * 60_000;
  const now = shop.ctx.now().getTime();
  shop.advance((today > now ? today : today + 24 * HOUR_MS) - now);
}
const today = () => dayOf(shop.ctx.now());
/** The next morning, when the bills of `day` are compared. */
async function nextDay(): Promise<void> {
  toBeijing('10:30');
  await runHours(shop, 0);
}
const differences = async (day: string) =>
  shop.ctx.db.query<{ kind: string; trade_no: string; refund_no: string | null; ours: number; theirs: number }>(
    sql`select kind, trade_no, refund_no, our_fen::int as ours, their_fen::int as theirs from bill_differences
      where platform = 'h5' and day = ${day} order by kind`,
  );
const billOf = async (day: string) =>
  (
    await shop.ctx.db.query<{ state: string; lines: number; differences: number }>(
      sql`select state, line_count as lines, difference_count as differences from bills
        where platform = 'h5' and day = ${day}`,
    )
  )[0];
/** When the platform says it was paid, and when we heard. */
async function setTimes({ tradeNo, paymentId }: PaidOrder, theirs: Date, ours: Date): Promise<void> {
  await shop.ctx.db.query(sql`update fake_trades set paid_at = ${theirs} where trade_no = ${tradeNo}`);
  await shop.ctx.db.query(sql`update payments set paid_at = ${ours} where payment_id = ${paymentId}`);
}

test('a bill with one line missing, one too many and one altered reports exactly those three', async () => {
  const day = today();
  const [right, missing, altered, partly] = [
    await paidOrder(shop),
    await paidOrder(shop),
    await paidOrder(shop),
    await paidOrder(shop),
  ];
  await askRefund(shop, partly, { fen: 1500, ref: 'aftersale:1' });
  await askRefund(shop, right, { fen: 6000, ref: 'aftersale:2' });
  await runHours(shop, 0);
  await act(shop, missing.tradeNo, { action: 'behave', bill: 'omitted' });
  await act(shop, altered.tradeNo, { action: 'behave', bill: 'altered' });
  await shop.ctx.db.query(
    sql`insert into fake_trades (trade_no, platform_trade_no, amount_fen, state, platform, app_id, paid_at)
      values ('Tstranger', 'F1', 4200, 'paid', 'h5', 'h5', ${shop.ctx.now()})`,
  );
  await nextDay();
  expect(await differences(day)).toEqual([
    { kind: 'amount', trade_no: altered.tradeNo, refund_no: null, ours: 6000, theirs: 6001 },
    { kind: 'missing_here', trade_no: 'Tstranger', refund_no: null, ours: null, theirs: 4200 },
    { kind: 'missing_there', trade_no: missing.tradeNo, refund_no: null, ours: 6000, theirs: null },
  ]);
  // four payments and two refunds, less the one that is missing, and a stranger's
  expect(await billOf(day)).toEqual({ state: 'compared', lines: 6, differences: 3 });

  const { send } = await employee(shop, 'owner');
  const { body } = await send('GET', `/admin/bill-differences?platform=h5&day=${day}`);
  expect(body.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'amount',
    'missing_here',
    'missing_there',
  ]);
  const bills = (await send('GET', '/admin/bills?platform=h5&limit=1')).body;
  expect(bills.items).toMatchObject([{ day, state: 'compared', lineCount: 6, differenceCount: 3 }]);

  // the same bill again says the same
  await shop.ctx.db.tx((tx) => enqueue(shop.ctx, tx, { topic: COMPARE_BILL, payload: { platform: 'h5', day } }));
  await runHours(shop, 0);
  expect(await differences(day)).toHaveLength(3);
  await nextDay();
  expect(await differences(addDays(day, 1))).toEqual([]);
});

test('a refund that a bill lacks, or that we never made, is reported by its number', async () => {
  const day = today();
  const [omitted, foreign] = [await paidOrder(shop), await paidOrder(shop)];
  const { refundId } = await askRefund(shop, omitted, { fen: 100, ref: 'aftersale:1' });
  await runHours(shop, 0);
  await act(shop, omitted.tradeNo, { action: 'behave', bill: 'omitted' });
  await shop.ctx.db.query(
    sql`insert into fake_refunds (refund_no, trade_no, fen, state, created_at)
      values ('by-hand', ${foreign.tradeNo}, 77, 'succeeded', ${shop.ctx.now()})`,
  );
  await nextDay();
  expect(await differences(day)).toEqual(
    expect.arrayContaining([
      { kind: 'missing_here', trade_no: foreign.tradeNo, refund_no: 'by-hand', ours: null, theirs: 77 },
      { kind: 'missing_there', trade_no: omitted.tradeNo, refund_no: `R${refundId}`, ours: 100, theirs: null },
    ]),
  );
  expect(await differences(day)).toHaveLength(3);
});

test('a payment a second before midnight that we heard of after it is no difference on either day', async () => {
  const day = today();
  const paid = await paidOrder(shop);
  const midnight = startOf(addDays(day, 1)).getTime();
  await setTimes(paid, new Date(midnight - 1000), new Date(midnight + 90_000));
  await nextDay();
  await nextDay();
  expect(await differences(day)).toEqual([]);
  expect(await differences(addDays(day, 1))).toEqual([]);
});

test('a payment that the platform counts to the next day is no difference on either', async () => {
  const day = today();
  const paid = await paidOrder(shop);
  const midnight = startOf(addDays(day, 1)).getTime();
  await setTimes(paid, new Date(midnight + 2000), new Date(midnight - 3000));
  await nextDay();
  await nextDay();
  expect(await differences(day)).toEqual([]);
  expect(await differences(addDays(day, 1))).toEqual([]);
  expect((await billOf(addDays(day, 1)))!.lines).toBe(1);
});

test('a payment minutes before midnight that no bill has is reported with the next day', async () => {
  const day = today();
  const paid = await paidOrder(shop);
  const midnight = startOf(addDays(day, 1)).getTime();
  await setTimes(paid, new Date(midnight - 3000), new Date(midnight - 3000));
  await act(shop, paid.tradeNo, { action: 'behave', bill: 'omitted' });
  await nextDay();
  expect(await differences(day)).toEqual([]);
  await nextDay();
  expect(await differences(addDays(day, 1))).toMatchObject([{ kind: 'missing_there', trade_no: paid.tradeNo }]);
});

test('money that only the bill tells of is reported, and then goes back by itself', async () => {
  const day = today();
  const shopper = await shop.shopper();
  const { id: orderId } = await placeOrder(shopper, [{ skuId: await newSku(shop), quantity: 1 }]);
  const { tradeNo } = await openPayment(shopper, orderId);
  await runHours(shop, 3);
  await act(shop, tradeNo, { action: 'pay', isLate: true, notice: 'none' });
  await nextDay();
  expect(await differences(day)).toEqual([
    { kind: 'missing_here', trade_no: tradeNo, refund_no: null, ours: null, theirs: 3000 },
  ]);
  expect(await paymentsOf(shop, orderId)).toMatchObject([{ state: 'refunded', refunded: 3000 }]);
  await nextDay();
  expect(await differences(addDays(day, 1))).toEqual([]);
});

test('a refund that is still on its way when its bill comes is no difference', async () => {
  const day = today();
  const paid = await paidOrder(shop);
  await askRefund(shop, paid, { fen: 100, ref: 'aftersale:1' });
  await act(shop, paid.tradeNo, { action: 'behave', refunds: 'process' });
  await runHours(shop, 0);
  await act(shop, paid.tradeNo, { action: 'settle_refunds', outcome: 'succeeded', notice: 'none' });
  await nextDay();
  await nextDay();
  expect([...(await differences(day)), ...(await differences(addDays(day, 1)))]).toEqual([]);
});

test('a bill that is not there is asked for again, and given up after four days', async () => {
  const day = today();
  await shop.ctx.db.query(sql`insert into fake_behaviours (trade_no, bill) values ('*', 'omitted')`);
  await nextDay();
  expect(await billOf(day)).toMatchObject({ state: 'waiting' });
  await runHours(shop, 20);
  expect(await billOf(day)).toMatchObject({ state: 'waiting' });
  await shop.ctx.db.query(sql`update fake_behaviours set bill = 'as_is' where trade_no = '*'`);
  await runHours(shop, 2);
  expect(await billOf(day)).toMatchObject({ state: 'compared' });

  toBeijing('14:00');
  const never = today();
  await shop.ctx.db.query(sql`update fake_behaviours set bill = 'omitted' where trade_no = '*'`);
  await nextDay();
  await runHours(shop, 75);
  expect(await billOf(never)).toMatchObject({ state: 'missing' });
  await shop.ctx.db.query(sql`delete from fake_behaviours where trade_no = '*'`);
});

test('after days of standstill the bills of those days are compared, a week at most', async () => {
  await nextDay();
  const last = lastBilledDay(shop.ctx.now());
  shop.advance(3 * 24 * HOUR_MS);
  await runHours(shop, 0);
  for (const days of [1, 2, 3]) expect(await billOf(addDays(last, days))).toMatchObject({ state: 'compared' });
  shop.advance(20 * 24 * HOUR_MS);
  await runHours(shop, 0);
  expect(await billOf(addDays(last, 13 + 3))).toBeUndefined();
  for (const days of [17, 20, 23]) expect(await billOf(addDays(last, days))).toMatchObject({ state: 'compared' });
});

test('however often the server starts there is one daily job, which a start revives', async () => {
  const jobs = () =>
    shop.ctx.db.query<{ dead_at: Date | null; run_at: Date }>(
      sql`select dead_at, run_at from outbox where topic = ${PREPARE_BILLS}`,
    );
  await Promise.all([1, 2, 3].map(() => startReconciliation(shop.ctx)));
  expect(await jobs()).toHaveLength(1);
  expect((await jobs())[0]!.run_at.getTime()).toBe(nextMorning(shop.ctx.now()).getTime());
  await shop.ctx.db.query(sql`update outbox set dead_at = now() where topic = ${PREPARE_BILLS}`);
  await startReconciliation(shop.ctx);
  expect((await jobs())[0]!.dead_at).toBeNull();
});

test.each([
  ['2026-11-25T15:59:59Z', '2026-11-25', '2026-11-24'],
  ['2026-11-25T16:00:00Z', '2026-11-26', '2026-11-24'],
  ['2026-11-26T01:59:59Z', '2026-11-26', '2026-11-24'],
  ['2026-11-26T02:00:00Z', '2026-11-26', '2026-11-25'],
])('%s is %s in Beijing, where the last bill is that of %s', (time, day, billed) => {
  expect(dayOf(new Date(time))).toBe(day);
  expect(lastBilledDay(new Date(time))).toBe(billed);
  expect(startOf(day).toISOString()).toBe(`${addDays(day, -1)}T16:00:00.000Z`);
});
