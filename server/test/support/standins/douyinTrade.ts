import { verify } from 'node:crypto';
import type { DouyinBooks, TradeOrder } from './douyinBooks';
import { guarded, openError, type Route, type StandInAnswer } from './douyinOpen';

const HOUR_MS = 3_600_000;

/**
 * What `tt.requestOrder` does with what the server signed: the order is made, or refused with Douyin's number in the
 * message. The same order again is the same order; another one under its number is refused.
 */
export function requestOrder(books: DouyinBooks, intent: { data: string; byteAuthorization: string }): TradeOrder {
  checkSignature(books, intent);
  const order = JSON.parse(intent.data) as Record<string, unknown>;
  const fault = orderFault(order);
  if (fault) throw new Error(`10000 ${fault}`);
  const tradeNo = order.outOrderNo as string;
  const fen = order.totalAmount as number;
  const known = books.orders.get(tradeNo);
  if (known && known.fen !== fen) throw new Error('10000 outOrderNo is taken');
  if (known) return known;
  const made: TradeOrder = {
    tradeNo,
    fen,
    orderId: books.nextId(),
    itemId: books.nextId(),
    data: intent.data,
    state: 'PROCESS',
  };
  books.orders.set(tradeNo, made);
  return made;
}

function checkSignature(books: DouyinBooks, { data, byteAuthorization }: { data: string; byteAuthorization: string }) {
  const [scheme, rest] = byteAuthorization.split(' ', 2) as [string, string];
  const fields = Object.fromEntries(
    rest.split(',').map((pair) => {
      const [, name, value] = /^(\w+)="?([^"]*)"?$/.exec(pair) ?? [];
      return [name!, value!];
    }),
  );
  if (scheme !== 'SHA256-RSA2048' || fields.appid !== books.appId) throw new Error('11004 appid');
  if (!fields.key_version) throw new Error('11004 key_version');
  const age = Math.abs(books.now().getTime() - Number(fields.timestamp) * 1000);
  if (!(age < HOUR_MS)) throw new Error('11004 timestamp');
  const text = `POST\n/requestOrder\n${fields.timestamp}\n${fields.nonce_str}\n${data}\n`;
  const isSigned = verify('sha256', Buffer.from(text), books.appKey, Buffer.from(fields.signature!, 'base64'));
  if (!isSigned) throw new Error('11004 signature');
}

function orderFault(order: Record<string, unknown>): string | null {
  const skus = order.skuList as Record<string, unknown>[];
  if (!Array.isArray(skus) || skus.length !== 1) return 'skuList';
  const [sku] = skus as [Record<string, unknown>];
  const quantity = sku.quantity as number;
  if (!(quantity >= 1 && quantity <= 100)) return 'quantity';
  if ((sku.price as number) * quantity !== order.totalAmount) return 'totalAmount';
  if (Buffer.byteLength(String(sku.title)) > 256 || !sku.title) return 'title';
  const images = sku.imageList as string[];
  if (images.length !== 1 || images[0]!.length > 512 || !/^https?:\/\//.test(images[0]!)) return 'imageList';
  if (typeof sku.type !== 'number' || !/^tag_group_\d+$/.test(String(sku.tagGroupId))) return 'tagGroupId';
  const seconds = order.payExpireSeconds as number;
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 48 * 3600) return 'payExpireSeconds';
  const { path, params } = order.orderEntrySchema as { path: string; params: string };
  if (!/^[\w/]+$/.test(path) || path.startsWith('/') || typeof JSON.parse(params) !== 'object')
    return 'orderEntrySchema';
  if (order.payNotifyUrl !== undefined && !/^https:/.test(String(order.payNotifyUrl))) return 'payNotifyUrl';
  return null;
}

const find = (books: DouyinBooks, json: Record<string, unknown>) =>
  [...books.orders.values()].find((order) => order.tradeNo === json.out_order_no || order.orderId === json.order_id);
const NOT_THERE: StandInAnswer = openError(20000, '订单不存在');

const refundCreate: Route = (books, { json }) => {
  const order = find(books, { order_id: json.order_id });
  const [item] = json.item_order_detail as { item_order_id: string; refund_amount: number }[];
  const [reason] = json.refund_reason as { code: number; text: string }[];
  const fen = json.refund_total_amount as number;
  if (!order || item?.item_order_id !== order.itemId) return NOT_THERE;
  if (order.state !== 'SUCCESS') return openError(20001, '订单状态不正确');
  if (![101, 102, 103, 999].includes(reason!.code) || reason!.text.length >= 50)
    return openError(10000, 'refund_reason');
  const refundNo = String(json.out_refund_no);
  if (books.refunds.has(refundNo)) return openError(22000, '退款单号重复');
  const given = [...books.refunds.values()]
    .filter((refund) => refund.tradeNo === order.tradeNo && refund.state !== 'FAIL')
    .reduce((sum, refund) => sum + refund.fen, 0);
  if (!(fen > 0) || item.refund_amount !== fen || given + fen > order.fen) return openError(22001, '退款金额超出');
  const refund = {
    refundNo,
    refundId: books.nextId(),
    tradeNo: order.tradeNo,
    orderId: order.orderId,
    fen,
    state: 'PROCESSING' as const,
    audit: books.mustConsent ? ('TOAUDIT' as const) : ('INIT' as const),
    cpExtra: String(json.cp_extra ?? ''),
    source: 2 as const,
  };
  const isDone = books.refundPace === 'at_once' && !books.mustConsent;
  books.refunds.set(refundNo, { ...refund, ...(isDone && { state: 'SUCCESS' }) });
  return { json: { err_no: 0, err_msg: '', data: { refund_id: refund.refundId, refund_audit_deadline: 0 } } };
};

const operations: Record<string, Route> = {
  order_query: (books, { json }) => {
    const order = find(books, json);
    if (!order) return NOT_THERE;
    const data = {
      app_id: books.appId,
      order_id: order.orderId,
      out_order_no: order.tradeNo,
      pay_status: order.state,
      total_amount: order.fen,
      discount_amount: 0,
      item_order_list: [{ item_order_id: order.itemId, sku_id: 'sku', item_order_amount: order.fen }],
    };
    return { json: { err_no: 0, err_msg: '', log_id: 'log', data } };
  },
  refund_create: refundCreate,
  refund_query: (books, { json }) => {
    const refund = books.refunds.get(String(json.out_refund_no));
    if (!refund) return openError(20000, '退款单不存在');
    const row = {
      out_refund_no: refund.refundNo,
      refund_id: refund.refundId,
      order_id: refund.orderId,
      refund_status: refund.state,
      refund_total_amount: refund.fen,
      refund_source: refund.source,
      merchant_audit_detail: { audit_status: refund.audit, need_refund_audit: 1 },
    };
    return { json: { err_no: 0, err_msg: '', log_id: 'log', data: { refund_list: [row] } } };
  },
  refund_audit_callback: (books, { json }) => {
    const refund = [...books.refunds.values()].find(({ refundId }) => refundId === json.refund_id);
    if (!refund || refund.audit !== 'TOAUDIT') return openError(22002, '退款单状态不正确');
    refund.audit = 'AGREE';
    refund.state = json.refund_audit_status === 1 ? 'SUCCESS' : 'FAIL';
    return openError(0, '');
  },
};

export const tradeRoutes: Record<string, Route> = Object.fromEntries(
  Object.entries(operations).map(([name, route]) => [`/api/trade_basic/v1/developer/${name}/`, guarded(route)]),
);
