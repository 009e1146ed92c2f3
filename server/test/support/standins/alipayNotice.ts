import type { KeyObject } from 'node:crypto';
import type { AlipayBooks, TradeStatus } from './alipayBooks';
import { canonical, clockText, signText, type Fields } from './alipayCrypto';

/** How a callback differs from what Alipay would send. */
export interface NoticeTwist {
  /** The callback of this refund. */
  refundNo?: string;
  status?: TradeStatus;
  /** As written, `0.1` for instance. */
  amount?: string;
  appId?: string;
  sellerId?: string;
  /** Any other field, before it is signed; an empty value leaves it out. */
  fields?: Fields;
  unsigned?: boolean;
  /** One digit of the amount changes after the signature was made. */
  tampered?: boolean;
}

export interface NoticeRequest {
  headers: Record<string, string>;
  payload: string;
}

interface Sender {
  privateKey: KeyObject;
  appId: string;
  sellerId: string;
  now: number;
}

/** A callback of a trade, with the fields of a real one. The signature leaves `sign_type` out. */
export function tradeNotice(books: AlipayBooks, sender: Sender, number: string, twist: NoticeTwist): NoticeRequest {
  const trade = books.find(number);
  if (!trade) throw new Error(`Alipay knows no trade ${number}`);
  const amount = twist.amount ?? (trade.cents / 100).toFixed(2);
  const refundedYuan = (books.refundedCents(trade.outTradeNo) / 100).toFixed(2);
  const event = `${twist.refundNo ?? twist.status ?? trade.status}${twist.amount ?? ''}`;
  const fields: Fields = {
    gmt_create: clockText(sender.now),
    charset: 'utf-8',
    subject: trade.subject,
    buyer_open_id: trade.buyer,
    invoice_amount: amount,
    // the same for the same event, however often it is told
    notify_id: `${trade.tradeNo}${[...event].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_000_003, 7)}`,
    fund_bill_list: JSON.stringify([{ amount, fundChannel: 'ALIPAYACCOUNT' }]),
    notify_type: 'trade_status_sync',
    trade_status: twist.status ?? trade.status,
    receipt_amount: amount,
    buyer_pay_amount: amount,
    app_id: twist.appId ?? sender.appId,
    auth_app_id: twist.appId ?? sender.appId,
    seller_id: twist.sellerId ?? sender.sellerId,
    gmt_payment: clockText(trade.paidAt ?? sender.now),
    notify_time: clockText(sender.now),
    version: '1.0',
    out_trade_no: trade.outTradeNo,
    total_amount: amount,
    trade_no: trade.tradeNo,
    point_amount: '0.00',
    ...(twist.refundNo && { refund_fee: refundedYuan, gmt_refund: clockText(sender.now), out_biz_no: twist.refundNo }),
    ...twist.fields,
  };
  const request = { ...fields, sign_type: 'RSA2', sign: signText(sender.privateKey, canonical(fields)) };
  return toRequest(request, twist);
}

/** A message of the application gateway, whose signature includes `sign_type`. */
export function gatewayMessage(sender: Sender, msgMethod: string, content: object): NoticeRequest {
  const fields: Fields = {
    app_id: sender.appId,
    biz_content: JSON.stringify(content),
    charset: 'UTF-8',
    msg_method: msgMethod,
    notify_id: `M${sender.now}`,
    sign_type: 'RSA2',
    utc_timestamp: String(sender.now),
    version: '1.1',
  };
  return toRequest({ ...fields, sign: signText(sender.privateKey, canonical(fields)) }, {});
}

function toRequest(fields: Fields, { unsigned, tampered }: NoticeTwist): NoticeRequest {
  const sent = Object.entries(fields).filter(([name, value]) => value !== '' && !(unsigned && name === 'sign'));
  const payload = new URLSearchParams(sent).toString();
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    payload: tampered
      ? payload.replace(/(&total_amount=)(\d)/, (_all, name, digit) => name + ((+digit + 1) % 10))
      : payload,
  };
}
