import type { Shopper } from './shopper';

/** Money asked back, in each of the states that look different. */
export type AftersaleName = 'requested' | 'approved' | 'returning' | 'done' | 'rejected';

interface Owner {
  <T>(method: string, path: string, body?: object): Promise<T>;
}

export interface AskingBack {
  url: string;
  owner: Owner;
  person: Shopper;
  addressId: string;
  /** A short one and a long one, by SKU. */
  skus: { plain: string; long: string };
  /** A picture of the shop, shown as evidence. */
  picture: string;
}

const LONG_ANSWER =
  '我们放大看了您发来的照片，瓶口的这道细线是手工拉坯时留下的接痕，不是裂纹，也不会漏水，商品页的第三张图里有说明；如果确实介意，可以再联系客服，我们一起想办法';
const LONG_WORDS =
  '打开盒子就看到壶嘴磕掉了一小块，泡沫也碎了，应该是路上摔过；壶盖和茶杯都是好的，麻烦看看能不能只退这一件，谢谢';

/** Asks money back for orders of their own. Answers the requests, and the order of the one that waits. */
export async function askBack(asking: AskingBack): Promise<{ ids: Record<AftersaleName, string>; orderId: string }> {
  const { owner, person, skus } = asking;
  const approve = (id: string, answer = '') => owner('POST', `/admin/aftersales/${id}/approve`, { answer });
  const parcel = { carrier: '中通快递', trackingNo: 'ZT75512340098765' };

  const waiting = await bought(asking, [skus.plain, skus.long], false);
  const requested = await request(person, waiting, skus.plain, { reason: 'changed_mind' });
  const back = { kind: 'return', reason: 'damaged' };
  const pictureIds = [await upload(asking), await upload(asking)];
  const kept = await bought(asking, [skus.long], true);
  const approved = await request(person, kept, skus.long, { ...back, description: LONG_WORDS, pictureIds });
  await approve(approved, '抱歉让您失望了，请连同原来的盒子一起寄回，运费我们出');
  const returning = await request(person, await bought(asking, [skus.plain], true), skus.plain, back);
  await approve(returning);
  await person.ask('PUT', `/api/aftersales/${returning}/parcel`, parcel);
  const done = await request(person, await bought(asking, [skus.plain], true), skus.plain, back);
  await approve(done);
  await owner('POST', `/admin/aftersales/${done}/receive`, { restocked: [] });
  const rejected = await request(person, await bought(asking, [skus.long], true), skus.long, back);
  await owner('POST', `/admin/aftersales/${rejected}/reject`, { answer: LONG_ANSWER });
  await refunded(person, done);
  return { ids: { requested, approved, returning, done, rejected }, orderId: waiting };
}

async function bought(asking: AskingBack, skuIds: string[], isDelivered: boolean): Promise<string> {
  const { owner, person, addressId } = asking;
  const wish = { items: skuIds.map((skuId) => ({ skuId, quantity: 1 })), addressId, fulfilment: 'delivery' };
  const { totalFen } = await person.ask<{ totalFen: number }>('POST', '/api/quotes', wish);
  const order = await person.ask<{ id: string }>('POST', '/api/orders', { ...wish, expectedTotalFen: totalFen });
  const payments = `/api/orders/${order.id}/payments`;
  const { intent } = await person.ask<{ intent: { tradeNo: string } }>('POST', payments);
  await person.ask('POST', `/fake/trades/${intent.tradeNo}`, { action: 'pay' });
  if (isDelivered) {
    await owner('POST', `/admin/orders/${order.id}/shipments`, { carrier: '顺丰速运', trackingNo: 'SF1029384756611' });
    await person.ask('POST', `/api/orders/${order.id}/confirm`);
  }
  return order.id;
}

async function request(person: Shopper, orderId: string, skuId: string, more: object): Promise<string> {
  const wish = { kind: 'refund', lines: [{ skuId, quantity: 1 }], ...more };
  return (await person.ask<{ id: string }>('POST', `/api/orders/${orderId}/aftersales`, wish)).id;
}

async function upload({ url, person, picture }: AskingBack): Promise<string> {
  const form = new FormData();
  form.append('file', await (await fetch(url + picture)).blob(), 'picture.jpg');
  const headers = { Authorization: `Bearer ${person.session.token}` };
  const answer = await fetch(`${url}/api/uploads`, { method: 'POST', headers, body: form });
  if (!answer.ok) throw new Error(`the picture was answered ${answer.status}`);
  return ((await answer.json()) as { id: string }).id;
}

/** The server's jobs send the money. */
async function refunded(person: Shopper, id: string): Promise<void> {
  for (;;) {
    const { state } = await person.ask<{ state: string }>('GET', `/api/aftersales/${id}`);
    if (state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
