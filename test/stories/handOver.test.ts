import { ADDRESS, product, sku, stockShelf } from '../../server/test/support/fixtures';
import { addShippingRule, addStore } from '../../server/test/support/shopRules';
import { newPhone, type Phone } from './phone';
import { checkOut, newKey, openShop, type Shop } from './shop';

let shop: Shop;
let phone: Phone;
beforeAll(async () => {
  shop = await openShop();
  const island = { name: '海岛', regions: ['浙江省/舟山市'], isServed: false, reason: '海岛暂时到不了' };
  await addShippingRule(shop.ctx, { name: '江浙沪', regions: ['浙江省'], additionalGrams: 1000, additionalFen: 200 });
  await addShippingRule(shop.ctx, island);
});
afterAll(() => shop.close());
beforeEach(() => {
  phone = newPhone(shop.url);
});

const CONTACT = { name: '林小满', phone: '13800006620' };

test('delivery: the address decides what it costs, and where nothing is delivered the shopper is told before paying', async () => {
  const goods = product({ handle: 'rice', skus: [sku({ priceFen: 3000, weightGrams: 2500, stock: 9 })] });
  const items = [{ skuId: (await stockShelf(shop.ctx, goods)).skuIds[0]!, quantity: 1 }];
  const near = await phone.addresses.addAddress(ADDRESS);
  const far = await phone.addresses.addAddress({ ...ADDRESS, province: '四川省', city: '成都市' });
  const island = await phone.addresses.addAddress({ ...ADDRESS, city: '舟山市', district: '普陀区' });
  const quotes = await Promise.all(
    [near, far, island].map(({ id }) => phone.orders.quoteOrder(items, { addressId: id })),
  );
  expect(quotes.map((quote) => quote.shippingFen)).toEqual([1000, 800, 600]);
  expect(quotes.map((quote) => quote.unserved)).toEqual([null, null, { reason: '海岛暂时到不了' }]);
  expect(quotes[0]!.breakdown.at(-1)!.reason).toBe('江浙沪运费：共 2.5 kg，首重 1 kg ¥6，续重 2 × ¥2');

  const draft = { items, addressId: island.id, expectedTotalFen: quotes[2]!.totalFen };
  await expect(phone.orders.placeOrder(draft, newKey())).rejects.toMatchObject({ code: 'not_served' });
  const order = await phone.orders.placeOrder(
    { ...draft, addressId: near.id, expectedTotalFen: quotes[0]!.totalFen },
    newKey(),
  );
  expect(order).toMatchObject({ fulfilment: 'delivery', shippingFen: 1000, totalFen: 4000 });
});

test('pick-up: the nearest store, no shipping, a code after paying, and confirmed at the counter', async () => {
  await addStore(shop.ctx, { name: '武林店', lat: 30.2741, lng: 120.1551 });
  await addStore(shop.ctx, { name: '滨江店', lat: 30.2084, lng: 120.212 });
  const [nearest] = await phone.stores.listStores({ lat: 30.21, lng: 120.2 });
  expect(nearest).toMatchObject({ name: '滨江店', opensAt: '09:00' });
  const { skuId } = await shop.stock('cake', 5800, 3);
  const items = [{ skuId, quantity: 1 }];
  const { totalFen } = await phone.orders.quoteOrder(items, { fulfilment: 'pickup' });
  expect(totalFen).toBe(5800);
  const pickup = { storeId: nearest!.id, contact: CONTACT };
  const order = await phone.orders.placeOrder(
    { items, fulfilment: 'pickup', pickup, expectedTotalFen: totalFen },
    newKey(),
  );
  expect(order.pickup).toMatchObject({ name: '滨江店', code: null });
  await phone.payOrder(order.id);
  expect((await phone.orders.getOrder(order.id)).pickup!.code).toMatch(/^\d{8}$/);
  expect(await phone.orders.confirmOrder(order.id)).toMatchObject({ state: 'done' });
});

test('invoice: asked for at the checkout, corrected afterwards', async () => {
  const { skuId } = await shop.stock('desk', 9900, 3);
  const items = [{ skuId, quantity: 1 }];
  const address = await phone.addresses.addAddress(ADDRESS);
  const invoice = { type: 'personal', title: '林小满', taxNumber: null, email: 'lin@example.com' } as const;
  const order = await phone.orders.placeOrder(
    { items, addressId: address.id, expectedTotalFen: 10_500, invoice },
    newKey(),
  );
  expect(order.invoice).toEqual(invoice);
  const company = { ...invoice, type: 'company', title: '集市科技', taxNumber: '91330106MA2ABCDE0K' } as const;
  await phone.orders.requestInvoice(order.id, company);
  expect((await phone.orders.getOrder(order.id)).invoice).toEqual(company);
});

test('cancel with a reason, then gone from the list, while the counts follow', async () => {
  const { skuId } = await shop.stock('cup', 3900, 5);
  const order = await checkOut(phone, skuId);
  expect(await phone.orders.countOrders()).toMatchObject({ unpaid: 1, closed: 0 });
  const closed = await phone.orders.cancelOrder(order.id, 'wrong_items');
  expect(closed).toMatchObject({ state: 'closed', closeReason: 'cancelled', cancelReason: 'wrong_items' });
  expect(await phone.orders.countOrders()).toMatchObject({ unpaid: 0, closed: 1 });
  await phone.orders.deleteOrder(order.id);
  expect((await phone.orders.listOrders({})).items).toEqual([]);
  await expect(phone.orders.getOrder(order.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('confirm: paid, sent, received, and the timeline tells it', async () => {
  const { skuId } = await shop.stock('shawl', 12_900, 5);
  const order = await checkOut(phone, skuId);
  await phone.payOrder(order.id);
  await expect(phone.orders.confirmOrder(order.id)).rejects.toMatchObject({ code: 'order_state' });
  await shop.ship(order.id);
  expect(await phone.orders.confirmOrder(order.id)).toMatchObject({ state: 'done' });
  const { timeline } = await phone.orders.getOrderProgress(order.id);
  expect(timeline.map((move) => move.reason)).toEqual(['received', 'shipment', 'payment', 'placed']);
});

test('buy again: what is left goes into the cart, what is sold out is named', async () => {
  const [kept, gone] = [await shop.stock('kept', 3900, 5), await shop.stock('gone', 2900, 1)];
  const address = await phone.addresses.addAddress(ADDRESS);
  const items = [kept, gone].map(({ skuId }) => ({ skuId, quantity: 1 }));
  const { totalFen } = await phone.orders.quoteOrder(items, { addressId: address.id });
  const order = await phone.orders.placeOrder({ items, addressId: address.id, expectedTotalFen: totalFen }, newKey());
  const again = await phone.orders.buyAgain(order.id);
  expect(again.added).toEqual([{ skuId: kept.skuId, quantity: 1 }]);
  expect(again.refused).toMatchObject([{ skuId: gone.skuId, code: 'sold_out' }]);
  expect((await phone.carts.getCart()).items.map((item) => item.skuId)).toEqual([kept.skuId]);
});
