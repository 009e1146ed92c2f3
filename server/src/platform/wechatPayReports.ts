import { z } from 'zod';
import type { RefundReport, TradeReport } from './types';

/** A trade as WeChat Pay tells it, in answers and in notices. Amounts are fen; what was paid is `total`, coupons included. */
export const Transaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string().min(1),
  transaction_id: z.string().optional(),
  trade_state: z.enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR']),
  amount: z.object({ total: z.int().optional() }).optional(),
});

const TRADE_STATES: Record<z.output<typeof Transaction>['trade_state'], TradeReport['state']> = {
  SUCCESS: 'paid',
  REFUND: 'paid',
  NOTPAY: 'open',
  USERPAYING: 'open',
  // one try failed, the next may not
  PAYERROR: 'open',
  CLOSED: 'closed',
  REVOKED: 'closed',
};

export function toTradeReport(trade: z.output<typeof Transaction>): TradeReport {
  const state = TRADE_STATES[trade.trade_state];
  return {
    tradeNo: trade.out_trade_no,
    state,
    platformTradeNo: trade.transaction_id || null,
    paidFen: state === 'paid' ? (trade.amount?.total ?? null) : null,
  };
}

const RefundStatus = z.enum(['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL']);

/** A refund in an answer. */
export const Refund = z.object({
  out_trade_no: z.string().min(1),
  out_refund_no: z.string().min(1),
  status: RefundStatus,
  amount: z.object({ refund: z.int() }),
});

/** A refund in a notice: the same, with another name for its state. */
export const RefundNotice = Refund.omit({ status: true }).extend({ mchid: z.string(), refund_status: RefundStatus });

const REFUND_STATES: Record<z.output<typeof RefundStatus>, RefundReport['state']> = {
  SUCCESS: 'succeeded',
  CLOSED: 'failed',
  PROCESSING: 'processing',
  // the payer's card is gone: the money waits at WeChat until the merchant sends it elsewhere, under this same number
  ABNORMAL: 'processing',
};

export function toRefundReport(
  refund: Omit<z.output<typeof Refund>, 'status'>,
  status: z.output<typeof RefundStatus>,
): RefundReport {
  const state = REFUND_STATES[status];
  return {
    tradeNo: refund.out_trade_no,
    refundNo: refund.out_refund_no,
    state,
    refundedFen: state === 'succeeded' ? refund.amount.refund : null,
  };
}
