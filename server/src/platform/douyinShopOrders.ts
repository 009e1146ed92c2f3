import { z } from 'zod';
import { AppError } from '../errors';
import type { DouyinShop } from './douyinShop';

/** An order of the Douyin shop with one line, as far as we ask about it. */
export interface ShopOrder {
  shopOrderId: string;
  /** The payer's open id in our mini-program; empty when the shop does not say. */
  openId: string;
  shopSkuId: string;
  quantity: number;
  state: 'unpaid' | 'paid' | 'cancelled';
  /** The order's price, and what was paid after the discounts of the shop and of Douyin. */
  orderFen: number;
  payFen: number;
}

export interface ShopRefund {
  afterSaleId: string;
  fen: number;
}

const text = z.union([z.string(), z.number()]).transform(String);
const Line = z.object({ product_id: text, sku_id: text, item_num: z.int() });
const Order = z.object({
  order_id: text,
  open_id: z.string().nullish(),
  order_status: z.int(),
  pay_time: z.int().nullish(),
  order_amount: z.int(),
  pay_amount: z.int(),
  sku_order_list: z.array(Line),
});
const Page = z.object({ total: z.int(), shop_order_list: z.array(Order).nullish() });
const AfterSales = z.object({
  items: z
    .array(
      z.object({ aftersale_info: z.object({ aftersale_id: text, refund_status: z.int(), refund_amount: z.int() }) }),
    )
    .nullish(),
});

const PAGE_SIZE = 100;
const MAX_PAGES = 20;
const CANCELLED = 4;
const REFUNDED = 3;

/**
 * `order.searchList`: the orders of one product with a single line, the oldest first. Money is in fen, times in seconds;
 * the shop keeps its orders findable for 90 days. A cancelled order that was paid counts as paid: its money went back as
 * a refund.
 */
export async function findShopOrders(shop: DouyinShop, productId: string, from: Date, to: Date): Promise<ShopOrder[]> {
  const found: ShopOrder[] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const { total, shop_order_list: orders } = await shop.call(
      'order.searchList',
      {
        product: productId,
        create_time_start: Math.floor(from.getTime() / 1000),
        create_time_end: Math.ceil(to.getTime() / 1000),
        order_by: 'create_time',
        order_asc: true,
        page,
        size: PAGE_SIZE,
      },
      Page,
    );
    for (const order of orders ?? []) {
      const [line] = order.sku_order_list;
      if (!line || order.sku_order_list.length !== 1 || line.product_id !== productId) continue;
      found.push({
        shopOrderId: order.order_id,
        openId: order.open_id ?? '',
        shopSkuId: line.sku_id,
        quantity: line.item_num,
        state: order.pay_time ? 'paid' : order.order_status === CANCELLED ? 'cancelled' : 'unpaid',
        orderFen: order.order_amount,
        payFen: order.pay_amount,
      });
    }
    if ((page + 1) * PAGE_SIZE >= total) return found;
  }
  // an order that is not found must not be taken for one that is not there
  throw new AppError('platform_unavailable');
}

/** `afterSale.List`: what the shop has given back on an order; `refund_status` 3 is done. */
export async function findShopRefunds(shop: DouyinShop, shopOrderId: string): Promise<ShopRefund[]> {
  const { items } = await shop.call('afterSale.List', { order_id: shopOrderId, page: 0, size: PAGE_SIZE }, AfterSales);
  return (items ?? [])
    .map(({ aftersale_info: sale }) => sale)
    .filter((sale) => sale.refund_status === REFUNDED)
    .map((sale) => ({ afterSaleId: sale.aftersale_id, fen: sale.refund_amount }));
}
