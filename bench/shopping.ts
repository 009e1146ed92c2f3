import { ADDRESS } from '../server/test/support/fixtures';
import { load, type Rate } from './load';

interface Shopper {
  headers: Record<string, string>;
  addressId: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const SHOPPERS = 200;

/** Rates of the four things that a shop does all day. Rows read `list`, `detail`, `cart`, `checkout`. */
export async function shoppingRates(url: string, seconds: number): Promise<Record<string, Rate>> {
  const list = (await getJson(`${url}/api/products?limit=20`)) as { items: { id: string }[] };
  const product = (await getJson(`${url}/api/products/${list.items[0]!.id}`)) as {
    skus: { id: string; priceFen: number }[];
  };
  const { id: skuId, priceFen } = product.skus[0]!;
  const shoppers = await Promise.all(Array.from({ length: SHOPPERS }, (_, index) => signIn(url, index)));
  let turn = 0;
  const next = () => shoppers[turn++ % shoppers.length]!;
  const order = (shopper: Shopper) => ({
    headers: { ...JSON_TYPE, ...shopper.headers, 'idempotency-key': `bench-${process.pid}-${turn}` },
    body: JSON.stringify({ items: [{ skuId, quantity: 1 }], addressId: shopper.addressId, expectedTotalFen: priceFen }),
  });
  return {
    list: await load(url, seconds, { method: 'GET', path: '/api/products?limit=20' }),
    detail: await load(url, seconds, { method: 'GET', path: `/api/products/${list.items[0]!.id}` }),
    cart: await load(url, seconds, { method: 'PUT', path: `/api/cart/items/${skuId}` }, () => ({
      headers: { ...JSON_TYPE, ...next().headers },
      body: JSON.stringify({ quantity: 1 + (turn % 9) }),
    })),
    checkout: await load(url, seconds, { method: 'POST', path: '/api/orders' }, () => order(next())),
  };

  async function signIn(base: string, index: number): Promise<Shopper> {
    const session = await postJson(`${base}/api/sessions`, {
      platform: 'h5',
      appId: 'h5',
      deviceId: `bench-device-${index}`,
    });
    const headers = { authorization: `Bearer ${session.token}` };
    const address = await postJson(`${base}/api/addresses`, ADDRESS, headers);
    await postJson(`${base}/api/cart/items`, { skuId, quantity: 1 }, headers);
    return { headers, addressId: address.id! };
  }
}

async function getJson(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}

async function postJson(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}
