import { z } from 'zod';
import type { AlipayConfig, Gateway } from './alipayGateway';
import { Yuan } from './alipayTrades';
import { NoticeRefused, type Notice, type PlatformAdapter, type RawNotice, type TradeReport } from './types';

const Trade = z.object({
  notify_id: z.string().min(1),
  out_trade_no: z.string().min(1),
  trade_no: z.string().min(1),
  trade_status: z.string(),
  total_amount: Yuan,
  refund_fee: Yuan.optional(),
  out_biz_no: z.string().optional(),
  out_request_no: z.string().optional(),
});

const STATES: Record<string, TradeReport['state'] | undefined> = {
  WAIT_BUYER_PAY: 'open',
  TRADE_SUCCESS: 'paid',
  TRADE_FINISHED: 'paid',
  TRADE_CLOSED: 'closed',
};

/**
 * Reads a callback (form fields, signed with RSA2): of a trade (`notify_type=trade_status_sync`), whose signature
 * leaves `sign_type` out, or of the application gateway, whose signature includes it. Then the app and, for a trade,
 * the seller must be ours. A refund's callback looks like a payment's with a `refund_fee`, the sum of all refunds of
 * the trade: what this refund gave back is asked from Alipay.
 * Throws `NoticeRefused`; `platform_unavailable` when that question fails, so that Alipay calls again.
 */
export async function readAlipayNotice(
  {
    config,
    gateway,
    refunds,
  }: { config: AlipayConfig; gateway: Gateway; refunds: Pick<PlatformAdapter, 'queryRefund'> },
  notice: RawNotice,
): Promise<Notice> {
  const form = readForm(notice.body);
  if (!gateway.hasSigned(form)) throw new NoticeRefused('signature');
  if (form.app_id !== config.ALIPAY_APP_ID) throw new NoticeRefused('app_id');
  if (form.notify_type !== 'trade_status_sync') return readMessage(form);
  if (form.seller_id !== config.ALIPAY_SELLER_ID) throw new NoticeRefused('merchant');
  const read = Trade.safeParse(form);
  if (!read.success) throw new NoticeRefused('malformed');
  const trade = read.data;
  const about = { noticeId: trade.notify_id, appId: form.app_id };
  const state = STATES[trade.trade_status];
  // a trade that ran out says a refund of 0.00
  if ((trade.refund_fee ?? 0) > 0) {
    const refundNo = trade.out_biz_no ?? trade.out_request_no;
    if (!refundNo) return { ...about, kind: 'other', topic: 'refund_without_number' };
    const known = await refunds.queryRefund({ appId: form.app_id, tradeNo: trade.out_trade_no, refundNo });
    return { ...about, kind: 'refund', report: known.state === 'absent' ? { ...known, state: 'processing' } : known };
  }
  if (!state) return { ...about, kind: 'other', topic: trade.trade_status };
  const report = {
    tradeNo: trade.out_trade_no,
    state,
    platformTradeNo: trade.trade_no,
    paidFen: state === 'paid' ? trade.total_amount : null,
  };
  return { ...about, kind: 'payment', report };
}

/** Decoded once. A field that stands twice is no callback of Alipay's: a signature covers one of them only. */
function readForm(body: Buffer): Record<string, string> {
  const fields = [...new URLSearchParams(body.toString('utf8'))];
  const form = Object.fromEntries(fields);
  if (Object.keys(form).length !== fields.length) throw new NoticeRefused('malformed');
  return form;
}

/** A message of the application gateway. */
function readMessage(form: Record<string, string>): Notice {
  if (!form.notify_id) throw new NoticeRefused('malformed');
  return {
    noticeId: form.notify_id,
    appId: form.app_id,
    kind: 'other',
    topic: form.msg_method ?? form.method ?? form.notify_type ?? 'message',
  };
}
