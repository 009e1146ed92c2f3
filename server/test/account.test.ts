import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

const NONE = { state: 'none', requestedAt: null, dueAt: null };
const DAY_MS = 86_400_000;

test('a deletion is due seven days after it was asked for, and asking again does not move the day', async () => {
  const shopper = await shop.shopper();
  expect((await shopper.get('/api/account/deletion')).body).toEqual(NONE);
  const { body } = await shopper.post('/api/account/deletion');
  expect(body.state).toBe('requested');
  expect(Date.parse(body.dueAt) - Date.parse(body.requestedAt)).toBe(7 * DAY_MS);
  shop.advance(DAY_MS);
  expect((await shopper.post('/api/account/deletion')).body).toEqual(body);
  expect((await shopper.get('/api/account/deletion')).body).toEqual(body);
});

test('a deletion can be taken back, also twice, and asked for anew', async () => {
  const shopper = await shop.shopper();
  const { body: first } = await shopper.post('/api/account/deletion');
  expect((await shopper.delete('/api/account/deletion')).body).toEqual(NONE);
  expect((await shopper.delete('/api/account/deletion')).body).toEqual(NONE);
  shop.advance(1000);
  const { body: second } = await shopper.post('/api/account/deletion');
  expect(Date.parse(second.dueAt)).toBeGreaterThan(Date.parse(first.dueAt));
});

test("another person's deletion is neither seen nor taken back", async () => {
  const shopper = await shop.shopper();
  const other = await shop.shopper();
  await shopper.post('/api/account/deletion');
  expect((await other.get('/api/account/deletion')).body).toEqual(NONE);
  await other.delete('/api/account/deletion');
  expect((await shopper.get('/api/account/deletion')).body.state).toBe('requested');
});
