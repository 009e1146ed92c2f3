import fc from 'fast-check';
import { ERROR_STATUS } from '@jishi/contract/plain/errors';
import { routes } from '@jishi/contract/routes';
import { runs } from '../../test/support/runs';
import { openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { requestsOf, type GeneratedRequest } from './support/openapiRequests';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

const document = async () => (await shop.app.inject({ url: '/api/openapi.json' })).json();

test('the OpenAPI document has every route of the contract', async () => {
  const { paths } = await document();
  const names = Object.entries<Record<string, unknown>>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(names.sort()).toEqual(Object.keys(routes).sort());
});

test('whatever is sent, the answer is a success or a known code, never a 5xx, never a stack trace', async () => {
  const shopper = await shop.shopper();
  const { productId, skuIds } = await stockShelf(
    shop.ctx,
    product({ handle: 'fuzz', skus: [sku({ stock: 100_000 })] }),
  );
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  await openPayment(shopper, order.id);
  const [address] = (await shopper.get('/api/addresses')).body.items;
  const known = { token: shopper.token, ids: [productId, skuIds[0]!, order.id, address.id] };
  const statuses = new Map<number, number>();

  const send = async (request: GeneratedRequest) => {
    const answer = await shop.app.inject({ ...request, method: request.method as 'GET' });
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
    if (answer.statusCode < 300) return;
    expect(answer.statusCode).toBeLessThan(500);
    const { error } = answer.json();
    expect(ERROR_STATUS[error.code as keyof typeof ERROR_STATUS]).toBe(answer.statusCode);
    expect(answer.body).not.toMatch(/\bat .+:\d+:\d+|node_modules|select |SQLSTATE/);
  };
  await fc.assert(fc.asyncProperty(requestsOf(await document(), known), send), runs(10_000));
  // the generator must reach both sides: requests that are served and requests that are refused
  expect(statuses.get(200)).toBeGreaterThan(0);
  expect(statuses.get(400)).toBeGreaterThan(0);
}, 600_000);

test.each([
  ['GET', '/api/nothing', undefined, 404, 'not_found'],
  ['GET', '/nothing', undefined, 404, 'not_found'],
  ['DELETE', '/api/products', undefined, 404, 'not_found'],
  ['GET', '/api/products/%E0%A4%A', undefined, 400, 'invalid_request'],
  ['GET', '/api/products/abc', undefined, 400, 'invalid_request'],
  ['GET', '/api/products/999', undefined, 404, 'not_found'],
  ['GET', '/api/products?limit=0', undefined, 400, 'invalid_request'],
  ['GET', '/api/products?limit=101', undefined, 400, 'invalid_request'],
  ['GET', '/api/products?cursor=x', undefined, 400, 'invalid_request'],
  ['GET', '/api/cart', undefined, 401, 'session_required'],
  ['POST', '/api/sessions', '{', 400, 'invalid_request'],
  ['POST', '/api/sessions', '{"platform":"qq"}', 400, 'invalid_request'],
  ['POST', '/api/sessions', 'x'.repeat(300_000), 413, 'too_large'],
] as const)('%s %s answers its code', async (method, url, payload, status, code) => {
  const answer = await shop.app.inject({
    method,
    url,
    payload,
    headers: payload ? { 'content-type': 'application/json' } : {},
  });
  expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
});

test.each([0, -1, 1.5, 100, 1e9, '1', null])('a quantity of %p is refused', async (quantity) => {
  const shopper = await shop.shopper();
  const { skuIds } = await stockShelf(shop.ctx, product({ handle: 'quantity' }));
  for (const answer of [
    await shopper.post('/api/cart/items', { skuId: skuIds[0], quantity }),
    await shopper.post('/api/quotes', { items: [{ skuId: skuIds[0], quantity }] }),
  ]) {
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_request' } } });
  }
});
