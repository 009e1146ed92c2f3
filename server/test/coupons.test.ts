import { issueCoupon } from '../src/coupons/giveCoupon';
import { expireCoupons } from '../src/coupons/endHeld';
import { sql } from '../src/db/db';
import { mergePeople } from '../src/members/mergePeople';
import { claim, couponOf, holdCoupon, offer } from './support/coupons';
import { employee } from './support/employees';
import { newKey, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const DAY = 86_400_000;

let shop: TestApp;
let shopper: Shopper;
beforeAll(async () => {
  shop = await testApp();
});
beforeEach(async () => {
  shopper = await shop.shopper();
});
afterAll(() => shop.close());

const later = (ms: number) => new Date(shop.ctx.now().getTime() + ms).toISOString();
const centre = async (who = shopper) => (await who.get('/api/coupon-templates')).body.items;
const offered = async (id: string, who = shopper) => (await centre(who)).find((one: { id: string }) => one.id === id);
const wallet = async (state = 'held', who = shopper) => (await who.get(`/api/coupons?state=${state}`)).body.items;
const givenOf = async (templateId: string) =>
  (
    await shop.ctx.db.query<{ n: number; counted: number }>(
      sql`select (select count(*)::int from coupons where template_id = ${templateId}) as n, given_count as counted
        from coupon_templates where template_id = ${templateId}`,
    )
  )[0]!;
const issue = (userId: string, templateId: string, ref: string) =>
  shop.ctx.db.tx((tx) => issueCoupon(shop.ctx, tx, { userId, templateId, ref }));

test('a coupon is claimed by a tap, says what it does, and lies in the wallet until its end', async () => {
  const { id } = await offer(shop, { scope: { platforms: ['tt'] }, stacking: 'not_reach' });
  const words = { face: '¥20', rule: '满 ¥100 减 ¥20', limits: ['限抖音', '不与满减同享'] };
  expect(await offered(id)).toMatchObject({ ...words, state: 'open', reason: '', validity: '领取后 7 天内有效' });
  const { status, body } = await claim(shopper, id);
  expect([status, body]).toMatchObject([201, { ...words, templateId: id, state: 'held', orderId: null }]);
  expect(await wallet()).toEqual([body]);
  expect(await offered(id)).toMatchObject({ state: 'had', reason: '已领取' });
  shop.advance(7 * DAY);
  expect([await wallet(), await wallet('expired')]).toEqual([[], [{ ...body, state: 'expired' }]]);
  expect(await expireCoupons(shop.ctx)).toBe(1);
  expect(await couponOf(shop, body.id)).toMatchObject({ state: 'expired', path: ['held', 'expired'] });
  expect(await wallet('expired')).toMatchObject([{ id: body.id, state: 'expired' }]);
});

test('the same key gives the same coupon; a person has no more than one may, and nobody more than there are', async () => {
  const { id } = await offer(shop, { totalLimit: 3, personLimit: 2 });
  const key = newKey();
  const tap = () => shopper.post(`/api/coupon-templates/${id}/claims`, {}, key);
  const first = await tap();
  expect(await tap()).toEqual(first);
  expect((await claim(shopper, id)).status).toBe(201);
  expect((await claim(shopper, id)).body.error.code).toBe('coupon_limit');
  expect((await claim(await shop.shopper(), id)).status).toBe(201);
  const late = await claim(await shop.shopper(), id);
  expect(late).toMatchObject({ status: 409, body: { error: { code: 'coupon_gone', details: { state: 'gone' } } } });
  expect(await offered(id, await shop.shopper())).toMatchObject({ state: 'gone', givenPercent: 100 });
  expect(await givenOf(id)).toEqual({ n: 3, counted: 3 });
});

test('a word gives the coupon that it names, in whatever letters, and one that is not shown only so', async () => {
  const { id } = await offer(shop, { isPublic: false, code: 'Autumn秋' });
  expect(await offered(id)).toBeUndefined();
  expect((await claim(shopper, id)).status).toBe(404);
  const say = (code: string) => shopper.post('/api/coupon-claims', { code }, newKey());
  expect(await say(' autumn秋 ')).toMatchObject({ status: 201, body: { templateId: id } });
  expect((await say('autumn秋')).body.error.code).toBe('coupon_limit');
  expect((await say('winter')).status).toBe(404);
  const marketer = await employee(shop, 'marketer');
  const again = { name: '又一张', kind: 'shipping', validDays: 1, code: 'AUTUMN秋' };
  expect((await marketer.send('POST', '/admin/coupon-templates', again)).body.error.code).toBe('conflict');
});

test('before its time a coupon is announced, after it nothing is given', async () => {
  const { id } = await offer(shop, { claimFrom: later(DAY), claimUntil: later(2 * DAY) });
  expect(await offered(id)).toMatchObject({
    state: 'early',
    reason: expect.stringMatching(/^\d\d-\d\d \d\d:\d\d 开抢$/),
  });
  expect((await claim(shopper, id)).body.error).toMatchObject({ code: 'coupon_gone', details: { state: 'early' } });
  shop.advance(DAY);
  expect((await claim(shopper, id)).status).toBe(201);
  shop.advance(DAY);
  expect(await offered(id)).toBeUndefined();
  expect((await claim(await shop.shopper(), id)).body.error.code).toBe('coupon_gone');
});

test('one for new customers is refused to whoever has an order, one for a level to whoever is not of it', async () => {
  const forNew = await offer(shop, { scope: { isForNew: true } });
  const forLevel = await offer(shop, { scope: { levelIds: ['3'] } });
  expect((await claim(shopper, forNew.id)).status).toBe(201);
  const { skuIds } = await stockShelf(shop.ctx, product({ handle: newKey(), skus: [sku()] }));
  const regular = await shop.shopper();
  await placeOrder(regular, [{ skuId: skuIds[0]!, quantity: 1 }]);
  expect(await offered(forNew.id, regular)).toMatchObject({ state: 'refused', reason: '仅限新客首单' });
  expect((await claim(regular, forNew.id)).body.error).toMatchObject({
    code: 'coupon_refused',
    details: { reason: '仅限新客首单' },
  });
  expect((await claim(shopper, forLevel.id)).body.error.details.reason).toBe('仅限会员，先去开卡');
  expect(await givenOf(forLevel.id)).toEqual({ n: 0, counted: 0 });
});

test('what the shop gives by itself is given once for its reason, two at once and after a merge too', async () => {
  const { id } = await offer(shop, { totalLimit: 3, isPublic: false });
  const other = await shop.shopper();
  const both = await Promise.all([1, 2].map(() => issue(shopper.userId, id, 'gift:1:opened')));
  expect(both.filter((one) => one !== null)).toHaveLength(1);
  expect(await issue(other.userId, id, 'gift:1:opened')).not.toBeNull();
  await shop.ctx.db.tx((tx) =>
    mergePeople(shop.ctx, tx, { from: other.userId, into: shopper.userId, reason: 'phone' }),
  );
  expect(await wallet()).toHaveLength(2);
  expect(await issue(shopper.userId, id, 'gift:1:opened')).toBeNull();
  expect(await issue(shopper.userId, id, 'gift:1:birthday')).not.toBeNull();
  expect(await issue(shopper.userId, id, 'gift:1:paid')).toBeNull();
  expect(await givenOf(id)).toEqual({ n: 3, counted: 3 });
});

test('what two accounts have claimed counts for the one person that they become', async () => {
  const { id } = await offer(shop, { personLimit: 3 });
  const other = await shop.shopper();
  for (const who of [shopper, other]) expect((await claim(who, id)).status).toBe(201);
  await shop.ctx.db.tx((tx) =>
    mergePeople(shop.ctx, tx, { from: other.userId, into: shopper.userId, reason: 'phone' }),
  );
  expect([(await claim(shopper, id)).status, (await claim(shopper, id)).body.error.code]).toEqual([
    201,
    'coupon_limit',
  ]);
});

test('a change is for coupons that are given later; a total below what is given is refused', async () => {
  const marketer = await employee(shop, 'marketer');
  const template = await offer(shop, { totalLimit: 5 });
  const old = (await claim(shopper, template.id)).body;
  const edit = (change: object) =>
    marketer.send('PUT', `/admin/coupon-templates/${template.id}`, {
      name: '满百减三十',
      kind: 'fixed',
      offFen: 3000,
      fromFen: 10_000,
      validDays: 7,
      ...change,
    });
  await claim(await shop.shopper(), template.id);
  expect((await edit({ totalLimit: 1 })).body.error).toMatchObject({ code: 'conflict', details: { reason: 'given' } });
  expect((await edit({ totalLimit: 2 })).body).toMatchObject({ rule: '满 ¥100 减 ¥30', givenCount: 2 });
  expect(await wallet()).toEqual([old]);
});

test('a stopped one gives nothing more; made void it takes back what nobody has used', async () => {
  const marketer = await employee(shop, 'marketer');
  const held = await holdCoupon(shop, shopper);
  const stop = (body: object) => marketer.send('POST', `/admin/coupon-templates/${held.templateId}/stop`, body);
  expect((await stop({})).body.state).toBe('stopped');
  expect(await offered(held.templateId)).toBeUndefined();
  expect((await claim(await shop.shopper(), held.templateId)).body.error.code).toBe('coupon_gone');
  expect(await issue(shopper.userId, held.templateId, 'gift:2')).toBeNull();
  expect(await wallet()).toEqual([held]);
  expect((await stop({ voidsHeld: true })).body.state).toBe('void');
  expect([await wallet(), await wallet('expired')]).toMatchObject([[], [{ id: held.id, state: 'void' }]]);
  expect((await stop({})).body.state).toBe('void');
  expect((await couponOf(shop, held.id)).path).toEqual(['held', 'void']);
  const { body } = await marketer.send('GET', `/admin/coupon-templates/${held.templateId}/statistics`);
  expect(body).toMatchObject({ given: 1, held: 0, void: 1, used: 0, offFen: 0 });
});

test('a wallet is turned page by page, what ends first comes first, and every coupon comes once', async () => {
  const ids = [];
  for (const validDays of [5, 2, 9, 2]) ids.push((await holdCoupon(shop, shopper, { validDays })).id);
  const seen = [];
  let cursor = '';
  do {
    const { body } = await shopper.get(`/api/coupons?limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
  } while (cursor);
  expect(seen).toEqual([ids[1], ids[3], ids[0], ids[2]]);
});

test.each([
  ['takes off more than its threshold', { offFen: 10_000 }],
  ['is both a reduction and a part', { offPermille: 100 }],
  ['has no end', { validDays: null }],
  ['has two ends', { validUntil: '2030-01-01T00:00:00Z' }],
  ['ends before it begins', { validDays: null, validFrom: '2030-01-02T00:00:00Z', validUntil: '2030-01-01T00:00:00Z' }],
  ['has a ceiling that it cannot reach', { maxOffFen: 100 }],
  ['is for a platform that nobody has', { scope: { platforms: ['symbian'] } }],
  ['has a word with a space', { code: '双 十一' }],
])('a coupon that %s is refused', async (_what, change) => {
  await expect(offer(shop, change)).rejects.toThrow('invalid_request');
});
