import type { AddressInfo } from 'node:net';
import { ADDRESS, product, sku, stockShelf } from '../../server/test/support/fixtures';
import { sql } from '../../server/src/db/db';
import { moveOrder } from '../../server/src/orders/moveOrder';
import { testApp, type TestApp } from '../../server/test/support/testApp';
import type { Phone } from './phone';

export interface Shop extends TestApp {
  url: string;
  /** Puts a product with one SKU on the shelf and answers that SKU. */
  stock(handle: string, priceFen: number, units: number): Promise<{ skuId: string; productId: string }>;
  /** Sends a paid order on its way. */
  ship(orderId: string): Promise<void>;
}

/** The real server on a real port, with an empty shop. */
export async function openShop(): Promise<Shop> {
  const app = await testApp();
  await app.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.app.server.address() as AddressInfo;
  return {
    ...app,
    url: `http://127.0.0.1:${port}`,
    async stock(handle, priceFen, units) {
      const { productId, skuIds } = await stockShelf(
        app.ctx,
        product({ handle, skus: [sku({ priceFen, stock: units })] }),
      );
      return { productId, skuId: skuIds[0]! };
    },
    async ship(orderId) {
      const [row] = await app.ctx.db.query<{ userId: string }>(
        sql`select user_id as "userId" from orders where order_id = ${orderId}`,
      );
      const move = { userId: row!.userId, orderId, from: 'paid', to: 'shipped', reason: 'shipment' } as const;
      await app.ctx.db.tx((tx) => moveOrder(app.ctx, tx, move));
    },
  };
}

let keys = 0;
export const newKey = () => `story-key-${Date.now()}-${++keys}`;

/** What the checkout page does: saves the address, asks for the price, orders at it. */
export async function checkOut(phone: Phone, skuId: string, quantity = 1, key = newKey()) {
  const address = await phone.addresses.addAddress(ADDRESS);
  const quote = await phone.orders.quoteOrder([{ skuId, quantity }], { addressId: address.id });
  const draft = { items: [{ skuId, quantity }], addressId: address.id, expectedTotalFen: quote.totalFen };
  return phone.orders.placeOrder(draft, key);
}
