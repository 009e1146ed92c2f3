import { claimNode, idMaker } from '../src/db/ids';
import { testDb, type TestDb } from './support/testDb';

let database: TestDb;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.drop());

test('ids only grow, even when the clock steps back or a millisecond makes more than 1,024', () => {
  let now = Date.UTC(2026, 10, 25);
  const makeId = idMaker(7, () => now);
  const ids = Array.from({ length: 3000 }, () => makeId());
  now -= 60_000;
  ids.push(makeId());
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))).toEqual(ids);
});

test('ids have at most 18 digits until 2055', () => {
  expect(idMaker(1023, () => Date.UTC(2055, 0, 1))()).toMatch(/^\d{1,18}$/);
});

test('two processes that make ids in the same millisecond never make the same one', async () => {
  const nodes = await Promise.all(Array.from({ length: 20 }, () => claimNode(database.db)));
  expect(new Set(nodes).size).toBe(20);
  const clock = () => Date.UTC(2026, 10, 25);
  const ids = nodes.map((node) => idMaker(node, clock)());
  expect(new Set(ids).size).toBe(20);
});
