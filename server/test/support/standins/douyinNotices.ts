import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { DouyinBooks } from './douyinBooks';

export interface SignedNotice {
  headers: Record<string, string>;
  body: string;
}

/** How a callback lies. */
export interface NoticeLie {
  appId?: string;
  fen?: number;
  status?: string;
  /** When it was signed. */
  at?: Date;
  /** One byte of the body is another after signing. */
  isTampered?: boolean;
  /** Signed with a key that is not Douyin's. */
  isForged?: boolean;
  /** A refund's callback without what the merchant gave along. */
  isAnonymous?: boolean;
}

export type NoticeKind = 'payment' | 'refund' | 'pre_create_refund' | 'settle';

/** A callback as Douyin signs it. `id` is a trade number, or a refund number for the two kinds of refund. */
export function signNotice(books: DouyinBooks, kind: NoticeKind, id: string, lie: NoticeLie = {}): SignedNotice {
  const msg = {
    app_id: lie.appId ?? books.appId,
    event_time: books.now().getTime(),
    ...messageOf(books, kind, id, lie),
  };
  const body = JSON.stringify({ version: '3.0', type: kind, msg: JSON.stringify(msg) });
  const timestamp = String(Math.floor((lie.at ?? books.now()).getTime() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const key = lie.isForged ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : books.platformKey;
  const signature = sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), key).toString('base64');
  return {
    headers: {
      'content-type': 'application/json',
      'byte-timestamp': timestamp,
      'byte-nonce-str': nonce,
      'byte-signature': signature,
    },
    // the time of what happened: nothing that anybody would stumble over
    body: lie.isTampered ? body.replace(String.raw`event_time\":1`, String.raw`event_time\":2`) : body,
  };
}

function messageOf(books: DouyinBooks, kind: NoticeKind, id: string, lie: NoticeLie): object {
  if (kind === 'payment') {
    const order = books.orders.get(id);
    return {
      out_order_no: id,
      order_id: order?.orderId ?? books.nextId(),
      status: lie.status ?? (order?.state === 'SUCCESS' ? 'SUCCESS' : 'CANCEL'),
      total_amount: lie.fen ?? order?.fen ?? 0,
      pay_channel: 10,
      message: order?.state === 'TIMEOUT' ? 'TIME_OUT' : '',
    };
  }
  if (kind === 'settle') return { out_order_no: id, status: 'SUCCESS' };
  const refund = books.refunds.get(id)!;
  const common = { refund_id: refund.refundId, order_id: refund.orderId, refund_total_amount: lie.fen ?? refund.fen };
  if (kind === 'pre_create_refund') return { ...common, out_order_no: refund.tradeNo, need_refund_audit: 1 };
  return {
    ...common,
    status: lie.status ?? (refund.state === 'SUCCESS' ? 'SUCCESS' : 'FAIL'),
    out_refund_no: lie.isAnonymous ? '' : refund.refundNo,
    cp_extra: lie.isAnonymous ? '' : refund.cpExtra,
  };
}
