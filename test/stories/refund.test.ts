import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ownerWithAddress, rest, RETURN_TO } from '../../server/test/support/aftersale';
import type { EmployeeClient } from '../../server/test/support/employees';
import { stockOf } from '../../server/test/support/fixtures';
import { gradient } from '../../server/test/support/pictures';
import type { RequestAftersale } from '@/api/aftersales';
import { newPhone, type Phone } from './phone';
import { checkOut, newKey, openShop, type Shop } from './shop';

let shop: Shop;
let owner: EmployeeClient;
let folder: string;
beforeAll(async () => {
  shop = await openShop();
  owner = await ownerWithAddress(shop);
  folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-story-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await shop.close();
});

async function bought(phone: Phone, handle: string, quantity: number) {
  const { skuId } = await shop.stock(handle, 9900, 10);
  const order = await checkOut(phone, skuId, quantity);
  await phone.payOrder(order.id);
  return { skuId, orderId: order.id, totalFen: order.totalFen };
}
const act = (id: string, what: string, body: object = {}) =>
  owner.send('POST', `/admin/aftersales/${id}/${what}`, body);

test('change of mind: paid, not sent yet, all of it goes back and the order is closed', async () => {
  const phone = newPhone(shop.url);
  const { skuId, orderId, totalFen } = await bought(phone, 'regretted', 2);
  const { kinds } = await phone.aftersales.getOrderAftersales(orderId);
  expect(kinds).toEqual(['refund']);
  const lines = [{ skuId, quantity: 2 }];
  const { goodsFen, shippingFen } = await phone.aftersales.quoteAftersale(orderId, { kind: 'refund', lines });
  expect(goodsFen + shippingFen).toBe(totalFen);
  const wish = { kind: 'refund', reason: 'changed_mind', lines } as const;
  const { id } = await phone.aftersales.requestAftersale(orderId, wish, newKey());
  await act(id, 'approve');
  await rest(shop);
  expect(await phone.aftersales.getAftersale(id)).toMatchObject({ state: 'done', totalFen });
  expect(await phone.orders.getOrder(orderId)).toMatchObject({ state: 'closed', paymentState: 'refunded' });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 10, reserved: 0 });
});

test('broken on the way: two pictures show it, one of two goes back, and its money comes', async () => {
  const phone = newPhone(shop.url);
  const { skuId, orderId } = await bought(phone, 'broken', 2);
  await shop.ship(orderId);
  await phone.orders.confirmOrder(orderId);
  const pictureIds: string[] = [];
  for (const hue of [1, 2]) {
    const file = path.join(folder, `${hue}.jpg`);
    await writeFile(file, await gradient(800, 600, hue));
    pictureIds.push((await phone.uploads.uploadPicture(file)).id);
  }
  const wish: RequestAftersale = { kind: 'return', reason: 'damaged', lines: [{ skuId, quantity: 1 }], pictureIds };
  const request = await phone.aftersales.requestAftersale(orderId, wish, newKey());
  for (const { url } of request.pictures) expect((await fetch(shop.url + url)).status).toBe(200);

  await act(request.id, 'approve', { answer: '抱歉，请寄回' });
  expect((await phone.aftersales.getAftersale(request.id)).returnTo).toEqual(RETURN_TO);
  const parcel = { carrier: '中通快递', trackingNo: 'ZT0011223344' };
  expect((await phone.aftersales.fillParcel(request.id, parcel)).state).toBe('returning');
  await act(request.id, 'receive', { restocked: [] });
  await rest(shop);
  expect(await phone.aftersales.getAftersale(request.id)).toMatchObject({ state: 'done', totalFen: 9900 });
  expect((await phone.orders.getOrder(orderId)).state).toBe('done');
  // broken goods are not sold again
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
  const other = newPhone(shop.url);
  await expect(other.aftersales.getAftersale(request.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('refused and asked again: the merchant says why, the shopper asks for less, and gets it', async () => {
  const phone = newPhone(shop.url);
  const { skuId, orderId } = await bought(phone, 'disputed', 1);
  await shop.ship(orderId);
  const wish: RequestAftersale = { kind: 'return', reason: 'not_as_described', lines: [{ skuId, quantity: 1 }] };
  const first = await phone.aftersales.requestAftersale(orderId, wish, newKey());
  await act(first.id, 'reject', { answer: '颜色和图片一致' });
  expect((await phone.aftersales.getAftersale(first.id)).answer).toBe('颜色和图片一致');
  const less = { ...wish, goodsFen: 5000 };
  const second = await phone.aftersales.requestAftersale(orderId, less, newKey());
  await act(second.id, 'approve');
  await act(second.id, 'receive', { restocked: [{ skuId, quantity: 1 }] });
  await rest(shop);
  const { items } = await phone.aftersales.listAftersales();
  expect(items.map(({ state, totalFen }) => [state, totalFen])).toEqual([
    ['done', 5000],
    ['rejected', 9900],
  ]);
  expect(await phone.orders.getOrder(orderId)).toMatchObject({ state: 'closed', closeReason: 'refunded' });
});
