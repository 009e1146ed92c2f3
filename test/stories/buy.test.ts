import { stockOf } from '../../server/test/support/fixtures';
import { newPhone } from './phone';
import { checkOut, newKey, openShop, type Shop } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('buy: found in the list, put in the cart, ordered, paid, sold', async () => {
  const phone = newPhone(shop.url);
  await shop.stock('teapot', 15900, 3);
  const { items } = await phone.products.listProducts({ q: 'teapot' });
  const found = await phone.products.getProduct(items[0]!.id);
  const skuId = found.skus[0]!.id;
  await phone.carts.addCartItem(skuId, 2);
  expect((await phone.carts.getCart()).selectedFen).toBe(31800);

  const order = await checkOut(phone, skuId, 2);
  expect(await phone.payOrder(order.id)).toBe('result');
  expect(await phone.orders.checkPayment(order.id)).toMatchObject({ state: 'paid', totalFen: 31800 });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 1, reserved: 0 });
});

test('cancel: the shopper changes their mind at the cashier, then pays after all', async () => {
  const phone = newPhone(shop.url);
  const { skuId } = await shop.stock('orange', 2990, 5);
  const order = await checkOut(phone, skuId);
  phone.atCashier(false);
  expect(await phone.payOrder(order.id)).toBe('cancelled');
  expect((await phone.orders.getOrder(order.id)).state).toBe('unpaid');
  phone.atCashier(true);
  expect(await phone.payOrder(order.id)).toBe('result');
  expect((await phone.orders.getOrder(order.id)).state).toBe('paid');
});

test('cancel for good: the order closes and the next shopper gets the unit', async () => {
  const [first, second] = [newPhone(shop.url), newPhone(shop.url)];
  const { skuId } = await shop.stock('single', 5000, 1);
  const order = await checkOut(first, skuId);
  await expect(checkOut(second, skuId)).rejects.toMatchObject({ code: 'sold_out' });
  expect(await first.orders.cancelOrder(order.id, 'changed_mind')).toMatchObject({
    state: 'closed',
    closeReason: 'cancelled',
  });
  expect(await checkOut(second, skuId)).toMatchObject({ state: 'unpaid' });
});

test('time out: nobody pays, the order closes by itself and its units come back', async () => {
  const phone = newPhone(shop.url);
  const { skuId } = await shop.stock('mooncake', 8800, 4);
  const order = await checkOut(phone, skuId, 3);
  shop.advance(31 * 60_000);
  await shop.runJobs();
  expect(await phone.orders.getOrder(order.id)).toMatchObject({ state: 'closed', closeReason: 'expired' });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 4, reserved: 0 });
  await expect(phone.payOrder(order.id)).rejects.toMatchObject({ code: 'order_state' });
});

test('pay late: the money comes after the order has closed, and goes back', async () => {
  const phone = newPhone(shop.url);
  const { skuId } = await shop.stock('lamp', 6600, 2);
  const order = await checkOut(phone, skuId);
  const payment = await phone.orders.createPayment(order.id, newKey());
  // the platform's clock lets the payer through although our order has just been closed
  await phone.orders.cancelOrder(order.id, 'other');
  const tradeNo = payment.intent.kind === 'fake' ? payment.intent.tradeNo : '';
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay', isLate: true } });
  await shop.runJobs();
  expect(await phone.orders.getOrder(order.id)).toMatchObject({ state: 'closed', paymentState: 'refunded' });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 2, reserved: 0 });
});

test('pay twice: two taps open one cashier, and two callbacks sell once', async () => {
  const phone = newPhone(shop.url);
  const { skuId } = await shop.stock('tea', 3000, 9);
  const order = await checkOut(phone, skuId, 2);
  const outcomes = await Promise.all([phone.payOrder(order.id), phone.payOrder(order.id)]);
  expect(outcomes).toEqual(['result', 'result']);
  const other = newPhone(shop.url);
  await expect(other.orders.getOrder(order.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(phone.orders.createPayment(order.id, newKey())).rejects.toMatchObject({ code: 'order_state' });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 7, reserved: 0 });
});

test('the last unit: two shoppers press at once, one has it, the other is told', async () => {
  const { skuId } = await shop.stock('last', 12000, 1);
  const phones = [newPhone(shop.url), newPhone(shop.url)];
  const results = await Promise.allSettled(phones.map((phone) => checkOut(phone, skuId)));
  const won = results.filter((result) => result.status === 'fulfilled');
  const lost = results.filter((result) => result.status === 'rejected');
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject([{ reason: { code: 'sold_out' } }]);
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 1, reserved: 1 });
});

test('the price changes while checking out: told, shown anew, and ordered at the new one only after a yes', async () => {
  const phone = newPhone(shop.url);
  const { skuId } = await shop.stock('vase', 20000, 5);
  const address = await phone.addresses.addAddress({
    name: '林小满',
    phone: '13800006620',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '文三路 478 号',
  });
  const seen = await phone.orders.quoteOrder([{ skuId, quantity: 1 }]);
  await shop.stock('vase', 26000, 5);
  const draft = { items: [{ skuId, quantity: 1 }], addressId: address.id, expectedTotalFen: seen.totalFen };
  await expect(phone.orders.placeOrder(draft, newKey())).rejects.toMatchObject({
    code: 'price_changed',
    details: { quote: { totalFen: 26000 } },
  });
  expect((await phone.orders.listOrders({})).items).toEqual([]);
  const order = await phone.orders.placeOrder({ ...draft, expectedTotalFen: 26000 }, newKey());
  expect(order.totalFen).toBe(26000);
});

test('a session that the server has forgotten is renewed without the shopper noticing', async () => {
  const phone = newPhone(shop.url);
  const { skuId } = await shop.stock('scarf', 9900, 5);
  await phone.carts.addCartItem(skuId, 1);
  await shop.ctx.db.query({ text: 'update sessions set revoked_at = now()', values: [] });
  await expect(phone.carts.getCart()).resolves.toMatchObject({ items: [] });
});
