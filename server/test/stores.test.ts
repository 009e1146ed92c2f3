import { metresBetween } from '../src/stores/metresBetween';
import { addStore } from './support/shopRules';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
  await addStore(shop.ctx, { name: '上海店', lat: 31.2304, lng: 121.4737 });
  await addStore(shop.ctx, { name: '西湖店', lat: 30.2592, lng: 120.1308 });
  await addStore(shop.ctx, { name: '夜市店', lat: 30.29, lng: 120.17, opensAt: '18:00', closesAt: '02:00' });
  await addStore(shop.ctx, { name: '关了的店', lat: 30.26, lng: 120.13, isActive: false });
});
afterAll(() => shop.close());

const stores = async (query: string): Promise<{ name: string; distanceMetres: number | null; isOpen: boolean }[]> =>
  (await (await shop.shopper()).get(`/api/stores${query}`)).body.items;

test('stores come nearest first, those that closed for good not at all', async () => {
  const found = await stores('?lat=30.25&lng=120.15');
  expect(found.map((store) => store.name)).toEqual(['西湖店', '夜市店', '上海店']);
  expect(found[0]!.distanceMetres).toBe(2109);
});

test('without a place there are no distances, and with a limit only the nearest', async () => {
  expect((await stores('')).map((store) => store.distanceMetres)).toEqual([null, null, null]);
  expect(await stores('?lat=30.25&lng=120.15&limit=1')).toMatchObject([{ name: '西湖店' }]);
});

test('a store is open by the clock of China, past midnight too', async () => {
  const now = shop.ctx.now;
  const openAt = async (time: string) => {
    shop.ctx.now = () => new Date(time);
    return (await stores('')).filter((store) => store.isOpen).map((store) => store.name);
  };
  expect(await openAt('2026-11-25T00:59:00Z')).toEqual([]);
  expect(await openAt('2026-11-25T01:00:00Z')).toEqual(['上海店', '西湖店']);
  expect(await openAt('2026-11-25T13:00:00Z')).toEqual(['夜市店']);
  expect(await openAt('2026-11-25T17:59:00Z')).toEqual(['夜市店']);
  shop.ctx.now = now;
});

test('the distance from Beijing to Shanghai is about 1067 km, over the date line too it is the short way', () => {
  const [beijing, shanghai] = [
    { lat: 39.9042, lng: 116.4074 },
    { lat: 31.2304, lng: 121.4737 },
  ];
  expect(Math.round(metresBetween(beijing, shanghai) / 1000)).toBe(1067);
  expect(Math.round(metresBetween({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 }) / 1000)).toBe(111);
});
