import type { Context } from '../../src/context';
import type { CatalogueProduct, CatalogueSku } from '../../src/products/catalogue';
import { saveCatalogue } from '../../src/products/saveCatalogue';
import { sql } from '../../src/db/db';
import type { Shopper } from './testApp';

export const ADDRESS = {
  name: '林小满',
  phone: '13800006620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号',
};

/** A product of the catalogue with sensible defaults. */
export function product(overrides: Partial<CatalogueProduct> & { handle: string }): CatalogueProduct {
  return {
    title: `商品 ${overrides.handle}`,
    subtitle: '',
    descriptionHtml: '<p>好东西</p>',
    vendor: '集市',
    categories: [['茶与咖啡', '乌龙茶']],
    tags: [],
    state: 'on_shelf',
    options: [],
    images: [{ url: '/assets/placeholder.jpg', alt: '' }],
    skus: [sku()],
    ...overrides,
  };
}

export function sku(overrides: Partial<CatalogueSku> = {}): CatalogueSku {
  return {
    code: null,
    optionValues: [],
    priceFen: 5000,
    compareAtFen: null,
    stock: 10,
    imageUrl: null,
    weightGrams: null,
    barcode: null,
    ...overrides,
  };
}

/** Saves one product and answers the ids of its SKUs, in order. */
export async function stockShelf(
  ctx: Context,
  item: CatalogueProduct,
): Promise<{ productId: string; skuIds: string[] }> {
  await saveCatalogue(ctx, [item]);
  const rows = await ctx.db.query<{ product_id: string; sku_id: string }>(
    sql`select k.product_id, k.sku_id from skus k join products p on p.product_id = k.product_id
      where p.handle = ${item.handle} order by k.position`,
  );
  return { productId: rows[0]!.product_id, skuIds: rows.map((row) => row.sku_id) };
}

/** What can be bought and what is held back, as the database has it. */
export async function stockOf(ctx: Context, skuId: string): Promise<{ onHand: number; reserved: number }> {
  const [row] = await ctx.db.query<{ on_hand: number; reserved: number }>(
    sql`select on_hand, reserved from stock where sku_id = ${skuId}`,
  );
  return { onHand: row!.on_hand, reserved: row!.reserved };
}

export interface Draft {
  items: { skuId: string; quantity: number }[];
  addressId: string;
  expectedTotalFen: number;
}

/** Everything that `POST /api/orders` needs: the shopper's address and today's total. */
export async function draftOrder(shopper: Shopper, items: Draft['items']): Promise<Draft> {
  const address = await shopper.post('/api/addresses', ADDRESS);
  const quote = await shopper.post('/api/quotes', { items });
  return { items, addressId: address.body.id, expectedTotalFen: quote.body.totalFen };
}

let keys = 0;
/** A fresh idempotency key. */
export const newKey = () => `key-${Date.now()}-${++keys}`;

/** An unpaid order of the shopper. */
export async function placeOrder(shopper: Shopper, items: Draft['items']) {
  const answer = await shopper.post('/api/orders', await draftOrder(shopper, items), newKey());
  if (answer.status !== 201) throw new Error(`order refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** An open payment of the order; `tradeNo` is what the fake platform knows it by. */
export async function openPayment(
  shopper: Shopper,
  orderId: string,
): Promise<{ id: string; tradeNo: string; amountFen: number }> {
  const answer = await shopper.post(`/api/orders/${orderId}/payments`, {}, newKey());
  if (answer.status !== 201) throw new Error(`payment refused: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.id, tradeNo: answer.body.intent.tradeNo, amountFen: answer.body.amountFen };
}
