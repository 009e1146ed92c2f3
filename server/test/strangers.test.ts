import type { RouteShape } from '@jishi/contract/defineRoutes';
import { routes } from '@jishi/contract/routes';
import { asked, buy } from './support/aftersale';
import { holdCoupon } from './support/coupons';
import { openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { bodyFor } from './support/strangers';
import { testApp, type Answer, type Shopper, type TestApp } from './support/testApp';

/** Ids in addresses that name what belongs to one person. */
const PERSONAL = ['orderId', 'addressId', 'noticeId', 'aftersaleId'] as const;
/**
 * Ids in addresses that name what belongs to the shop; the person's own row beside it is found by the session.
 * `token`: a short code hangs on walls.
 */
const PUBLIC = ['productId', 'skuId', 'templateId', 'storeId', 'token', 'platform'];
/** Ids that only a guide may say; whoever is none is not even told whether they exist. */
const STAFFS = ['customerId'];

let shop: TestApp;
let victim: Shopper;
let stranger: Shopper;
let ids: Record<string, string>;

beforeAll(async () => {
  shop = await testApp();
  [victim, stranger] = [await shop.shopper(), await shop.shopper()];
  const { productId, skuIds } = await stockShelf(shop.ctx, product({ handle: 'theirs', skus: [sku({ stock: 100 })] }));
  const gone = await stockShelf(shop.ctx, product({ handle: 'gone', skus: [sku({ stock: 0 })] }));
  const order = await placeOrder(victim, [{ skuId: skuIds[0]!, quantity: 1 }]);
  await openPayment(victim, order.id);
  const coupon = await holdCoupon(shop, victim);
  await victim.post('/api/cart/items', { skuId: skuIds[0]!, quantity: 2 });
  const [address] = (await victim.get('/api/addresses')).body.items;
  const notice = await victim.post('/api/notices', { kind: 'restock', productId: gone.productId });
  const paid = await buy(shop, victim, [{ skuId: skuIds[0]!, quantity: 1 }]);
  const aftersale = await asked(victim, paid.order.id, { lines: [{ skuId: skuIds[0]!, quantity: 1 }] });
  ids = {
    orderId: order.id,
    addressId: address.id,
    noticeId: notice.body.id,
    aftersaleId: aftersale.id,
    productId,
    skuId: skuIds[0]!,
    storeId: '1',
    templateId: coupon.templateId,
    customerId: victim.userId,
    platform: 'h5',
  };
});
afterAll(() => shop.close());

const withParams = Object.entries<RouteShape>(routes)
  .filter(([name, route]) => route.access === 'session' && name.includes('/:'))
  .map(([name, route]) => [name, route] as const);

function send(who: Shopper, name: string, route: RouteShape): Promise<Answer> {
  const [method, url] = name.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  const to = url.replace(/:(\w+)/g, (_, param: string) => ids[param]!);
  const body = bodyFor(route);
  if (method === 'GET') return who.get(to);
  if (method === 'DELETE') return who.delete(to);
  if (method === 'PUT') return who.put(to, body);
  return who.post(to, body, route.isIdempotent && `stranger-${to.length}-${Date.now()}`);
}

/** Everything that the routes show of the victim's own things. */
const belongings = async () => {
  const lists = [
    '/api/orders',
    '/api/coupons',
    '/api/addresses',
    '/api/cart',
    '/api/notices',
    '/api/favourites',
    '/api/history',
    '/api/aftersales',
  ];
  const answers = await Promise.all([...lists, `/api/orders/${ids.orderId}`].map((url) => victim.get(url)));
  return answers.map(({ status, body }) => ({ status, body }));
};

test('every id in an address of the API is either personal or the shop’s', () => {
  const params = withParams.flatMap(([name]) => [...name.matchAll(/:(\w+)/g)].map(([, param]) => param!));
  expect([...new Set(params)].filter((param) => ![...PERSONAL, ...PUBLIC, ...STAFFS].includes(param))).toEqual([]);
  for (const param of PERSONAL) expect(ids[param]).toMatch(/^\d+$/);
});

test.each(withParams)('%s gives a stranger nothing and changes nothing', async (name, route) => {
  const before = await belongings();
  const answer = await send(stranger, name, route);
  const isPersonal = PERSONAL.some((param) => name.includes(`:${param}`));
  if (isPersonal) {
    expect(answer.status).toBe(404);
    expect(['not_found', 'address_not_found']).toContain(answer.body.error.code);
  } else if (STAFFS.some((param) => name.includes(`:${param}`))) {
    expect(answer).toMatchObject({ status: 403, body: { error: { details: { reason: 'not_staff' } } } });
  } else {
    expect(answer.status).toBeLessThan(500);
  }
  expect(await belongings()).toEqual(before);
});

test('a stranger’s order cannot be sent to the victim’s address', async () => {
  const items = [{ skuId: ids.skuId!, quantity: 1 }];
  const { body: quote } = await stranger.post('/api/quotes', { items });
  const draft = { items, addressId: ids.addressId, expectedTotalFen: quote.totalFen };
  const answer = await stranger.post('/api/orders', draft, `stranger-${Date.now()}`);
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'address_not_found' } } });
});
