import { Shopper } from './shopper';

interface Owner {
  <T>(method: string, path: string, body?: object): Promise<T>;
}

export interface Hiring {
  url: string;
  owner: Owner;
  /** Scans a guide's code too, and so has a guide. */
  regular: Shopper;
  storeId: string;
  /** Product and SKU ids. */
  goods: { productId: string; longId: string; skuId: string; longSkuId: string };
  /** The regular's order that waits in the store. */
  pickupOrderId: string;
}

/** What the staff's pages are shown with. */
export interface StaffStage {
  guide: Shopper;
  /** Has joined, and has nothing yet. */
  beginner: Shopper;
  /** Has asked, and waits. */
  applicant: Shopper;
  /** Tokens of invitations. */
  invitations: { open: string; asked: string; rejected: string };
  pickupCode: string;
}

const ADDRESS = {
  phone: '13800136620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号',
};

/** Hires two guides; customers come by the codes of the first, and buy. */
export async function hireStaff(hiring: Hiring): Promise<StaffStage> {
  const { url, regular, goods, pickupOrderId } = hiring;
  const hired = (name: string) => hire(hiring, name, true);
  const { person: guide } = await hired('沈知夏');
  const { person: beginner } = await hired('周小满');
  const { person: applicant, token: asked } = await hire(hiring, '林青禾', null);
  const { token: rejected } = await hire(hiring, '没通过的人', false, applicant);
  const { token: open } = await invite(hiring, '新来的导购');
  const take = async (kind: string, id: string) =>
    (await guide.ask<{ token: string }>('POST', '/api/staff/codes', { target: { kind, id }, storeId: hiring.storeId }))
      .token;
  const teapot = await take('product', goods.productId);
  const long = await take('product', goods.longId);
  const home = await take('home', '');
  const gone = await take('category', 'tea');
  await guide.ask('POST', `/api/staff/codes/${gone}/revoke`);
  await regular.ask('POST', `/api/codes/${home}/scans`);
  await regular.ask('PUT', '/api/my-guide/consent', { isAgreed: true });
  for (const [index, name] of ['林小满', '欧阳青禾', '周大爷'].entries()) {
    const customer = await Shopper.enter(url);
    await customer.ask('POST', `/api/codes/${index === 1 ? long : teapot}/scans`);
    await buy(customer, name, index === 1 ? goods.longSkuId : goods.skuId);
    if (index === 0) await buy(customer, name, goods.skuId);
    if (index < 2) await customer.ask('PUT', '/api/my-guide/consent', { isAgreed: true });
  }
  const { items } = await guide.ask<{ items: { id: string }[] }>('GET', '/api/staff/customers');
  const note = '给女儿挑过生日礼物，喜欢素净的颜色，收货要避开中午；说过想看看新到的茶杯，下次来先给她留两只';
  await guide.ask('PUT', `/api/staff/customers/${items[0]!.id}/note`, { note });
  const order = await regular.ask<{ pickup: { code: string } }>('GET', `/api/orders/${pickupOrderId}`);
  return { guide, beginner, applicant, invitations: { open, asked, rejected }, pickupCode: order.pickup.code };
}

const invite = ({ owner, storeId }: Hiring, name: string) =>
  owner<{ id: string; token: string }>('POST', '/admin/staff-invitations', { storeId, name });

/** `isApproved` null: nobody has decided yet. */
async function hire(hiring: Hiring, name: string, isApproved: boolean | null, known?: Shopper) {
  const person = known ?? (await Shopper.enter(hiring.url));
  const { id, token } = await invite(hiring, name);
  await person.ask('POST', `/api/staff-invitations/${token}/requests`, { name });
  if (isApproved !== null) await hiring.owner('POST', `/admin/staff-invitations/${id}/decision`, { isApproved });
  return { person, token };
}

async function buy(customer: Shopper, name: string, skuId: string): Promise<void> {
  const address = await customer.ask<{ id: string }>('POST', '/api/addresses', { ...ADDRESS, name });
  const wish = { items: [{ skuId, quantity: 1 }], addressId: address.id, fulfilment: 'delivery' };
  const { totalFen } = await customer.ask<{ totalFen: number }>('POST', '/api/quotes', wish);
  const { id } = await customer.ask<{ id: string }>('POST', '/api/orders', { ...wish, expectedTotalFen: totalFen });
  const { intent } = await customer.ask<{ intent: { tradeNo: string } }>('POST', `/api/orders/${id}/payments`);
  await customer.ask('POST', `/fake/trades/${intent.tradeNo}`, { action: 'pay' });
}
