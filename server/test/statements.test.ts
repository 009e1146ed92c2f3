import type { Observer } from '../src/db/db';
import { draftOrder, newKey, product, sku, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

const MOST_STATEMENTS = 10;

const seen: string[] = [];
const observer: Observer = { after: (text) => void seen.push(text) };

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp({ observer });
});
afterAll(() => shop.close());

/** The statements of one checkout, the session, BEGIN and COMMIT among them. */
async function statementsOfCheckout(lines: number): Promise<number> {
  const shopper = await shop.shopper();
  const items = [];
  for (let line = 0; line < lines; line++) {
    const item = product({ handle: `line-${lines}-${line}`, skus: [sku()] });
    items.push({ skuId: (await stockShelf(shop.ctx, item)).skuIds[0]!, quantity: 1 });
  }
  const draft = await draftOrder(shopper, items);
  seen.length = 0;
  const answer = await shopper.post('/api/orders', draft, newKey());
  expect(answer.body.lines).toHaveLength(lines);
  return seen.length;
}

test('a checkout takes at most 10 SQL statements, the same for 1 and for 20 lines', async () => {
  const one = await statementsOfCheckout(1);
  const twenty = await statementsOfCheckout(20);
  expect(seen).toContain('BEGIN');
  expect(seen).toContain('COMMIT');
  expect(one).toBeLessThanOrEqual(MOST_STATEMENTS);
  expect(twenty).toBe(one);
});
