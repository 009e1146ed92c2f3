import { randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors';
import { succeed, type TtAnswer, type TtClient, type TtConfig } from './ttClient';
import type { PaymentRequest, RefundReport, RefundRequest, TradeRef, TradeReport } from './types';

/** What the trade system of virtual goods needs from our side. */
export interface TradeSide {
  config: TtConfig;
  client: TtClient;
  now(): Date;
  publicUrl: string;
  /** The picture of a SKU, absolute. */
  pictureOf(skuId: string): Promise<string>;
}

const OPERATIONS = '/api/trade_basic/v1/developer';
const MAX_EXPIRE_SECONDS = 48 * 3600;
/** Where Douyin's own order list leads; without a slash in front, without a query. */
export const ORDERS_PAGE = { path: 'orders/list/index', params: '{}' };

/** General trade system, list of sub error codes. Its text is read as well: the list is not of this very call. */
const NO_SUCH_ORDER = 20000;
const isAbsent = ({ errNo, text }: TtAnswer) =>
  errNo === NO_SUCH_ORDER || (errNo !== 0 && /不存在|not exist/i.test(text));

/**
 * General trade system, `tt.requestOrder`: nothing is asked of Douyin here, the phone makes the order with what we
 * sign. The order becomes one synthetic SKU: Douyin takes one entry only. Throws `payment_closed` past its time.
 */
export async function signOrder(side: TradeSide, request: PaymentRequest) {
  const { config, publicUrl } = side;
  const now = side.now().getTime();
  const seconds = Math.min(Math.floor((request.expiresAt.getTime() - now) / 1000), MAX_EXPIRE_SECONDS);
  if (seconds < 1) throw new AppError('payment_closed');
  if (config.TT_GOODS_TYPE === undefined || config.TT_TAG_GROUP === undefined) {
    throw new AppError('platform_unavailable');
  }
  const data = JSON.stringify({
    skuList: [
      {
        skuId: request.lines.length === 1 ? request.lines[0]!.skuId : request.tradeNo,
        price: request.amountFen,
        quantity: 1,
        title: clip(request.title, 256),
        imageList: [await side.pictureOf(request.lines[0]!.skuId)],
        type: config.TT_GOODS_TYPE,
        tagGroupId: config.TT_TAG_GROUP,
      },
    ],
    outOrderNo: request.tradeNo,
    totalAmount: request.amountFen,
    payExpireSeconds: seconds,
    ...noticeUrl('payNotifyUrl', publicUrl),
    orderEntrySchema: ORDERS_PAGE,
  });
  const byteAuthorization = authorize(config, data, Math.floor(now / 1000));
  return { kind: 'tt', data, byteAuthorization } as const;
}

/** Signature algorithm of the mini-program server API: five lines, RSA-SHA256 with the app's key. */
function authorize(config: TtConfig, data: string, timestamp: number): string {
  const nonce = randomBytes(16).toString('hex');
  const lines = ['POST', '/requestOrder', timestamp, nonce, data].map((line) => `${line}\n`).join('');
  const fields = {
    appid: config.TT_APP_ID,
    nonce_str: nonce,
    timestamp,
    key_version: config.TT_KEY_VERSION,
    signature: sign('sha256', Buffer.from(lines), config.TT_PRIVATE_KEY).toString('base64'),
  };
  const quote = config.TT_QUOTES === 'on' ? '"' : '';
  return `SHA256-RSA2048 ${Object.entries(fields)
    .map(([name, value]) => `${name}=${quote}${value}${quote}`)
    .join(',')}`;
}

const Order = z.object({
  app_id: z.string(),
  order_id: z.string().min(1),
  out_order_no: z.string(),
  pay_status: z.enum(['PROCESS', 'SUCCESS', 'FAIL', 'TIMEOUT']),
  total_amount: z.int(),
  item_order_list: z.array(z.object({ item_order_id: z.string() })).default([]),
});
type TtOrder = z.output<typeof Order>;

async function operate(side: TradeSide, operation: string, body: object): Promise<TtAnswer> {
  return side.client.callWith('client', `${OPERATIONS}/${operation}/`, (token) => ({
    headers: { 'access-token': token },
    body,
  }));
}

/** `order_query`; null for an order that the phone never made. */
export async function findOrder(
  side: TradeSide,
  key: { order_id: string } | { out_order_no: string },
): Promise<TtOrder | null> {
  const answer = await operate(side, 'order_query', key);
  if (isAbsent(answer)) return null;
  const { data } = succeed(answer, z.object({ data: Order }));
  const isOther = 'order_id' in key ? data.order_id !== key.order_id : data.out_order_no !== key.out_order_no;
  if (isOther || data.app_id !== side.config.TT_APP_ID) throw new AppError('platform_unavailable');
  return data;
}

/** `paidFen` is the order's total: what a coupon of Douyin's took off comes to the merchant all the same. */
export async function queryTrade(side: TradeSide, { tradeNo }: TradeRef): Promise<TradeReport> {
  const order = await findOrder(side, { out_order_no: tradeNo });
  if (!order) return { tradeNo, state: 'absent', platformTradeNo: null, paidFen: null };
  const isPaid = order.pay_status === 'SUCCESS';
  return {
    tradeNo,
    state: isPaid ? 'paid' : order.pay_status === 'PROCESS' ? 'open' : 'closed',
    platformTradeNo: order.order_id,
    paidFen: isPaid ? order.total_amount : null,
  };
}

const Refund = z.object({
  out_refund_no: z.string(),
  refund_id: z.string(),
  refund_status: z.enum(['PROCESSING', 'SUCCESS', 'FAIL']),
  refund_total_amount: z.int(),
  refund_source: z.int().nullish(),
  merchant_audit_detail: z.object({ audit_status: z.string() }).partial().nullish(),
});
type TtRefund = z.output<typeof Refund>;
/** Of `refund_source`: the merchant began it, not the payer. */
const BY_US = 2;

async function findRefund(side: TradeSide, refundNo: string): Promise<TtRefund | null> {
  const answer = await operate(side, 'refund_query', { out_refund_no: refundNo });
  if (isAbsent(answer)) return null;
  const Answer = z.object({ data: z.object({ refund_list: z.array(Refund).nullish() }).nullish() });
  const { data } = succeed(answer, Answer);
  return data?.refund_list?.find((refund) => refund.out_refund_no === refundNo) ?? null;
}

const STATES = { PROCESSING: 'processing', SUCCESS: 'succeeded', FAIL: 'failed' } as const;

function reportOf(tradeNo: string, refundNo: string, refund: TtRefund | null): RefundReport {
  const state = refund ? STATES[refund.refund_status] : 'absent';
  const refundedFen = refund && state === 'succeeded' ? refund.refund_total_amount : null;
  return { tradeNo, refundNo, state, refundedFen };
}

export async function queryTradeRefund(
  side: TradeSide,
  { tradeNo, refundNo }: TradeRef & { refundNo: string },
): Promise<RefundReport> {
  const refund = await findRefund(side, refundNo);
  if (refund?.refund_source === BY_US) await consent(side, refund);
  return reportOf(tradeNo, refundNo, refund);
}

/** `refund_audit_callback`: some rule groups make every refund wait three days for the merchant's word. */
async function consent(side: TradeSide, refund: TtRefund): Promise<void> {
  if (refund.merchant_audit_detail?.audit_status !== 'TOAUDIT') return;
  const body = { refund_id: refund.refund_id, refund_audit_status: 1 };
  succeed(await operate(side, 'refund_audit_callback', body), z.object({}));
}

/**
 * `refund_create`, after asking whether this number is known: Douyin keys refunds by it. A refund that waits for the
 * merchant's consent gets it: the merchant is who asked. A refusal that Douyin does not explain throws, and is asked
 * again under the same number.
 */
export async function refundTrade(side: TradeSide, request: RefundRequest): Promise<RefundReport> {
  const { tradeNo, refundNo, refundFen } = request;
  let refund = await findRefund(side, refundNo);
  if (!refund) {
    const order = await findOrder(side, { out_order_no: tradeNo });
    const item = order?.item_order_list[0];
    if (!order || !item) return { tradeNo, refundNo, state: 'failed', refundedFen: null };
    const answer = await operate(side, 'refund_create', {
      order_id: order.order_id,
      out_refund_no: refundNo,
      // comes back with the callback, which names the trade nowhere else
      cp_extra: tradeNo,
      refund_reason: [{ code: 999, text: request.reason.slice(0, 49) }],
      refund_total_amount: refundFen,
      item_order_detail: [{ item_order_id: item.item_order_id, refund_amount: refundFen }],
      order_entry_schema: ORDERS_PAGE,
      ...noticeUrl('notify_url', side.publicUrl),
    });
    refund = await findRefund(side, refundNo);
    if (!refund) {
      succeed(answer, z.object({}));
      return { tradeNo, refundNo, state: 'processing', refundedFen: null };
    }
  }
  await consent(side, refund);
  return reportOf(tradeNo, refundNo, refund);
}

/** Douyin calls back over https only; without it the address of the console holds. */
const noticeUrl = (name: string, publicUrl: string) =>
  publicUrl.startsWith('https://') ? { [name]: `${publicUrl}/notify/tt` } : {};

function clip(text: string, bytes: number): string {
  let clipped = text;
  while (Buffer.byteLength(clipped) > bytes) clipped = [...clipped].slice(0, -1).join('');
  return clipped;
}
