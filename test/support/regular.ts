import { askAs, openSession } from './caller';
import type { SmallShop } from './smallShop';

/** A shopper of the small shop who has left something on every page. Ids as the API writes them. */
export interface Regular {
  /** As the storefront keeps it under `jishi.session`. */
  session: string;
  productId: string;
  skuId: string;
  unpaidOrderId: string;
  paidOrderId: string;
  /** Asked for, not answered; of an order of its own. */
  aftersaleId: string;
}

/** Signs in over HTTP and fills the cart, the addresses, the favourites, the history, the notices and the orders. */
export async function makeRegular({ url }: SmallShop, title: string): Promise<Regular> {
  const session = await openSession(url);
  const ask = askAs(url, session.token);
  const { items } = await ask('GET', '/api/products');
  const productId = items.find((item: { title: string }) => item.title === title).id;
  const { skus } = await ask('GET', `/api/products/${productId}`);
  const skuId = skus[0].id;
  await ask('POST', '/api/cart/items', { skuId, quantity: 1 });
  const address = await ask('POST', '/api/addresses', {
    name: '林小满',
    phone: '13800006620',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '文三路 478 号',
  });
  await ask('PUT', `/api/favourites/${productId}`, {});
  await ask('PUT', `/api/history/${productId}`, {});
  await ask('POST', '/api/notices', { kind: 'price_drop', productId });
  const wish = { items: [{ skuId, quantity: 1 }], addressId: address.id, note: '' };
  const { totalFen } = await ask('POST', '/api/quotes', wish);
  const place = () => ask('POST', '/api/orders', { ...wish, expectedTotalFen: totalFen });
  const placePaid = async () => {
    const { id } = await place();
    const { intent } = await ask('POST', `/api/orders/${id}/payments`, {});
    await ask('POST', `/fake/trades/${intent.tradeNo}`, { action: 'pay' });
    return id as string;
  };
  const asked = await placePaid();
  const back = { kind: 'refund', reason: 'changed_mind', lines: [{ skuId, quantity: 1 }] };
  const { id: aftersaleId } = await ask('POST', `/api/orders/${asked}/aftersales`, back);
  const { id: unpaidOrderId } = await place();
  const paidOrderId = await placePaid();
  return { session: JSON.stringify(session), productId, skuId, unpaidOrderId, paidOrderId, aftersaleId };
}
