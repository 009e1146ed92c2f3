import { z } from 'zod';
import { OrderParams } from '../orders';
import { BILL_DIFFERENCES, BILL_STATES, NOTICE_OUTCOMES, PAYMENT_STATES, REFUND_STATES } from '../plain/payments';
import { Fen, Id, PlatformName, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

export const AdminRefund = z.object({
  id: Id,
  orderId: Id,
  paymentId: Id,
  /** What the platform knows it by now; each failure gives it another. */
  refundNo: z.string(),
  /** How many numbers it has had. */
  attempt: z.int(),
  amountFen: Fen,
  reason: z.string(),
  state: z.enum(REFUND_STATES),
  /** Who asked: `late:<paymentId>`, `aftersale:<id>`. */
  ref: z.string(),
  createdAt: Time,
  /** When it succeeded, or was given up. */
  settledAt: Time.nullable(),
});

export const AdminPayment = z.object({
  id: Id,
  tradeNo: z.string(),
  /** The platform's own number of the trade. */
  platformTradeNo: z.string().nullable(),
  platform: PlatformName,
  appId: z.string(),
  state: z.enum(PAYMENT_STATES),
  amountFen: Fen,
  refundedFen: Fen,
  createdAt: Time,
  paidAt: Time.nullable(),
  refunds: z.array(AdminRefund),
  /** Everything that was said and done about it, oldest first. */
  log: z.array(z.object({ kind: z.string(), body: z.record(z.string(), z.unknown()), createdAt: Time })),
});

export const AdminNotice = z.object({
  id: Id,
  platform: PlatformName,
  /** Null: it was not believed. */
  noticeId: z.string().nullable(),
  outcome: z.enum(NOTICE_OUTCOMES),
  /** Why it was not applied. */
  reason: z.string().nullable(),
  tradeNo: z.string().nullable(),
  refundNo: z.string().nullable(),
  /** SHA-256 of the raw body, base64url. */
  bodyHash: z.string(),
  receivedAt: Time,
});

export const Bill = z.object({
  id: Id,
  platform: PlatformName,
  /** `2026-11-25`, Beijing. */
  day: z.string(),
  state: z.enum(BILL_STATES),
  lineCount: z.int(),
  differenceCount: z.int(),
  comparedAt: Time.nullable(),
});

export const BillDifference = z.object({
  id: Id,
  platform: PlatformName,
  day: z.string(),
  kind: z.enum(BILL_DIFFERENCES),
  tradeNo: z.string(),
  /** Null: the payment itself. */
  refundNo: z.string().nullable(),
  ourFen: Fen.nullable(),
  theirFen: Fen.nullable(),
});

const Day = z.iso.date();
const roles = ['owner', 'operator'] as const;

export const adminPaymentRoutes = defineAdminRoutes({
  'GET /admin/orders/:orderId/payments': {
    summary: '订单的每一笔付款和退款，连同平台说过的话',
    roles,
    params: OrderParams,
    ok: z.object({ items: z.array(AdminPayment) }),
    errors: ['not_found'],
  },
  'GET /admin/refunds': {
    summary: '退款，新的在前；failed 的几次都没有退成，要人处理',
    roles,
    query: AdminPageQuery.extend({ state: z.enum(REFUND_STATES).optional() }),
    ok: pageOf(AdminRefund),
    errors: [],
  },
  'POST /admin/refunds/:refundId/retry': {
    summary: '没有退成的退款换一个单号再退一次',
    roles,
    params: z.object({ refundId: Id }),
    ok: AdminRefund,
    errors: ['not_found', 'conflict', 'refund_too_high'],
  },
  'GET /admin/payment-notices': {
    summary: '平台的回调，新的在前；默认只列没有采信的（refused）',
    roles,
    query: AdminPageQuery.extend({ outcome: z.enum(NOTICE_OUTCOMES).default('refused') }),
    ok: pageOf(AdminNotice),
    errors: [],
  },
  'GET /admin/bills': {
    summary: '各平台每天的对账结果，新的在前',
    roles,
    query: AdminPageQuery.extend({ platform: PlatformName.optional() }),
    ok: pageOf(Bill),
    errors: [],
  },
  'GET /admin/bill-differences': {
    summary: '平台账单与我们的账不一致的地方，新的在前',
    roles,
    query: AdminPageQuery.extend({ platform: PlatformName.optional(), day: Day.optional() }),
    ok: pageOf(BillDifference),
    errors: [],
  },
});
