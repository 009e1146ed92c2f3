import { z } from 'zod';
import { BUSINESS, unavailable, type Gateway } from './alipayGateway';
import { fenToYuan } from './alipayMoney';
import { Yuan } from './alipayTrades';
import type { PlatformAdapter, RefundReport } from './types';

const Refunded = z.object({ out_trade_no: z.string(), fund_change: z.string().optional() });
const Queried = z.object({
  out_trade_no: z.string().optional(),
  out_request_no: z.string().optional(),
  refund_status: z.string().optional(),
  refund_amount: Yuan.optional(),
});

/** Under this number it will never come. A merchant's empty account is not among them: it fills again. */
const NEVER = [
  'ACQ.TRADE_NOT_EXIST',
  'ACQ.TRADE_STATUS_ERROR',
  'ACQ.TRADE_HAS_FINISHED',
  'ACQ.TRADE_HAS_CLOSE',
  'ACQ.TRADE_NOT_ALLOW_REFUND',
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
  'ACQ.REASON_TRADE_REFUND_FEE_ERR',
  'ACQ.REASON_TRADE_STATUS_INVALID',
  'ACQ.DISCORDANT_REPEAT_REQUEST',
];

/** `alipay.trade.refund` and `alipay.trade.fastpay.refund.query`. Our number is always sent: it makes a repeat harmless. */
export function alipayRefunds(gateway: Gateway): Pick<PlatformAdapter, 'refundPayment' | 'queryRefund'> {
  const queryRefund = async (tradeNo: string, refundNo: string): Promise<RefundReport> => {
    const method = 'alipay.trade.fastpay.refund.query';
    const biz = { outTradeNo: tradeNo, outRequestNo: refundNo };
    const answer = await gateway.call(method, { biz }, Queried);
    const report = { tradeNo, refundNo, refundedFen: null };
    if (!answer.ok) {
      if (answer.code === BUSINESS && answer.subCode === 'ACQ.TRADE_NOT_EXIST') return { ...report, state: 'absent' };
      throw unavailable(method, answer);
    }
    const { refund_status: status, refund_amount: refundedFen } = answer.node;
    if ((answer.node.out_trade_no ?? tradeNo) !== tradeNo || (answer.node.out_request_no ?? refundNo) !== refundNo) {
      throw unavailable(method, new Error('another refund was answered'));
    }
    if (status === 'REFUND_SUCCESS' && refundedFen !== undefined) {
      return { ...report, state: 'succeeded', refundedFen };
    }
    if (status === 'REFUND_FAIL') return { ...report, state: 'failed' };
    return { ...report, state: refundedFen === undefined && !status ? 'absent' : 'processing' };
  };

  return {
    async refundPayment({ tradeNo, refundNo, refundFen, reason }) {
      const method = 'alipay.trade.refund';
      const biz = {
        outTradeNo: tradeNo,
        outRequestNo: refundNo,
        refundAmount: fenToYuan(refundFen),
        refundReason: reason,
      };
      const answer = await gateway.call(method, { biz }, Refunded);
      if (answer.ok && answer.node.out_trade_no === tradeNo && answer.node.fund_change === 'Y') {
        // `refund_fee` is the sum of all refunds of the trade, not this one's
        return { tradeNo, refundNo, state: 'succeeded', refundedFen: refundFen };
      }
      if (!answer.ok && answer.code !== BUSINESS) throw unavailable(method, answer);
      // a repeat moves nothing, and a trade that is given back refuses: only the question tells them from a failure
      const known = await queryRefund(tradeNo, refundNo);
      if (answer.ok) return known.state === 'absent' ? { ...known, state: 'processing' } : known;
      if (known.state !== 'absent') return known;
      if (NEVER.includes(answer.subCode)) return { ...known, state: 'failed' };
      throw unavailable(method, answer);
    },
    queryRefund: ({ tradeNo, refundNo }) => queryRefund(tradeNo, refundNo),
  };
}
