import { childrenOf, REGIONS } from '../src/addresses/regions';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
beforeAll(async () => {
  shop = await testApp();
  shopper = await shop.shopper();
});
afterAll(() => shop.close());

const list = async (parent?: string): Promise<{ code: string; name: string; isLast: boolean }[]> =>
  (await shopper.get(`/api/regions${parent ? `?parent=${parent}` : ''}`)).body.items;

test('province, city and district are asked for one after the other', async () => {
  const provinces = await list();
  expect(provinces).toHaveLength(34);
  expect(provinces).toContainEqual({ code: '330000', name: '浙江省', isLast: false });
  expect(await list('330000')).toContainEqual({ code: '330100', name: '杭州市', isLast: false });
  expect(await list('330100')).toContainEqual({ code: '330106', name: '西湖区', isLast: true });
  expect(await list('330106')).toEqual([]);
});

test('a municipality is its own only city, with its counties too', async () => {
  expect(await list('500000')).toEqual([{ code: '500100', name: '重庆市', isLast: false }]);
  expect((await list('500100')).map(({ name }) => name)).toEqual(expect.arrayContaining(['渝中区', '城口县']));
});

test('a place that belongs to no prefecture stands among the cities and ends there', async () => {
  expect(await list('420000')).toContainEqual({ code: '429004', name: '仙桃市', isLast: true });
});

test('no region is called after a shelf of the standard, and every one can be reached', () => {
  expect(REGIONS.filter(({ name }) => /直辖|市辖|^县$/.test(name))).toEqual([]);
  const reached: string[] = [];
  const walk = (code: string) => childrenOf(code).forEach((child) => (reached.push(child.code), walk(child.code)));
  walk('');
  expect(reached).toHaveLength(REGIONS.length);
});

test('a piece is a few KB, may be kept for days, and is not sent twice', async () => {
  let largest = 0;
  for (const parent of new Set(REGIONS.map((region) => region.parent))) {
    const { payload } = await shop.app.inject({ url: `/api/regions${parent && `?parent=${parent}`}` });
    largest = Math.max(largest, Buffer.byteLength(payload));
  }
  expect(largest).toBeLessThan(4096);
  const first = await shop.app.inject({ url: '/api/regions' });
  expect(first.headers['cache-control']).toBe('public, max-age=604800');
  const again = await shop.app.inject({
    url: '/api/regions',
    headers: { 'if-none-match': String(first.headers.etag) },
  });
  expect(again.statusCode).toBe(304);
  expect(again.payload).toBe('');
});

test('a pasted text is taken apart and not saved; one that is too long is refused', async () => {
  const text = '张三 13812345678 杭州西湖区文三路138号';
  expect((await shopper.post('/api/addresses/parse', { text })).body).toEqual({
    name: '张三',
    phone: '13812345678',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '文三路138号',
  });
  expect((await shopper.get('/api/addresses')).body.items).toEqual([]);
  expect((await shopper.post('/api/addresses/parse', { text: '字'.repeat(1001) })).status).toBe(400);
});
