import { ADDRESS, product, sku, stockOf, stockShelf } from '../../server/test/support/fixtures';
import { merchantOf, type Merchant } from '../support/merchant';
import { newPhone, type Phone } from './phone';
import { checkOut, newKey, openShop, type Shop } from './shop';

let shop: Shop;
let merchant: Merchant;
let phone: Phone;
beforeAll(async () => {
  shop = await openShop();
  merchant = await merchantOf(shop);
});
afterAll(() => shop.close());
beforeEach(() => {
  phone = newPhone(shop.url);
});

const CONTACT = { name: '林小满', phone: '13800006620' };

test('follow: the shop sends the parcel, the carrier says where it is, and the shopper confirms once', async () => {
  const goods = await merchant.shelve({ title: '藤编篮', priceFen: 12_000 });
  const order = await checkOut(phone, goods.skuId);
  await expect(merchant.ship(order.id, 'SF2008600001')).rejects.toMatchObject({ code: 'order_state' });
  await phone.payOrder(order.id);
  await merchant.ship(order.id, 'SF2008600001');
  await merchant.follow('SF2008600001', '【杭州市】快件到达杭州转运中心');
  const { shipments, timeline } = await phone.orders.getOrderProgress(order.id);
  expect(shipments).toMatchObject([
    { carrier: '顺丰速运', trackingNo: 'SF2008600001', events: [{ text: '【杭州市】快件到达杭州转运中心' }] },
  ]);
  expect(timeline.map((move) => move.reason)).toEqual(['shipment', 'payment', 'placed']);
  await phone.orders.confirmOrder(order.id);
  await expect(merchant.ship(order.id, 'SF2008600001')).rejects.toMatchObject({ code: 'order_state' });
  expect(await phone.orders.countOrders()).toMatchObject({ shipped: 0, done: 1 });
});

test("pick-up: only the store's own counter hands the goods over, once, and the shopper sees the order done", async () => {
  const place = { lat: 30.27, lng: 120.15, opensAt: '09:00', closesAt: '21:00' };
  const [here, there] = [
    await merchant.openStore({ ...place, name: '武林店' }),
    await merchant.openStore({ ...place, name: '滨江店' }),
  ];
  const [counter, otherCounter] = [await merchant.hire(here.id), await merchant.hire(there.id)];
  const { skuId } = await merchant.shelve({ title: '定胜糕', priceFen: 5800, stock: 3 });
  const pickup = { storeId: here.id, contact: CONTACT };
  const order = await phone.orders.placeOrder(
    { items: [{ skuId, quantity: 2 }], fulfilment: 'pickup', pickup, expectedTotalFen: 11_600 },
    newKey(),
  );
  await phone.payOrder(order.id);
  const { code } = (await phone.orders.getOrder(order.id)).pickup!;
  await expect(merchant.ship(order.id, 'SF2008600002')).rejects.toMatchObject({ code: 'order_state' });
  await expect(otherCounter('POST', '/admin/pickups/verify', { code })).rejects.toMatchObject({ code: 'not_found' });
  expect(await counter('POST', '/admin/pickups/verify', { code })).toMatchObject({ orderId: order.id, state: 'done' });
  await expect(counter('POST', '/admin/pickups/verify', { code })).rejects.toMatchObject({ code: 'order_state' });
  expect(await phone.orders.getOrder(order.id)).toMatchObject({ state: 'done' });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 1, reserved: 0 });
});

test('cart: what the shop changes shows as a reason, and what is left can be ordered', async () => {
  const gone = await merchant.shelve({ title: '收摊的风铃', priceFen: 4500 });
  const sold = await merchant.shelve({ title: '卖光的团扇', priceFen: 3900 });
  const few = await merchant.shelve({ title: '不多的茶罐', priceFen: 2000 });
  const dear = await merchant.shelve({ title: '涨价的香插', priceFen: 3000 });
  for (const { skuId } of [gone, sold, few, dear]) await phone.carts.addCartItem(skuId, 3);
  await merchant.takeOff(gone);
  await merchant.setStock(sold, 0);
  await merchant.setStock(few, 2);
  await merchant.setPrice(dear, 3600);
  const cart = await phone.carts.getCart();
  const stateOf = Object.fromEntries(cart.items.map(({ title, state }) => [title, state]));
  expect(stateOf).toEqual({
    收摊的风铃: 'off_shelf',
    卖光的团扇: 'sold_out',
    不多的茶罐: 'insufficient',
    涨价的香插: 'valid',
  });
  expect(cart).toMatchObject({ count: 3, selectedFen: 10_800 });
  await phone.carts.updateCartItem(few.skuId, { quantity: 2 });
  for (const { skuId } of [gone, sold]) await phone.carts.removeCartItem(skuId);
  const address = await phone.addresses.addAddress(ADDRESS);
  const order = await phone.orders.placeOrder(
    {
      items: [
        { skuId: few.skuId, quantity: 2 },
        { skuId: dear.skuId, quantity: 3 },
      ],
      addressId: address.id,
      isFromCart: true,
      expectedTotalFen: 14_800,
    },
    newKey(),
  );
  expect(order.totalFen).toBe(14_800);
  expect((await phone.carts.getCart()).items).toEqual([]);
});

test('cart: another SKU takes the place of one that is sold out', async () => {
  const bowl = product({
    handle: 'bowl',
    options: [{ name: '釉色', values: ['柿红', '杏白'] }],
    skus: [sku({ optionValues: ['柿红'], stock: 4 }), sku({ optionValues: ['杏白'], stock: 4, priceFen: 6000 })],
  });
  const [red, white] = (await stockShelf(shop.ctx, bowl)).skuIds as [string, string];
  await phone.carts.addCartItem(red, 2);
  await merchant.setStock({ skuId: red }, 0);
  expect((await phone.carts.getCart()).items).toMatchObject([{ skuId: red, state: 'sold_out' }]);
  const cart = await phone.carts.replaceCartItem(red, { skuId: white, quantity: 2 });
  expect(cart.items).toMatchObject([{ skuId: white, quantity: 2, state: 'valid', priceFen: 6000 }]);
});

test('price: changed by the shop during the checkout, it is charged only after a yes to the new one', async () => {
  const lamp = await merchant.shelve({ title: '竹编灯', priceFen: 2000 });
  const items = [{ skuId: lamp.skuId, quantity: 1 }];
  const address = await phone.addresses.addAddress(ADDRESS);
  const { totalFen } = await phone.orders.quoteOrder(items, { addressId: address.id });
  await merchant.setPrice(lamp, 1500);
  const draft = { items, addressId: address.id, expectedTotalFen: totalFen };
  // a lower one is told too
  await expect(phone.orders.placeOrder(draft, newKey())).rejects.toMatchObject({
    code: 'price_changed',
    details: { quote: { totalFen: totalFen - 500 } },
  });
  expect(await stockOf(shop.ctx, lamp.skuId)).toEqual({ onHand: 20, reserved: 0 });
  const order = await phone.orders.placeOrder({ ...draft, expectedTotalFen: totalFen - 500 }, newKey());
  await phone.payOrder(order.id);
  expect(await phone.orders.checkPayment(order.id)).toMatchObject({ state: 'paid', totalFen: totalFen - 500 });
});

test('buy again: what was taken off the shelf is named, and the rest is in the cart', async () => {
  const kept = await merchant.shelve({ title: '狼毫笔', priceFen: 4200 });
  const gone = await merchant.shelve({ title: '限定挂历', priceFen: 3600 });
  const address = await phone.addresses.addAddress(ADDRESS);
  const items = [kept, gone].map(({ skuId }) => ({ skuId, quantity: 1 }));
  const { totalFen } = await phone.orders.quoteOrder(items, { addressId: address.id });
  const order = await phone.orders.placeOrder({ items, addressId: address.id, expectedTotalFen: totalFen }, newKey());
  await merchant.takeOff(gone);
  const { added, refused } = await phone.orders.buyAgain(order.id);
  expect(added).toEqual([{ skuId: kept.skuId, quantity: 1 }]);
  expect(refused).toMatchObject([{ skuId: gone.skuId, title: '限定挂历', code: 'off_shelf' }]);
});

test('leave: the deletion of the account is asked for, everything goes on meanwhile, and it is taken back', async () => {
  const { skuId } = await merchant.shelve({ title: '纸灯笼', priceFen: 3300 });
  const asked = await phone.account.requestAccountDeletion();
  expect(asked.state).toBe('requested');
  expect(Date.parse(asked.dueAt!) - Date.parse(asked.requestedAt!)).toBe(7 * 86_400_000);
  const order = await checkOut(phone, skuId);
  expect(await phone.payOrder(order.id)).toBe('result');
  expect(await phone.account.withdrawAccountDeletion()).toMatchObject({ state: 'none', dueAt: null });
  expect(await phone.account.getAccountDeletion()).toMatchObject({ state: 'none' });
});
