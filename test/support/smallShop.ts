import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sharp from 'sharp';
import { buildApp } from '../../server/src/app';
import { sql } from '../../server/src/db/db';
import { saveCatalogue } from '../../server/src/products/saveCatalogue';
import { product, sku } from '../../server/test/support/fixtures';
import { testApp, type TestApp } from '../../server/test/support/testApp';

export const TEAPOT = '柿釉手作茶壶';

export interface SmallShop {
  /** `http://127.0.0.1:…`: the API, the pictures and, when it is built, the H5 storefront. */
  url: string;
  ctx: TestApp['ctx'];
  runJobs: TestApp['runJobs'];
  /** Moves the server's clock. */
  advance: TestApp['advance'];
  /** Rows of the database, for tests that compare what was shown with what is. */
  rows<T>(text: string): Promise<T[]>;
  close(): Promise<void>;
}

/**
 * A small shop with real pictures on a real port: twelve plain products, and a teapot with two axes of which one
 * combination does not exist and one is out of stock.
 */
export async function smallShop(env: Record<string, string> = {}): Promise<SmallShop> {
  const shop = await testApp({ env });
  const { ctx } = shop;
  const picture = async (hue: number) => ctx.assets.put(await plainPicture(400, 400, hue), 'jpg');
  for (const number of [1, 2, 3]) {
    await ctx.assets.putNamed(`demo/banner-${number}.jpg`, await plainPicture(1053, 468, number * 40));
  }
  const pictures = await Promise.all([0, 90, 180, 270].map(picture));
  const icon = await ctx.assets.putNamed('demo/category-tea.png', await plainPicture(112, 112, 30, 'png'));
  const plain = Array.from({ length: 12 }, (_, index) =>
    product({
      handle: `goods-${index}`,
      title: `集市好物 ${index + 1} 号`,
      subtitle: '随手带一件回家',
      tags: index % 2 ? ['新品'] : ['热卖'],
      images: [{ url: pictures[index % 4]!, alt: '' }],
      skus: [sku({ priceFen: 1990 + index * 100, stock: 50 })],
      salesCount: 100 - index,
    }),
  );
  const teapot = product({
    handle: 'teapot',
    title: TEAPOT,
    subtitle: '出汤利落，握着不烫手',
    tags: ['新品', '秋日'],
    images: pictures.map((url) => ({ url, alt: TEAPOT })),
    options: [
      { name: '釉色', values: ['柿红', '杏白', '竹青'] },
      { name: '容量', values: ['180ml', '240ml'] },
    ],
    skus: [
      sku({ optionValues: ['柿红', '180ml'], priceFen: 15900, compareAtFen: 21900, stock: 12, imageUrl: pictures[1]! }),
      sku({ optionValues: ['柿红', '240ml'], priceFen: 18900, stock: 3, imageUrl: pictures[1]! }),
      sku({ optionValues: ['杏白', '180ml'], priceFen: 16900, stock: 5, imageUrl: pictures[2]! }),
      sku({ optionValues: ['竹青', '180ml'], priceFen: 16900, stock: 0, imageUrl: pictures[3]! }),
    ],
    salesCount: 500,
  });
  const categories = [{ name: '茶与咖啡', slug: 'tea', imageUrl: icon, position: 0 }];
  await saveCatalogue(ctx, [...plain, teapot], { categories });

  const folder = process.env.H5_DIR ?? path.resolve(__dirname, '../../dist/h5');
  const app = await buildApp(ctx, { web: { folder, state: () => ({ isReady: true }) } });
  await app.listen({ port: env.PORT ? Number(env.PORT) : 0, host: '127.0.0.1' });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    ctx,
    runJobs: shop.runJobs,
    advance: shop.advance,
    rows: <T>(text: string) => ctx.db.query<T>({ text, values: [] }),
    async close() {
      await app.close();
      await shop.close();
    },
  };
}

/** A plain picture of one colour: small, real, and without a font. */
export function plainPicture(
  width: number,
  height: number,
  hue: number,
  type: 'jpeg' | 'png' = 'jpeg',
): Promise<Buffer> {
  const channel = (shift: number) => Math.round(190 + 50 * Math.cos(((hue + shift) * Math.PI) / 180));
  const background = { r: channel(0), g: channel(120), b: channel(240) };
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(type)
    .toBuffer();
}

/** What a purchase must leave behind, read from the database: the orders with their payments, and the teapot's stock. */
export async function booksOf(shop: SmallShop) {
  const orders = await shop.rows<{
    state: string;
    total_fen: string;
    platform: string;
    visits: number;
    address: { name: string };
  }>(
    `select o.state, o.total_fen, o.platform, o.address,
      (select count(*)::int from visits v where v.user_id = o.user_id and v.visit_id = o.visit_id) as visits
      from orders o order by o.order_id`,
  );
  const payments = await shop.rows<{ state: string; amount_fen: string }>(
    'select state, amount_fen from payments order by payment_id',
  );
  const stock = await shop.ctx.db.query<{ on_hand: number; reserved: number }>(
    sql`select s.on_hand, s.reserved from stock s join skus k on k.sku_id = s.sku_id
      where k.option_values = array['柿红', '180ml']`,
  );
  return {
    orders: orders.map((order) => ({ ...order, total_fen: Number(order.total_fen), address: order.address.name })),
    payments: payments.map((payment) => ({ ...payment, amount_fen: Number(payment.amount_fen) })),
    teapot: stock[0]!,
  };
}
