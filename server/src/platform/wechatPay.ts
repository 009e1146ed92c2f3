import { AppError } from '../errors';
import type { Outside } from './platforms';
import type { PaymentRequest, PlatformAdapter, RefundReport, TradeReport } from './types';
import { fetchTradeBill, type BillOwner } from './wechatPayBill';
import { wechatPayClient, type WxpayConfig } from './wechatPayClient';
import { readPayNotice } from './wechatPayNotice';
import { Refund, toRefundReport, toTradeReport, Transaction } from './wechatPayReports';
import { readAnswer, WechatRefusal } from './wechatRefusal';
import { chinaTime } from './wechatTime';

type Payments = Pick<
  PlatformAdapter,
  'queryPayment' | 'closePayment' | 'refundPayment' | 'queryRefund' | 'fetchBill' | 'readNotice' | 'noticeAnswer'
>;

export interface WechatPay extends Payments {
  /**
   * Orders a trade, `path` saying of which kind. The same number with the same words answers again; where WeChat no
   * longer takes the number, the trade is closed and this throws `payment_closed`.
   */
  order(path: string, request: PaymentRequest, own: object): Promise<unknown>;
}

/** Codes for a number that is paid, closed, or was ordered in other words. */
const NUMBER_TAKEN = new Set(['ORDERPAID', 'ORDER_PAID', 'ORDER_CLOSED', 'OUT_TRADE_NO_USED', 'INVALID_REQUEST']);
const UNKNOWN = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS']);
/** A refund that breaks a rule will break it again; one that lacks the merchant's balance (NOT_ENOUGH) may succeed. */
const REFUND_REFUSED = new Set(['INVALID_REQUEST', 'USER_ACCOUNT_ABNORMAL', 'RESOURCE_NOT_EXISTS']);

const REFUNDS = '/v3/refund/domestic/refunds';
const LONGEST_TITLE = 127;
/** WeChat takes no order that ends sooner. */
const SHORTEST_MS = 61_000;

/** WeChat Pay v3 for one of its kinds: trades and refunds of one merchant and app, told to `notifyUrl`. */
export function wechatPay(
  config: WxpayConfig,
  { now }: Pick<Outside, 'now'>,
  { owner, notifyUrl, timeoutMs }: { owner: BillOwner; notifyUrl: string; timeoutMs: number },
): WechatPay {
  const client = wechatPayClient(config, timeoutMs);
  const mchid = config.WXPAY_MCHID;
  const { appId } = owner;

  const queryPayment = async ({ tradeNo }: { tradeNo: string }): Promise<TradeReport> => {
    const path = `/v3/pay/transactions/out-trade-no/${tradeNo}`;
    const answer = await orAbsent(client.get(path, { mchid }));
    if (answer === null) return { tradeNo, state: 'absent', platformTradeNo: null, paidFen: null };
    const trade = readAnswer(Transaction, answer, path);
    if (trade.appid !== appId || trade.out_trade_no !== tradeNo) throw new WechatRefusal(path, 'another trade');
    return toTradeReport(trade);
  };

  const closePayment: Payments['closePayment'] = async ({ tradeNo }) => {
    try {
      await client.post(`/v3/pay/transactions/out-trade-no/${tradeNo}/close`, { mchid });
      return { tradeNo, state: 'closed', platformTradeNo: null, paidFen: null };
    } catch (error) {
      // paid a moment ago, closed already, or the answer was lost: what WeChat says about the trade decides
      const report = await queryPayment({ tradeNo });
      if (report.state === 'open') throw error;
      return report;
    }
  };

  const queryRefund = async ({ tradeNo, refundNo }: { tradeNo: string; refundNo: string }): Promise<RefundReport> => {
    const path = `${REFUNDS}/${refundNo}`;
    const answer = await orAbsent(client.get(path));
    if (answer === null) return { tradeNo, refundNo, state: 'absent', refundedFen: null };
    const refund = readAnswer(Refund, answer, path);
    return toRefundReport(refund, refund.status);
  };

  return {
    async order(path, request, own) {
      const { tradeNo } = request;
      const body = {
        appid: appId,
        mchid,
        description: [...request.title].slice(0, LONGEST_TITLE).join(''),
        out_trade_no: tradeNo,
        time_expire: chinaTime(new Date(Math.max(request.expiresAt.getTime(), now().getTime() + SHORTEST_MS))),
        notify_url: notifyUrl,
        amount: { total: request.amountFen, currency: 'CNY' },
        ...own,
      };
      try {
        return await client.post(path, body);
      } catch (error) {
        if (!(error instanceof WechatRefusal && NUMBER_TAKEN.has(error.reason))) throw error;
        const { state } = await queryPayment({ tradeNo });
        if (state === 'absent') throw error;
        if (state === 'open') await closePayment({ appId, tradeNo });
        throw new AppError('payment_closed');
      }
    },
    queryPayment,
    closePayment,
    async refundPayment({ tradeNo, platformTradeNo, refundNo, refundFen, totalFen, reason }) {
      const body = {
        ...(platformTradeNo ? { transaction_id: platformTradeNo } : { out_trade_no: tradeNo }),
        out_refund_no: refundNo,
        reason: [...reason].slice(0, 80).join(''),
        notify_url: notifyUrl,
        amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
      };
      try {
        const refund = readAnswer(Refund, await client.post(REFUNDS, body), REFUNDS);
        return toRefundReport(refund, refund.status);
      } catch (error) {
        if (!(error instanceof WechatRefusal && REFUND_REFUSED.has(error.reason))) throw error;
        const known = await queryRefund({ tradeNo, refundNo });
        return known.state === 'absent' ? { ...known, state: 'failed' } : known;
      }
    },
    queryRefund,
    fetchBill: (day) => fetchTradeBill(client, owner, day, now()),
    readNotice: (notice) =>
      readPayNotice(
        {
          appId,
          mchid,
          serial: config.WXPAY_PUBLIC_KEY_ID,
          publicKey: config.WXPAY_PUBLIC_KEY,
          apiV3Key: config.WXPAY_API_V3_KEY,
          now,
        },
        notice,
      ),
    noticeAnswer: { contentType: 'application/json', body: '{"code":"SUCCESS"}' },
  };
}

/** Null only when WeChat itself says that it knows no such thing: a 404 from anybody else is no word about money. */
const orAbsent = (answer: Promise<unknown>) =>
  answer.catch((error: unknown) => {
    if (error instanceof WechatRefusal && UNKNOWN.has(error.reason)) return null;
    throw error;
  });
