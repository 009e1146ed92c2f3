import { z } from 'zod';
import { AppError } from '../errors';
import { beijingTime, BUSINESS, unavailable, type AlipayConfig, type Gateway } from './alipayGateway';
import { fenToYuan, yuanToFen } from './alipayMoney';
import type { PaymentRequest, PlatformAdapter, TradeReport } from './types';

/** An amount as the gateway writes it: usually `"88.88"`, in some answers a number. Becomes fen. */
export const Yuan = z.union([z.string(), z.number()]).transform((value, context) => {
  try {
    return yuanToFen(String(value));
  } catch {
    context.addIssue({ code: 'custom', message: 'not an amount' });
    return z.NEVER;
  }
});

const Created = z.object({ out_trade_no: z.string(), trade_no: z.string().min(1) });
const Queried = z.object({
  out_trade_no: z.string(),
  trade_no: z.string().min(1),
  trade_status: z.string(),
  total_amount: Yuan,
  receipt_amount: Yuan.optional(),
  buyer_pay_amount: Yuan.optional(),
});
const Closed = z.object({ out_trade_no: z.string(), trade_no: z.string().optional() });

const OTHER = 'another trade was answered';
const NOT_EXIST = 'ACQ.TRADE_NOT_EXIST';
/** With these words the number can no longer be paid, or not as this order. */
const OVER = ['ACQ.TRADE_HAS_SUCCESS', 'ACQ.TRADE_HAS_CLOSE', 'ACQ.TRADE_HAS_FINISHED', 'ACQ.CONTEXT_INCONSISTENT'];

/** `alipay.trade.create`, `.query` and `.close` of the JSAPI product, by our own number. */
export function alipayTrades(
  config: AlipayConfig,
  gateway: Gateway,
  notifyUrl: string,
): Pick<PlatformAdapter, 'createPayment' | 'queryPayment' | 'closePayment'> {
  const query = async (tradeNo: string): Promise<TradeReport> => {
    const method = 'alipay.trade.query';
    const answer = await gateway.call(method, { biz: { outTradeNo: tradeNo } }, Queried);
    if (answer.ok) return toReport(tradeNo, answer.node);
    if (answer.code === BUSINESS && answer.subCode === NOT_EXIST) return absent(tradeNo);
    throw unavailable(method, answer);
  };

  return {
    async createPayment(request) {
      const method = 'alipay.trade.create';
      const answer = await gateway.call(method, { top: { notifyUrl }, biz: orderOf(config, request) }, Created);
      if (!answer.ok) {
        if (answer.code === BUSINESS && OVER.includes(answer.subCode)) throw new AppError('payment_closed');
        throw unavailable(method, answer);
      }
      if (answer.node.out_trade_no !== request.tradeNo) throw unavailable(method, new Error(OTHER));
      return { kind: 'alipay', tradeNO: answer.node.trade_no };
    },
    queryPayment: ({ tradeNo }) => query(tradeNo),
    async closePayment({ tradeNo }) {
      const method = 'alipay.trade.close';
      const answer = await gateway.call(method, { biz: { outTradeNo: tradeNo } }, Closed);
      if (answer.ok && answer.node.out_trade_no !== tradeNo) throw unavailable(method, new Error(OTHER));
      if (answer.ok) return { ...absent(tradeNo), state: 'closed', platformTradeNo: answer.node.trade_no ?? null };
      if (answer.code !== BUSINESS) throw unavailable(method, answer);
      // `create` makes the trade at once: where there is none, no phone holds a number that it could pay
      if (answer.subCode === NOT_EXIST) return { ...absent(tradeNo), state: 'closed' };
      const report = await query(tradeNo);
      if (report.state !== 'paid' && report.state !== 'closed') throw unavailable(method, answer);
      return report;
    },
  };
}

const absent = (tradeNo: string): TradeReport => ({ tradeNo, state: 'absent', platformTradeNo: null, paidFen: null });

function orderOf(config: AlipayConfig, { openId, tradeNo, amountFen, title, expiresAt }: PaymentRequest): object {
  return {
    outTradeNo: tradeNo,
    totalAmount: fenToYuan(amountFen),
    subject: plainSubject(title),
    productCode: 'JSAPI_PAY',
    opAppId: config.ALIPAY_APP_ID,
    timeExpire: beijingTime(expiresAt),
    ...(config.ALIPAY_IDENTITY === 'open_id' ? { buyerOpenId: openId } : { buyerId: openId }),
  };
}

/** Alipay refuses `/ = &`; commas and quotes would shift the columns of its bill. */
const plainSubject = (title: string): string =>
  title
    .replace(/[/=&,"\s]+/g, ' ')
    .trim()
    .slice(0, 128) || '订单';

function toReport(tradeNo: string, node: z.output<typeof Queried>): TradeReport {
  if (node.out_trade_no !== tradeNo) throw unavailable('alipay.trade.query', new Error(OTHER));
  const report = { tradeNo, platformTradeNo: node.trade_no, paidFen: null };
  switch (node.trade_status) {
    case 'WAIT_BUYER_PAY':
      return { ...report, state: 'open' };
    case 'TRADE_SUCCESS':
    case 'TRADE_FINISHED':
      return { ...report, state: 'paid', paidFen: node.total_amount };
    case 'TRADE_CLOSED': {
      // never paid, or given back in full: only money that moved tells the second, a date is also on the first
      const hasMoved = (node.receipt_amount ?? 0) > 0 || (node.buyer_pay_amount ?? 0) > 0;
      return hasMoved ? { ...report, state: 'paid', paidFen: node.total_amount } : { ...report, state: 'closed' };
    }
    default:
      throw unavailable('alipay.trade.query', new Error('a state without a meaning here'));
  }
}
