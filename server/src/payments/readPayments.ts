import type { z } from 'zod';
import type { AdminPayment, AdminRefund } from '@jishi/contract/admin/payments';
import type { RefundState } from '@jishi/contract/plain/payments';
import { newestFirst } from '../adminPage';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { ownerOf } from '../orders/findOrders';
import { refundNoOf } from './refunds';

type PaymentBody = z.output<typeof AdminPayment>;
type RefundBody = z.output<typeof AdminRefund>;

type RefundRow = Omit<RefundBody, 'amountFen' | 'createdAt' | 'settledAt'> & {
  amountFen: string;
  createdAt: Date;
  settledAt: Date | null;
};
type PaymentRow = Omit<PaymentBody, 'amountFen' | 'refundedFen' | 'createdAt' | 'paidAt' | 'refunds' | 'log'> & {
  amountFen: string;
  refundedFen: string;
  createdAt: Date;
  paidAt: Date | null;
};

const REFUND_COLUMNS = `r.refund_id as id, r.order_id as "orderId", r.payment_id as "paymentId", r.refund_no as "refundNo",
  r.attempt, r.amount_fen as "amountFen", r.reason, r.state, r.ref, r.created_at as "createdAt", r.settled_at as "settledAt"`;

/** Every payment of an order with its refunds and its log, oldest first. Throws `not_found`. */
export async function readPayments(db: Queryable, orderId: string): Promise<{ items: PaymentBody[] }> {
  const userId = await ownerOf(db, orderId);
  const payments = await db.query<PaymentRow>(
    sql`select payment_id as id, trade_no as "tradeNo", platform_trade_no as "platformTradeNo", platform,
        app_id as "appId", state, amount_fen as "amountFen", refunded_fen as "refundedFen", created_at as "createdAt",
        paid_at as "paidAt"
      from payments where user_id = ${userId} and order_id = ${orderId} order by payment_id`,
  );
  const refunds = await db.query<RefundRow>({
    text: `select ${REFUND_COLUMNS} from refunds r where user_id = $1 and order_id = $2 order by refund_id`,
    values: [userId, orderId],
  });
  const entries = await db.query<{ paymentId: string; kind: string; body: Record<string, unknown>; createdAt: Date }>(
    sql`select payment_id as "paymentId", kind, body, created_at as "createdAt" from payment_entries
      where user_id = ${userId} and payment_id = any(${payments.map(({ id }) => id)}::bigint[]) order by entry_id`,
  );
  return {
    items: payments.map((payment) => ({
      ...payment,
      amountFen: Number(payment.amountFen),
      refundedFen: Number(payment.refundedFen),
      createdAt: payment.createdAt.toISOString(),
      paidAt: payment.paidAt?.toISOString() ?? null,
      refunds: refunds.filter(({ paymentId }) => paymentId === payment.id).map(toRefund),
      log: entries
        .filter(({ paymentId }) => paymentId === payment.id)
        .map(({ kind, body, createdAt }) => ({ kind, body, createdAt: createdAt.toISOString() })),
    })),
  };
}

/** Everybody's refunds, newest first. */
export async function listRefunds(
  db: Queryable,
  { state, limit, cursor }: { state?: RefundState; limit: number; cursor?: string },
): Promise<{ items: RefundBody[]; nextCursor: string | null }> {
  const rows = await db.query<RefundRow>({
    text: `select ${REFUND_COLUMNS} from refunds r
      where ($1::text is null or state = $1) and ($2::bigint is null or refund_id < $2)
      order by refund_id desc limit $3::int`,
    values: [state ?? null, cursor ?? null, limit + 1],
  });
  return newestFirst(rows.map(toRefund), limit);
}

/** Throws `not_found`. */
export async function readRefund(db: Queryable, refundId: string): Promise<RefundBody> {
  const [row] = await db.query<RefundRow>({
    text: `select ${REFUND_COLUMNS} from refund_numbers n
      join refunds r on r.user_id = n.user_id and r.refund_id = n.refund_id where n.refund_no = $1`,
    values: [refundNoOf(refundId, 1)],
  });
  if (!row) throw new AppError('not_found');
  return toRefund(row);
}

const toRefund = (row: RefundRow): RefundBody => ({
  ...row,
  amountFen: Number(row.amountFen),
  createdAt: row.createdAt.toISOString(),
  settledAt: row.settledAt?.toISOString() ?? null,
});
