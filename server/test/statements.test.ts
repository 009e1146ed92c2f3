import { sql, type Observer } from '../src/db/db';
import { credit } from '../src/ledger/credit';
import { holdCoupon } from './support/coupons';
import { ADDRESS, newKey, product, sku, stockShelf } from './support/fixtures';
import { newMember } from './support/members';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const MOST_STATEMENTS = 10;
const MOST_WITH_BENEFITS = 15;

const seen: string[] = [];
const observer: Observer = { after: (text) => void seen.push(text) };

let made = 0;

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp({ observer });
});
afterAll(() => shop.close());

/** The statements of one checkout, the session, BEGIN and COMMIT among them. */
async function statementsOfCheckout(lines: number, shopper: Shopper, wishes: object = {}): Promise<number> {
  const items = [];
  for (let line = 0; line < lines; line++) {
    const item = product({ handle: `line-${++made}`, skus: [sku()] });
    items.push({ skuId: (await stockShelf(shop.ctx, item)).skuIds[0]!, quantity: 1 });
  }
  const address = await shopper.post('/api/addresses', ADDRESS);
  const quote = await shopper.post('/api/quotes', { items, ...wishes });
  const draft = { items, addressId: address.body.id, expectedTotalFen: quote.body.totalFen, ...wishes };
  seen.length = 0;
  const answer = await shopper.post('/api/orders', draft, newKey());
  expect(answer.body.lines).toHaveLength(lines);
  return seen.length;
}

test('a checkout takes at most 10 SQL statements, the same for 1 and for 20 lines', async () => {
  const one = await statementsOfCheckout(1, await shop.shopper());
  const twenty = await statementsOfCheckout(20, await shop.shopper());
  expect(seen).toContain('BEGIN');
  expect(seen).toContain('COMMIT');
  expect(one).toBeLessThanOrEqual(MOST_STATEMENTS);
  expect(twenty).toBe(one);
});

test('one with a level, two coupons and points takes at most 15, the same for 1 and for 20 lines', async () => {
  const checkout = async (lines: number) => {
    const member = await newMember(shop);
    await shop.ctx.db.query(sql`update members set level_id = 2 where user_id = ${member.userId}`);
    const entry = { userId: member.userId, unit: 'points', kind: 'grant', ref: 'test', reason: '测试' } as const;
    await shop.ctx.db.tx((tx) => credit(shop.ctx, tx, { ...entry, amount: 500, expiresAt: null }));
    await holdCoupon(shop, member, { offFen: 1000, fromFen: 0 });
    await holdCoupon(shop, member, { kind: 'shipping', offFen: null, fromFen: 0 });
    const count = await statementsOfCheckout(lines, member, { points: 500 });
    const taken = await shop.ctx.db.query<{ kind: string }>(
      sql`select distinct kind from order_adjustments where user_id = ${member.userId} order by kind`,
    );
    expect(taken.map(({ kind }) => kind)).toEqual(['coupon', 'level', 'points']);
    return count;
  };
  const one = await checkout(1);
  expect(one).toBeLessThanOrEqual(MOST_WITH_BENEFITS);
  expect(await checkout(20)).toBe(one);
});
