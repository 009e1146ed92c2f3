import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DouyinBooks, ShopOrder } from './douyinBooks';
import { issueToken, type Route, type StandInAnswer, type StandInRequest } from './douyinOpen';

/** The open platform of Douyin shops: signed calls, ids with 19 digits as bare numbers. */
const error = (code: number, subCode: string, text: string): StandInAnswer => ({
  json: { code, msg: text, sub_code: subCode, sub_msg: text, data: null },
});

/** `#…#` becomes a number that JavaScript cannot hold. */
const answer = (data: unknown): StandInAnswer => ({
  text: JSON.stringify({ code: 10000, msg: 'success', sub_code: '', sub_msg: '', data }).replace(/"#(\d+)#"/g, '$1'),
});

function fault(books: DouyinBooks, request: StandInRequest, method: string): StandInAnswer | null {
  const { query, raw, json } = request;
  if (query.get('app_key') !== books.shopKey) return error(40001, 'isv.app-id-missing', 'app_key');
  if (query.get('method') !== method || query.get('v') !== '2' || query.get('sign_method') !== 'hmac-sha256') {
    return error(40003, 'isv.parameter-format-invalid', 'method');
  }
  const seconds = Number(query.get('timestamp'));
  if (!(Math.abs(books.now().getTime() / 1000 - seconds) < 600)) return error(40003, 'isv.timestamp-invalid', 'time');
  const names = Object.keys(json);
  if (names.join() !== [...names].sort().join()) return error(40003, 'isv.signature-invalid', 'param_json');
  const parts = ['app_key', books.shopKey, 'method', method, 'param_json', raw, 'timestamp', String(seconds), 'v', '2'];
  const expected = createHmac('sha256', books.shopSecret)
    .update([books.shopSecret, ...parts, books.shopSecret].join(''))
    .digest();
  const given = Buffer.from(query.get('sign') ?? '', 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return error(40003, 'isv.signature-invalid', '签名校验失败');
  }
  if (method === 'token.create' || books.tokens.get(query.get('access_token') ?? '') === 'shop') return null;
  return error(40003, 'isv.access-token-expired', 'access_token已过期');
}

function statusOf({ isCancelled, paidAt }: ShopOrder): number {
  if (isCancelled) return 4;
  return paidAt ? 2 : 1;
}

const seconds = (date: Date | null) => (date ? Math.floor(date.getTime() / 1000) : 0);

function rowOf(books: DouyinBooks, order: ShopOrder) {
  const line = (skuId: string) => ({
    order_id: books.nextId(),
    product_id: `#${order.productId}#`,
    sku_id: `#${skuId}#`,
    item_num: order.quantity,
  });
  return {
    shop_id: Number(books.shopId),
    order_id: order.shopOrderId,
    open_id: order.openId,
    order_status: statusOf(order),
    create_time: seconds(order.createdAt),
    pay_time: seconds(order.paidAt),
    order_amount: order.orderFen,
    pay_amount: order.payFen,
    sku_order_list: [line(order.skuId), ...(order.extraSkuId ? [line(order.extraSkuId)] : [])],
  };
}

const methods: Record<string, Route> = {
  'token.create': (books, { json }) => {
    if (json.grant_type !== 'authorization_self' || json.shop_id !== books.shopId) {
      return error(50002, 'isv.business-failed:31009', '生成token失败');
    }
    return answer({ access_token: issueToken(books, 'shop'), expires_in: 604_800, refresh_token: 'r' });
  },
  'order.searchList': (books, { json }) => {
    const [page, size] = [Number(json.page), Number(json.size)];
    if (!(size >= 1 && size <= 100)) return error(40003, 'isv.parameter-invalid', 'size');
    const matching = [...books.shopOrders.values()]
      .filter(
        (order) =>
          order.productId === json.product &&
          seconds(order.createdAt) >= Number(json.create_time_start) &&
          seconds(order.createdAt) <= Number(json.create_time_end),
      )
      .sort((a, b) => (json.order_asc ? 1 : -1) * (a.createdAt.getTime() - b.createdAt.getTime()));
    const rows = matching.slice(page * size, (page + 1) * size).map((order) => rowOf(books, order));
    return answer({ page, size, total: matching.length, shop_order_list: rows });
  },
  'afterSale.List': (books, { json }) => {
    const items = books.afterSales
      .filter((sale) => sale.shopOrderId === json.order_id)
      .map((sale) => ({
        aftersale_info: {
          aftersale_id: sale.afterSaleId,
          refund_status: sale.isDone ? 3 : 1,
          refund_amount: sale.fen,
        },
        order_info: { shop_order_id: sale.shopOrderId },
      }));
    return answer({ items, total: items.length, has_more: false });
  },
};

export const shopRoutes: Record<string, Route> = Object.fromEntries(
  Object.entries(methods).map(([method, route]): [string, Route] => [
    `/${method.replace('.', '/')}`,
    (books, request) => fault(books, request, method) ?? route(books, request),
  ]),
);
