import { sql } from '../src/db/db';
import { ADDRESS, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { testApp, type Login, type Shopper, type TestApp } from './support/testApp';

const DAY_MS = 86_400_000;

let shop: TestApp;
let skuId: string;
beforeAll(async () => {
  shop = await testApp();
  skuId = (await stockShelf(shop.ctx, product({ handle: 'identity', skus: [sku({ stock: 1000 })] }))).skuIds[0]!;
});
afterAll(() => shop.close());

let numbers = 0;
const newPhone = () => `139${String(++numbers).padStart(8, '0')}`;
const on = (
  platform: Login['platform'],
  code: string,
  deviceId = `phone-of-${code.split('@')[0]}-${platform}`,
): Login => ({
  platform,
  appId: `${platform}-shop`,
  code: `fake-${code}`,
  deviceId,
});
/** By the button of the super-app. */
const prove = (shopper: Shopper, phone: string) =>
  shopper.post('/api/phone', { proof: { kind: 'code', code: `fake-${phone}` } });
const open = async (payload: object) => {
  const answer = await shop.app.inject({ method: 'POST', url: '/api/sessions', payload });
  return { status: answer.statusCode, body: answer.json() };
};
const cart = (token: string) => shop.app.inject({ url: '/api/cart', headers: { authorization: `Bearer ${token}` } });
const unitsOf = async (token: string) =>
  (await cart(token)).json().items.map((item: { quantity: number }) => item.quantity);
const fill = (shopper: Shopper, quantity: number) => shopper.post('/api/cart/items', { skuId, quantity });
const logOf = (userId: string) =>
  shop.ctx.db.query(
    sql`select other_user_id as other, reason, outcome from merges where user_id = ${userId} order by merge_id`,
  );

test('a number proven on WeChat and on Alipay makes one customer, with the orders and the cart of both', async () => {
  const phone = newPhone();
  const weapp = await shop.shopper(on('weapp', 'lin'));
  await fill(weapp, 2);
  const order = await placeOrder(weapp, [{ skuId, quantity: 1 }]);
  expect((await prove(weapp, phone)).body).toMatchObject({ outcome: 'bound', session: null });

  const alipay = await shop.shopper(on('alipay', 'lin'));
  await fill(alipay, 3);
  const { body } = await prove(alipay, phone);
  expect(body).toMatchObject({ outcome: 'merged', session: { userId: weapp.userId } });
  expect(body.maskedPhone).toBe(`139****${phone.slice(-4)}`);
  expect(await unitsOf(body.session.token)).toEqual([5]);
  expect(await unitsOf(weapp.token)).toEqual([5]);
  const seen = await shop.app.inject({
    url: `/api/orders/${order.id}`,
    headers: { authorization: `Bearer ${body.session.token}` },
  });
  expect(seen.json()).toMatchObject({ id: order.id, state: 'unpaid', totalFen: order.totalFen });
  // both apps are the same person from now on
  expect((await open(on('alipay', 'lin'))).body.userId).toBe(weapp.userId);
  expect(await logOf(weapp.userId)).toEqual([{ other: alipay.userId, reason: 'phone', outcome: 'merged' }]);
});

test('the tokens of the account that was merged away open nothing any more', async () => {
  const phone = newPhone();
  await prove(await shop.shopper(on('weapp', 'holder')), phone);
  const login = on('tt', 'loser');
  const [here, there] = [await shop.shopper(login), await shop.shopper(login)];
  await prove(here, phone);
  expect((await cart(here.token)).statusCode).toBe(401);
  expect((await cart(there.token)).statusCode).toBe(401);
});

test('proving the same number again changes nothing but the day', async () => {
  const phone = newPhone();
  const shopper = await shop.shopper();
  const first = (await prove(shopper, phone)).body;
  shop.advance(1000);
  const second = (await prove(shopper, phone)).body;
  expect(second).toMatchObject({ outcome: 'bound', session: null, maskedPhone: first.maskedPhone });
  expect(second.verifiedAt > first.verifiedAt).toBe(true);
  expect((await shopper.get('/api/phone')).body.verifiedAt).toBe(second.verifiedAt);
  expect(await logOf(shopper.userId)).toEqual([]);
});

test('a new number takes the place of the earlier one, which somebody else may then have', async () => {
  const [old, next] = [newPhone(), newPhone()];
  const shopper = await shop.shopper();
  await prove(shopper, old);
  await prove(shopper, next);
  expect((await shopper.get('/api/phone')).body.maskedPhone).toBe(`139****${next.slice(-4)}`);
  const other = await shop.shopper();
  expect((await prove(other, old)).body.outcome).toBe('bound');
});

test('a number is shown to its owner and to nobody else, and never in full', async () => {
  const [owner, other, phone] = [await shop.shopper(), await shop.shopper(), newPhone()];
  await prove(owner, phone);
  const seen = (await owner.get('/api/phone')).body;
  expect(seen.maskedPhone).toBe(`139****${phone.slice(-4)}`);
  expect(JSON.stringify(seen)).not.toContain(phone);
  expect((await other.get('/api/phone')).body).toEqual({ maskedPhone: null, verifiedAt: null });
});

test('a platform that refuses the number binds nothing', async () => {
  const shopper = await shop.shopper(on('weapp', 'shy'));
  const answer = await shopper.post('/api/phone', { proof: { kind: 'code', code: 'fake-refused' } });
  expect(answer).toMatchObject({ status: 422, body: { error: { code: 'phone_refused' } } });
  expect((await shopper.get('/api/phone')).body).toEqual({ maskedPhone: null, verifiedAt: null });
});

describe('a number that changed hands', () => {
  const former = async () => {
    const phone = newPhone();
    const holder = await shop.shopper(on('weapp', `former-${phone}`, `phone-of-${phone}`));
    await holder.post('/api/addresses', ADDRESS);
    await placeOrder(holder, [{ skuId, quantity: 1 }]);
    await prove(holder, phone);
    return { phone, holder };
  };
  afterEach(() => shop.advance(-91 * DAY_MS));

  test('brings nothing of its former holder to the new one, and the former one keeps all of it', async () => {
    const { phone, holder } = await former();
    shop.advance(91 * DAY_MS);
    const stranger = await shop.shopper();
    expect((await prove(stranger, phone)).body).toMatchObject({ outcome: 'bound', session: null });
    for (const url of ['/api/orders', '/api/addresses']) expect((await stranger.get(url)).body.items).toEqual([]);
    expect(await logOf(stranger.userId)).toEqual([{ other: holder.userId, reason: 'phone', outcome: 'number_moved' }]);
    const again = await shop.shopper(on('weapp', `former-${phone}`, `phone-of-${phone}`));
    expect(again.userId).toBe(holder.userId);
    expect((await again.get('/api/orders')).body.items).toHaveLength(1);
    expect((await again.get('/api/phone')).body.maskedPhone).toBeNull();
  });

  test('did not, if both have used the same phone: the two are one', async () => {
    const { phone, holder } = await former();
    shop.advance(91 * DAY_MS);
    const same = await shop.shopper({
      platform: 'h5',
      appId: 'h5',
      code: `fake-${phone}`,
      deviceId: `phone-of-${phone}`,
    });
    expect((await prove(same, phone)).body).toMatchObject({ outcome: 'merged', session: { userId: holder.userId } });
  });

  test('is joined to the former account after all once its owner proves it there too', async () => {
    const { phone, holder } = await former();
    shop.advance(91 * DAY_MS);
    const elsewhere = await shop.shopper(on('alipay', `former-${phone}`));
    await prove(elsewhere, phone);
    const back = await shop.shopper(on('weapp', `former-${phone}`, `phone-of-${phone}`));
    expect(back.userId).toBe(holder.userId);
    const { body } = await prove(back, phone);
    expect(body).toMatchObject({ outcome: 'merged', session: { userId: elsewhere.userId } });
    expect((await elsewhere.get('/api/orders')).body.items).toHaveLength(1);
  });
});

describe('a union id', () => {
  test('makes the first visit to a second app of a platform one of the same person', async () => {
    const first = await open({ ...on('weapp', 'a1@union-a'), appId: 'wx-1' });
    const second = await open({ ...on('weapp', 'a2@union-a'), appId: 'wx-2' });
    expect(second.body.userId).toBe(first.body.userId);
    const elsewhere = await open({ ...on('tt', 'a3@union-a'), appId: 'tt-1' });
    expect(elsewhere.body.userId).not.toBe(first.body.userId);
  });

  test('that comes later joins two who were apart, and the elder account survives', async () => {
    const elder = await shop.shopper({ ...on('weapp', 'b1'), appId: 'wx-1' });
    const younger = await shop.shopper({ ...on('weapp', 'b2'), appId: 'wx-2' });
    await fill(elder, 1);
    await fill(younger, 4);
    await open({ ...on('weapp', 'b1@union-b'), appId: 'wx-1' });
    const { body } = await open({ ...on('weapp', 'b2@union-b'), appId: 'wx-2' });
    expect(body.userId).toBe(elder.userId);
    expect(await unitsOf(body.token)).toEqual([5]);
    expect((await cart(younger.token)).statusCode).toBe(401);
    expect(await logOf(elder.userId)).toEqual([{ other: younger.userId, reason: 'union_id', outcome: 'merged' }]);
  });

  test('of two first visits at once makes one person, at the next visit at the latest', async () => {
    const visit = (nth: number) => open({ ...on('weapp', `c${nth}@union-c`), appId: `wx-${nth}` });
    await Promise.all([1, 2, 3].map(visit));
    const again = await Promise.all([1, 2, 3].map(visit));
    expect(again.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(again.map(({ body }) => body.userId)).size).toBe(1);
  });
});

describe('a guest', () => {
  const guest = (deviceId: string, previousToken?: string) => ({
    platform: 'h5',
    appId: 'h5',
    deviceId,
    previousToken,
  });

  test('whose session has ended stays the same person with their old token, on the same device', async () => {
    const first = (await open(guest('browser-one'))).body;
    shop.advance(91 * DAY_MS);
    expect((await cart(first.token)).statusCode).toBe(401);
    const next = (await open(guest('browser-one', first.token))).body;
    expect(next.userId).toBe(first.userId);
    expect(next.token).not.toBe(first.token);
    shop.advance(-91 * DAY_MS);
  });

  test('is not known by their device alone, nor by their token on another device, nor after a year', async () => {
    const first = (await open(guest('browser-two'))).body;
    expect((await open(guest('browser-two'))).body.userId).not.toBe(first.userId);
    expect((await open(guest('browser-two-b', first.token))).body.userId).not.toBe(first.userId);
    expect((await open(guest('browser-two', 'x'.repeat(43)))).body.userId).not.toBe(first.userId);
    shop.advance(456 * DAY_MS);
    expect((await open(guest('browser-two', first.token))).body.userId).not.toBe(first.userId);
    shop.advance(-456 * DAY_MS);
  });

  test('can ask twice when the answer was lost, and ten minutes later the old token is worth nothing', async () => {
    const first = (await open(guest('browser-three'))).body;
    const [one, two] = [
      await open(guest('browser-three', first.token)),
      await open(guest('browser-three', first.token)),
    ];
    expect([one.body.userId, two.body.userId]).toEqual([first.userId, first.userId]);
    expect((await cart(first.token)).statusCode).toBe(401);
    shop.advance(11 * 60_000);
    expect((await open(guest('browser-three', first.token))).body.userId).not.toBe(first.userId);
    shop.advance(-11 * 60_000);
  });

  test('whose token was revoked gets no other for it', async () => {
    const first = (await open(guest('browser-four'))).body;
    await shop.ctx.db.query(sql`update sessions set revoked_at = now() where user_id = ${first.userId}`);
    expect((await open(guest('browser-four', first.token))).body.userId).not.toBe(first.userId);
  });

  test('who verifies a number and never hears the answer comes back as the person they became', async () => {
    const phone = newPhone();
    const holder = await shop.shopper(on('weapp', 'at-home'));
    await prove(holder, phone);
    const first = (await open(guest('browser-five'))).body;
    await shop.app.inject({
      method: 'POST',
      url: '/api/phone',
      headers: { authorization: `Bearer ${first.token}` },
      payload: { proof: { kind: 'code', code: `fake-${phone}` } },
    });
    expect((await cart(first.token)).statusCode).toBe(401);
    expect((await open(guest('browser-five', first.token))).body.userId).toBe(holder.userId);
  });

  test('who then logs in brings along what they had; a person with an account of their own does not', async () => {
    const login = on('tt', 'late', 'douyin-phone');
    const member = (await open(login)).body;
    const { code: _, ...asGuest } = login;
    const looking = await shop.shopper(asGuest as Login);
    await fill(looking, 7);
    const { body } = await open({ ...login, previousToken: looking.token });
    expect(body.userId).toBe(member.userId);
    expect(await unitsOf(body.token)).toEqual([7]);
    expect((await cart(looking.token)).statusCode).toBe(401);

    const verified = await shop.shopper(asGuest as Login);
    await prove(verified, newPhone());
    await fill(verified, 1);
    await open({ ...login, previousToken: verified.token });
    expect(await logOf(member.userId)).toHaveLength(1);
  });
});
