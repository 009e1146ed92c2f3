import { addCartItem, getCart } from '@/api/carts';
import { placeOrder } from '@/api/orders';
import { getProduct, listProducts } from '@/api/products';
import { getShop } from '@/api/shop';
import { platform } from '@/platform';
import { TransportError } from '@/platform/types';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { cart, cartItem, shop } from '../support/storefront/shopData';

const bag = cart([cartItem()]);
const login = jest.spyOn(platform, 'login');

beforeEach(() => {
  login.mockReset().mockResolvedValue({ status: 'ok', code: 'ok', value: 'login-code' });
});

function sessions() {
  let count = 0;
  return () =>
    answer(201, { token: `token-${++count}`, userId: '1', visitId: '1', expiresAt: '2100-01-01T00:00:00.000Z' });
}

test('calls at the same time share one silent login', async () => {
  const server = fakeServer({ 'POST /api/sessions': sessions(), 'GET /api/cart': () => bag });
  await Promise.all([getCart(), getCart(), getCart()]);
  expect(server.to('POST /api/sessions')).toHaveLength(1);
  expect(login).toHaveBeenCalledTimes(1);
  expect(server.to('GET /api/cart').map(({ headers }) => headers.Authorization)).toEqual(
    Array(3).fill('Bearer token-1'),
  );
});

test('the login says who, where and on which phone, and the phone stays the same', async () => {
  const server = fakeServer({ 'POST /api/sessions': sessions(), 'GET /api/cart': () => bag });
  await getCart();
  expect(server.to('POST /api/sessions')[0]!.body).toEqual({
    platform: 'h5',
    appId: 'h5',
    code: 'login-code',
    deviceId: expect.stringMatching(/^[A-Za-z0-9_-]{8,64}$/),
    launch: { path: '', query: {}, scene: '' },
  });
});

test('a session is kept for the next start', async () => {
  const server = fakeServer({ 'POST /api/sessions': sessions(), 'GET /api/cart': () => bag });
  await getCart();
  await jest.isolateModulesAsync(async () => {
    const fresh = await import('@/lib/session');
    expect(fresh.knownToken()).toBe('token-1');
  });
  expect(server.to('POST /api/sessions')).toHaveLength(1);
});

test('an ended session is renewed once, for all who noticed, and each request is repeated once', async () => {
  const server = fakeServer({
    'POST /api/sessions': sessions(),
    'GET /api/cart': ({ headers }) => (headers.Authorization === 'Bearer token-1' ? refuse('session_required') : bag),
  });
  expect(await Promise.all([getCart(), getCart()])).toEqual([bag, bag]);
  expect(server.to('POST /api/sessions')).toHaveLength(2);
  expect(server.to('GET /api/cart')).toHaveLength(4);
});

test('a server that refuses every session is believed after one repetition', async () => {
  const server = fakeServer({ 'POST /api/sessions': sessions(), 'GET /api/cart': () => refuse('session_required') });
  await expect(getCart()).rejects.toMatchObject({ code: 'session_required', status: 401 });
  expect(server.to('GET /api/cart')).toHaveLength(2);
});

test('a repeated order keeps its key and its content', async () => {
  const server = fakeServer({
    'POST /api/sessions': sessions(),
    'POST /api/orders': ({ headers }) =>
      headers.Authorization === 'Bearer token-1' ? refuse('session_required') : answer(201, { id: '1' }),
  });
  const wish = { items: [{ skuId: '11', quantity: 1 }], addressId: '71', note: '', expectedTotalFen: 100 };
  await placeOrder(wish, 'key-12345678');
  const sent = server.to('POST /api/orders');
  expect(sent.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['key-12345678', 'key-12345678']);
  expect(sent.map(({ body }) => body)).toEqual([wish, wish]);
});

test('a guest logs in without a code, and a failed login is not turned into a guest', async () => {
  login.mockResolvedValue({ status: 'unsupported', code: 'h5' });
  const server = fakeServer({ 'POST /api/sessions': sessions(), 'GET /api/cart': () => bag });
  await getCart();
  expect(server.to('POST /api/sessions')[0]!.body).not.toHaveProperty('code');

  login.mockResolvedValue({ status: 'failed', code: 'login:fail' });
  const other = fakeServer({ 'POST /api/sessions': sessions(), 'GET /api/cart': () => bag });
  await expect(getCart()).rejects.toMatchObject({ code: 'login_failed' });
  expect(other.seen).toEqual([]);
});

test('a failed login can be tried again', async () => {
  let isDown = true;
  fakeServer({
    'POST /api/sessions': () => (isDown ? refuse('platform_unavailable') : sessions()()),
    'GET /api/cart': () => bag,
  });
  await expect(getCart()).rejects.toMatchObject({ code: 'platform_unavailable' });
  isDown = false;
  expect(await getCart()).toEqual(bag);
});

test('what is public waits for no login', async () => {
  const server = fakeServer({ 'GET /api/shop': () => shop });
  expect(await getShop()).toMatchObject({ name: '集市' });
  expect(server.to('POST /api/sessions')).toEqual([]);
  expect(server.seen[0]!.headers).not.toHaveProperty('Authorization');
});

test('parameters and queries are encoded, and what is empty is left out', async () => {
  const server = fakeServer({ 'GET /api/products': () => ({ items: [], nextCursor: null }) });
  await listProducts({ q: '茶 & 壶?', category: '', limit: 20 });
  expect(server.seen[0]!.url).toBe('/api/products?q=%E8%8C%B6%20%26%20%E5%A3%B6%3F&limit=20');
});

test('an id cannot reach another path', async () => {
  const request = jest.spyOn(platform, 'request').mockResolvedValue({ status: 404, body: '' });
  await expect(getProduct('../orders')).rejects.toMatchObject({ code: 'bad_answer' });
  expect(request.mock.lastCall![0].url).toBe('/api/products/..%2Forders');
});

test.each([
  ['offline', () => Promise.reject(new TransportError('offline', 'failed')), { code: 'offline', status: 0 }],
  ['timeout', () => Promise.reject(new TransportError('timeout', 'late')), { code: 'timeout', status: 0 }],
  ["a hotel's login page", async () => ({ status: 200, body: '<html>' }), { code: 'bad_answer', status: 200 }],
  ['an empty success', async () => ({ status: 204, body: '' }), { code: 'bad_answer', status: 204 }],
  ["a proxy's error page", async () => ({ status: 502, body: '<h1>502</h1>' }), { code: 'bad_answer', status: 502 }],
  [
    'a code nobody knows',
    async () => ({ status: 400, body: '{"error":{"code":"gone_fishing"}}' }),
    { code: 'bad_answer', status: 400 },
  ],
  [
    "the server's own error",
    async () => ({ status: 409, body: '{"error":{"code":"sold_out","details":{"stock":1},"requestId":"r1"}}' }),
    { code: 'sold_out', status: 409, details: { stock: 1 }, requestId: 'r1' },
  ],
  [
    'an answer that the host has parsed already',
    async () => ({ status: 409, body: { error: { code: 'off_shelf' } } }),
    { code: 'off_shelf', status: 409 },
  ],
])('%s becomes one kind of error', async (_, transport, expected) => {
  jest.spyOn(platform, 'request').mockImplementation(transport);
  await expect(getProduct('1')).rejects.toMatchObject({ name: 'ApiError', ...expected });
});

test('a mistake of ours is not dressed up as a network failure', async () => {
  jest.spyOn(platform, 'request').mockRejectedValue(new RangeError('ours'));
  await expect(getProduct('1')).rejects.toBeInstanceOf(RangeError);
});

test('every POST carries JSON, because super-apps promise it in the header', async () => {
  const server = fakeServer({ 'POST /api/cart/items': () => bag });
  await addCartItem('11', 2);
  for (const { headers, body } of server.seen) {
    expect(headers['Content-Type']).toBe('application/json');
    expect(body).toBeDefined();
  }
});

test.each([
  ['nothing at all', '{}'],
  ['something else', '{"welcome":"to the hotel"}'],
  ['a list that is none', '{"items":"none"}'],
])('a success that holds %s is not taken for our answer', async (_, body) => {
  jest.spyOn(platform, 'request').mockResolvedValue({ status: 200, body });
  await expect(listProducts({})).rejects.toMatchObject({ code: 'bad_answer', status: 200 });
  await expect(getProduct('1')).rejects.toMatchObject({ code: 'bad_answer', status: 200 });
});

test('a login that brings no token is no login', async () => {
  fakeServer({ 'POST /api/sessions': () => ({}) });
  await expect(getCart()).rejects.toMatchObject({ code: 'bad_answer' });
});
