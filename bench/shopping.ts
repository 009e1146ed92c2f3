import { ADDRESS } from '../server/test/support/fixtures';
import { load, type LoadRequest, type Rate } from './load';

interface Shopper {
  headers: Record<string, string>;
  addressId: string;
}

interface Sku {
  id: string;
  priceFen: number;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const SHOPPERS = 200;
const ROUNDS = 3;

export type Name = 'list' | 'detail' | 'cart' | 'checkout';
export type Rates = Record<Name, Rate>;

/** Requests of two hundred shoppers who are signed in at the shop, by what they do. */
export async function shoppersOf(shop: string): Promise<Record<Name, () => LoadRequest>> {
  const { items } = await getJson<{ items: { id: string }[] }>(`${shop}/api/products?limit=20`);
  const skus = await Promise.all(
    items.map(async ({ id }) => (await getJson<{ skus: Sku[] }>(`${shop}/api/products/${id}`)).skus[0]!),
  );
  const shoppers = await Promise.all(Array.from({ length: SHOPPERS }, (_, index) => signIn(shop, index, skus)));
  const detail = `/api/products/${items[0]!.id}`;

  let turn = 0;
  const next = () => {
    turn++;
    return { shopper: shoppers[turn % shoppers.length]!, sku: skus[turn % skus.length]! };
  };
  return {
    list: () => ({ method: 'GET', path: '/api/products?limit=20' }),
    detail: () => ({ method: 'GET', path: detail }),
    cart() {
      const { shopper, sku } = next();
      return {
        method: 'PUT',
        path: `/api/cart/items/${sku.id}`,
        headers: { ...JSON_TYPE, ...shopper.headers },
        body: JSON.stringify({ quantity: 1 + (turn % 9) }),
      };
    },
    checkout() {
      const { shopper, sku } = next();
      const key = `bench-${process.pid}-${turn}`;
      return {
        method: 'POST',
        path: '/api/orders',
        headers: { ...JSON_TYPE, ...shopper.headers, 'idempotency-key': key },
        body: JSON.stringify({
          items: [{ skuId: sku.id, quantity: 1 }],
          addressId: shopper.addressId,
          expectedTotalFen: sku.priceFen,
        }),
      };
    },
  };
}

/**
 * Rates of the four things that a shop does all day, at each of the addresses, which share one database: in short
 * turns, one server after the other, so that whatever else the machine does falls on all of them alike.
 */
export async function shoppingRates(urls: string[], seconds: number): Promise<Rates[]> {
  const shoppers = await shoppersOf(urls[0]!);
  for (const request of [shoppers.list(), shoppers.detail()]) await requireSame(urls, request);
  await requireSame(urls, { ...shoppers.cart(), body: JSON.stringify({ quantity: 1 }) });

  const turns = urls.map(() => ({ list: [], detail: [], cart: [], checkout: [] }) as Record<Name, Rate[]>);
  for (const [name, make] of Object.entries(shoppers) as [Name, () => LoadRequest][]) {
    for (const url of urls) await load(url, 1, make);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, url] of urls.entries()) turns[index]![name].push(await load(url, seconds / ROUNDS, make));
    }
  }
  return turns.map((taken) => ({
    list: together(taken.list),
    detail: together(taken.detail),
    cart: together(taken.cart),
    checkout: together(taken.checkout),
  }));
}

/** The median of the turns, and every refusal. */
function together(rates: Rate[]): Rate {
  const sorted = [...rates].sort((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  return { ...middle, refused: rates.reduce((sum, rate) => sum + rate.refused, 0) };
}

async function signIn(url: string, index: number, skus: Sku[]): Promise<Shopper> {
  const session = await postJson(`${url}/api/sessions`, {
    platform: 'h5',
    appId: 'h5',
    deviceId: `bench-device-${index}`,
  });
  const headers = { authorization: `Bearer ${session.token}` };
  const address = await postJson(`${url}/api/addresses`, ADDRESS, headers);
  // any turn may change any of them
  for (const { id } of skus.filter((_, place) => place % SKUS_APART === index % SKUS_APART))
    await postJson(`${url}/api/cart/items`, { skuId: id, quantity: 1 }, headers);
  return { headers, addressId: address.id! };
}

/** A shopper has every fifth of the twenty SKUs in the cart: turn and shopper differ by a multiple of it. */
const SKUS_APART = 5;

async function requireSame(urls: string[], { path, ...request }: LoadRequest): Promise<void> {
  const [first, ...others] = await Promise.all(
    urls.map(async (url) => JSON.stringify(await (await fetch(url + path, request)).json())),
  );
  for (const other of others)
    if (other !== first) throw new Error(`${path}: the servers answer different JSON\n${first}\n${other}`);
}

async function getJson<T>(url: string): Promise<T> {
  return (await fetch(url)).json() as Promise<T>;
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
