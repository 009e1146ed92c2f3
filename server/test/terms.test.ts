import { seedDelivery } from '../src/demo/demoDelivery';
import { sql } from '../src/db/db';
import { employee } from './support/employees';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.ctx.db.query(sql`delete from shop_terms`);
  await shop.ctx.db.query(sql`delete from reach_discounts`);
});

const terms = async () => (await (await shop.shopper()).get('/api/shop/terms')).body;

test('a shop that has said nothing promises nothing and offers no way to reach it', async () => {
  expect(await terms()).toEqual({
    services: [],
    contact: { phone: null, hours: '', chatUrl: null, hasWeappChat: false, ttImId: null, alipayChat: null },
    discounts: [],
  });
});

test('what an operator writes is what shoppers read, and the audit has both versions', async () => {
  const { send } = await employee(shop, 'operator');
  const body = {
    services: [{ name: '破损包赔', text: '拍照给客服，补发或退款' }],
    contact: { phone: '0571-88886666', hours: '每天 9:00–21:00', hasWeappChat: true },
  };
  expect((await send('PUT', '/admin/shop-terms', body)).status).toBe(200);
  expect(await terms()).toMatchObject(body);
  await send('PUT', '/admin/shop-terms', { ...body, services: [] });
  const [entry] = await shop.ctx.db.query<{ before: object; after: object }>(
    sql`select before, after from audit_entries where target = 'shop terms' order by entry_id desc limit 1`,
  );
  expect(entry).toMatchObject({ before: { services: body.services }, after: { services: [] } });
});

test.each([
  ['a telephone number that is none', { phone: '12' }],
  ['a chat that is not https', { chatUrl: 'javascript:alert(1)' }],
])('%s is refused', async (_, contact) => {
  const { send } = await employee(shop, 'owner');
  expect((await send('PUT', '/admin/shop-terms', { services: [], contact })).body.error.code).toBe('invalid_request');
});

test('only discounts that run are told, the lowest threshold first', async () => {
  for (const [id, fromFen, offFen, isActive] of [
    [1, 29900, 3000, true],
    [2, 9900, 500, true],
    [3, 100, 50, false],
  ] as const)
    await shop.ctx.db.query(
      sql`insert into reach_discounts (discount_id, label, from_fen, off_fen, is_active)
        values (${id}, '满减', ${fromFen}, ${offFen}, ${isActive})`,
    );
  expect((await terms()).discounts).toEqual([
    { label: '满减', fromFen: 9900, offFen: 500 },
    { label: '满减', fromFen: 29900, offFen: 3000 },
  ]);
});

test('the demo shop explains its promises and can be called', async () => {
  await seedDelivery(shop.ctx);
  const { services, contact, discounts } = await terms();
  expect(services.map(({ name }: { name: string }) => name)).toEqual(['七天无理由', '破损包赔', '48 小时发货']);
  expect(contact).toMatchObject({ phone: '0571-88886666', hasWeappChat: false });
  expect(discounts).toHaveLength(1);
});
