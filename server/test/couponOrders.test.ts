import { sql, type Observer } from '../src/db/db';
import { credit } from '../src/ledger/credit';
import { asked, pay, rest, RETURN_TO } from './support/aftersale';
import { claim, couponOf, holdCoupon, offer } from './support/coupons';
import { employee } from './support/employees';
import { ADDRESS, newKey, product, sku, stockOf, stockShelf } from './support/fixtures';
import { newMember } from './support/members';
import { addReachDiscount } from './support/shopRules';
import { testApp, type Answer, type Shopper, type TestApp } from './support/testApp';

const DAY = 86_400_000;

/** Dies after the nth statement from now on. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Error(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
let shopper: Shopper;
let addressId: string;
let productId: string;
let skuIds: string[];
beforeAll(async () => {
  shop = await testApp({ observer });
  const options = [{ name: '口味', values: ['原味', '海苔'] }];
  const skus = [
    sku({ optionValues: ['原味'], priceFen: 12_000, stock: 500 }),
    sku({ optionValues: ['海苔'], priceFen: 3000, stock: 500 }),
  ];
  ({ productId, skuIds } = await stockShelf(shop.ctx, product({ handle: 'tea', options, skus })));
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  addressId = (await shopper.post('/api/addresses', ADDRESS)).body.id;
});

const one = (nth = 0, quantity = 1) => [{ skuId: skuIds[nth]!, quantity }];
const quote = async (change: object = {}, who = shopper) =>
  (await who.post('/api/quotes', { items: one(), ...change })).body;
const order = (expectedTotalFen: number, change: object = {}): Promise<Answer> =>
  shopper.post('/api/orders', { items: one(), addressId, expectedTotalFen, ...change }, newKey());
const reasonOf = async (couponId: string, change: object = {}) => {
  const { coupons } = await quote(change);
  const { isUsable, reason } = coupons.find(({ id }: { id: string }) => id === couponId);
  return isUsable ? true : reason;
};
const cancel = (orderId: string) => shopper.post(`/api/orders/${orderId}/cancel`);

test('the best choice is made for the shopper, explained, and what they chose instead holds', async () => {
  const ten = await holdCoupon(shop, shopper, { name: '十元', offFen: 1000, fromFen: 5000 });
  const twenty = await holdCoupon(shop, shopper);
  const fee = await holdCoupon(shop, shopper, { name: '包邮', kind: 'shipping', offFen: null, fromFen: 0 });
  const big = await holdCoupon(shop, shopper, { name: '满二百', offFen: 5000, fromFen: 20_000 });
  const best = await quote();
  expect(best).toMatchObject({ totalFen: 10_000, discountFen: 2000, isBestChoice: true });
  const shown = best.coupons.map(({ id, isChosen, offFen, reason }: Record<string, unknown>) => [
    id,
    isChosen,
    offFen,
    reason,
  ]);
  expect(shown).toEqual([
    [ten.id, false, 0, '可用'],
    [twenty.id, true, 2000, '已选，省 ¥20'],
    [fee.id, false, 0, '这一单已经包邮'],
    [big.id, false, 0, '还差 ¥80'],
  ]);
  expect(best.breakdown).toContainEqual({
    kind: 'discount',
    label: '满百减二十',
    fen: -2000,
    reason: '满 ¥100 减 ¥20',
  });
  expect(await quote({ couponIds: [ten.id] })).toMatchObject({ totalFen: 11_000, isBestChoice: false });
  expect(await quote({ couponIds: [] })).toMatchObject({ totalFen: 12_000, isBestChoice: false });
  const placed = await order(11_000, { couponIds: [ten.id] });
  expect(placed).toMatchObject({ status: 201, body: { totalFen: 11_000 } });
  expect(await couponOf(shop, ten.id)).toMatchObject({ state: 'frozen', orderId: placed.body.id, offFen: 1000 });
  expect((await couponOf(shop, twenty.id)).state).toBe('held');
});

test('a coupon for the shipping and one for the goods go together, and are both the order’s', async () => {
  const off = await holdCoupon(shop, shopper, { name: '五元', offFen: 500, fromFen: 3000 });
  const fee = await holdCoupon(shop, shopper, {
    name: '包邮',
    kind: 'shipping',
    offFen: null,
    maxOffFen: 600,
    fromFen: 0,
  });
  const items = one(1);
  const best = await quote({ items });
  expect(best).toMatchObject({ goodsFen: 3000, shippingFen: 200, discountFen: 500, totalFen: 2700 });
  const { body } = await order(2700, { items });
  for (const { id } of [off, fee])
    expect(await couponOf(shop, id)).toMatchObject({ state: 'frozen', orderId: body.id });
  const adjustments = await shop.ctx.db.query(
    sql`select kind, ref, fen::int as fen from order_adjustments where order_id = ${body.id}`,
  );
  expect(adjustments).toEqual([{ kind: 'coupon', ref: off.id, fen: 500 }]);
});

test('a coupon is used when its order is paid, and held again when that is cancelled or runs out', async () => {
  const { id } = await holdCoupon(shop, shopper);
  const first = await order(10_000);
  await cancel(first.body.id);
  expect(await couponOf(shop, id)).toEqual({
    state: 'held',
    orderId: null,
    offFen: 0,
    path: ['held', 'frozen', 'held'],
  });
  await order(10_000);
  shop.advance(31 * 60_000);
  await shop.runJobs();
  expect((await couponOf(shop, id)).state).toBe('held');
  const last = await order(10_000);
  await pay(shop, shopper, last.body.id);
  expect(await couponOf(shop, id)).toMatchObject({ state: 'used', orderId: last.body.id, offFen: 2000 });
  expect((await quote()).coupons).toEqual([]);
  const { body } = await (
    await employee(shop, 'marketer')
  ).send(
    'GET',
    `/admin/coupon-templates/${(await shopper.get('/api/coupons?state=used')).body.items[0].templateId}/statistics`,
  );
  expect(body).toMatchObject({ given: 1, used: 1, offFen: 2000, paidFen: 10_000, shoppers: 1 });
});

test('a coupon that another order took meanwhile is told with the quote without it, and nothing of the order stays', async () => {
  const { id } = await holdCoupon(shop, shopper);
  const before = await stockOf(shop.ctx, skuIds[0]!);
  const answers = await Promise.all([1, 2, 3].map(() => order(10_000, { couponIds: [id] })));
  const won = answers.filter(({ status }) => status === 201);
  expect(won).toHaveLength(1);
  for (const { status, body } of answers.filter((answer) => answer !== won[0])) {
    expect([status, body.error.code]).toEqual([409, 'coupon_unusable']);
    const { coupons, quote: fresh } = body.error.details;
    expect(coupons).toEqual([{ couponId: id, reason: expect.stringMatching(/另一个订单/) }]);
    expect(fresh).toMatchObject({ totalFen: 12_000, coupons: [] });
  }
  expect((await stockOf(shop.ctx, skuIds[0]!)).reserved).toBe(before.reserved + 1);
  expect(await couponOf(shop, id)).toMatchObject({ state: 'frozen', path: ['held', 'frozen'] });
});

test('another person’s coupon is nobody else’s, and two of a sort do not go together', async () => {
  const theirs = await holdCoupon(shop, await shop.shopper());
  expect((await order(12_000, { couponIds: [theirs.id] })).body.error).toMatchObject({
    code: 'coupon_unusable',
    details: { coupons: [{ couponId: theirs.id }] },
  });
  const mine = [await holdCoupon(shop, shopper), await holdCoupon(shop, shopper)].map(({ id }) => id);
  const answer = await order(8000, { couponIds: mine });
  expect(answer.body.error.details.coupons.map(({ reason }: { reason: string }) => reason)).toEqual([
    '这两张不能一起用',
    '这两张不能一起用',
  ]);
  expect((await order(10_000, { couponIds: [mine[0], mine[0]] })).status).toBe(400);
});

test('every reason against a coupon is said in words', async () => {
  const { body: categories } = await shopper.get('/api/categories');
  const tea = categories.items.find(({ name }: { name: string }) => name === '茶与咖啡');
  const held = async (change: object) => (await holdCoupon(shop, shopper, change)).id;
  const soon = new Date(shop.ctx.now().getTime() + DAY);
  const validFrom = soon.toISOString();
  const validUntil = new Date(soon.getTime() + DAY).toISOString();
  expect(await reasonOf(await held({ scope: { platforms: ['tt', 'weapp'] } }))).toBe('仅限抖音、微信使用');
  expect(await reasonOf(await held({ validDays: null, validFrom, validUntil }))).toMatch(/^\d{4}-\d\d-\d\d 起可用$/);
  expect(await reasonOf(await held({ scope: { productIds: ['1'] } }))).toBe('没有适用的商品');
  expect(await reasonOf(await held({ scope: { productIds: [productId] } }))).toBe(true);
  expect(await reasonOf(await held({ scope: { categoryIds: [tea.id] } }))).toBe(true);
  expect(await reasonOf(await held({ scope: { categoryIds: [tea.id] }, fromFen: 15_000 }))).toBe('适用的商品还差 ¥30');
  const fee = await held({ kind: 'shipping', offFen: null, fromFen: 0 });
  expect(await reasonOf(fee, { items: one(1) })).toBe(true);
  expect(await reasonOf(fee, { items: one(1), fulfilment: 'pickup' })).toBe('到店自提，不收运费');
  const forNew = await held({ scope: { isForNew: true } });
  expect(await reasonOf(forNew)).toBe(true);
  await order(12_000, { couponIds: [] });
  expect(await reasonOf(forNew)).toBe('仅限新客首单');
});

test('a coupon comes back when all of its order is refunded, at once or piece by piece, if it says so', async () => {
  const owner = await employee(shop, 'owner');
  await owner.send('PUT', '/admin/return-address', RETURN_TO);
  const refund = async (orderId: string, quantity: number) => {
    const { id } = await asked(shopper, orderId, { lines: one(0, quantity) });
    expect((await owner.send('POST', `/admin/aftersales/${id}/approve`, {})).status).toBe(200);
    await rest(shop);
  };
  const bought = async (change: object) => {
    const { id } = await holdCoupon(shop, shopper, { ...change, validDays: 30 });
    const { body } = await order(22_000, { items: one(0, 2), couponIds: [id] });
    await pay(shop, shopper, body.id);
    return { couponId: id, orderId: body.id };
  };
  const kept = await bought({ isReturned: false });
  await refund(kept.orderId, 2);
  expect((await couponOf(shop, kept.couponId)).state).toBe('used');
  const back = await bought({});
  await refund(back.orderId, 1);
  expect((await couponOf(shop, back.couponId)).state).toBe('used');
  await refund(back.orderId, 1);
  expect(await couponOf(shop, back.couponId)).toEqual({
    state: 'held',
    orderId: null,
    offFen: 0,
    path: ['held', 'frozen', 'used', 'held'],
  });
});

test('a coupon that the shop took back does not come back with its cancelled order', async () => {
  const { id, templateId } = await holdCoupon(shop, shopper);
  const { body } = await order(10_000);
  await (await employee(shop, 'owner')).send('POST', `/admin/coupon-templates/${templateId}/stop`, { voidsHeld: true });
  expect((await couponOf(shop, id)).state).toBe('frozen');
  await cancel(body.id);
  expect(await couponOf(shop, id)).toMatchObject({ state: 'void', path: ['held', 'frozen', 'void'] });
});

test('a member’s price, 满减, a coupon and points are taken off one after the other, and points come back too', async () => {
  const rich = await newMember(shop);
  shopper = rich;
  addressId = (await rich.post('/api/addresses', ADDRESS)).body.id;
  await shop.ctx.db.query(sql`update members set level_id = 3 where user_id = ${rich.userId}`);
  const entry = { userId: rich.userId, unit: 'points', kind: 'grant', ref: 'test', reason: '测试' } as const;
  await shop.ctx.db.tx((tx) => credit(shop.ctx, tx, { ...entry, amount: 800, expiresAt: null }));
  await addReachDiscount(shop.ctx, { label: '秋日满减', fromFen: 11_000, offFen: 1000 });
  const { id } = await holdCoupon(shop, rich, { kind: 'percent', offFen: null, offPermille: 100, fromFen: 11_400 });
  const priced = await quote({ points: 5000 });
  expect(priced.breakdown.map(({ label, fen }: { label: string; fen: number }) => [label, fen])).toEqual([
    ['商品金额', 12_000],
    ['会员价', -600],
    ['秋日满减', -1000],
    ['满百减二十', -1040],
    ['积分抵扣', -800],
    ['运费', 0],
  ]);
  expect(priced.points).toMatchObject({ available: 800, used: 800, usedFen: 800, most: 800 });
  expect(await quote()).toMatchObject({ totalFen: 9360, points: { used: 0, most: 800, mostFen: 800 } });
  const { status, body } = await order(8560, { points: 800 });
  expect([status, body.totalFen]).toEqual([201, 8560]);
  expect((await rich.get('/api/points')).body).toMatchObject({ available: 0, frozen: 800 });
  // what is frozen cannot be spent again
  const again = await order(8560, { points: 800 });
  expect(again.body.error).toMatchObject({ code: 'price_changed', details: { quote: { points: { available: 0 } } } });
  await cancel(body.id);
  expect((await rich.get('/api/points')).body).toMatchObject({ available: 800, frozen: 0 });
  expect((await couponOf(shop, id)).state).toBe('held');
  await shop.ctx.db.query(sql`delete from reach_discounts`);
});

test('a coupon that goes with nothing else is weighed against all that it shuts out', async () => {
  await addReachDiscount(shop.ctx, { label: '满减', fromFen: 10_000, offFen: 1500 });
  const alone = await holdCoupon(shop, shopper, { stacking: 'alone' });
  const small = await holdCoupon(shop, shopper, { offFen: 800 });
  expect(await quote()).toMatchObject({ totalFen: 9700, isBestChoice: true });
  expect((await quote({ couponIds: [alone.id] })).breakdown.map(({ fen }: { fen: number }) => fen)).toEqual([
    12_000, -2000, 0,
  ]);
  expect((await quote({ couponIds: [alone.id, small.id] })).isBestChoice).toBe(true);
  expect((await quote({ couponIds: [alone.id] })).points.reason).toBe('选的券不与积分同享');
  await shop.ctx.db.query(sql`delete from reach_discounts`);
});

test('an order that dies after any statement has taken its coupon and its units, or neither', async () => {
  const template = await offer(shop, { personLimit: 99 });
  let crashes = 0;
  for (let at = 1; ; at++) {
    shopper = await shop.shopper();
    addressId = (await shopper.post('/api/addresses', ADDRESS)).body.id;
    const { id } = (await claim(shopper, template.id)).body;
    const before = await stockOf(shop.ctx, skuIds[0]!);
    const key = newKey();
    const send = () =>
      shopper.post('/api/orders', { items: one(), addressId, expectedTotalFen: 10_000, couponIds: [id] }, key);
    Object.assign(crash, { seen: 0, at });
    await send();
    const hasCrashed = crash.seen >= at;
    crash.at = 0;
    expect((await send()).status).toBe(201);
    expect((await stockOf(shop.ctx, skuIds[0]!)).reserved).toBe(before.reserved + 1);
    expect((await couponOf(shop, id)).path).toEqual(['held', 'frozen']);
    if (!hasCrashed) break;
    crashes += 1;
  }
  expect(crashes).toBeGreaterThanOrEqual(10);
});
