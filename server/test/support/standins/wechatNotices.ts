import { createCipheriv, createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { WechatKeys } from './wechatKeys';
import { refundBody, tradeBody, type RefundRow, type Trade } from './wechatTrades';

/** How a notice differs from the true one. What is inside is changed before it is signed, `tamper` after. */
export interface Twist {
  appId?: string;
  mchid?: string;
  amountFen?: number;
  /** The same one is the same notice, told again. */
  id?: string;
  /** Changes one byte of the signed body. */
  tamper?: boolean;
  /** `probe`: the deliberately wrong one that WeChat sends now and then. `stranger`: another's key. */
  signature?: 'probe' | 'stranger';
  serial?: string;
  /** Of the time in the header; the signature is over it. */
  ageMs?: number;
}

export interface SentNotice {
  headers: Record<string, string>;
  body: string;
}

let stranger: KeyObject | undefined;

/** A signed, sealed notice about a trade or a refund. */
export function payNotice(
  keys: WechatKeys,
  about: { trade: Trade; refund?: RefundRow },
  now: Date,
  twist: Twist = {},
): SentNotice {
  const { trade, refund } = about;
  const mchid = twist.mchid ?? keys.mchid;
  const [topic, original, content] = refund
    ? [`REFUND.${refund.state}`, 'refund', refundContent(refund, trade, mchid, twist)]
    : ['TRANSACTION.SUCCESS', 'transaction', tradeContent(trade, mchid, twist)];
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', keys.apiV3Key, nonce).setAAD(Buffer.from(original));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final(), cipher.getAuthTag()]);
  const body = JSON.stringify({
    id: twist.id ?? `EV-${topic}-${refund?.refundNo ?? trade.tradeNo}`,
    create_time: now.toISOString(),
    resource_type: 'encrypt-resource',
    event_type: topic,
    summary: refund ? '退款' : '支付成功',
    resource: {
      original_type: original,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: sealed.toString('base64'),
      associated_data: original,
      nonce,
    },
  });
  const headers = signHeaders(keys, body, now, twist);
  return { headers, body: twist.tamper ? body.replace('"create_time":"2', '"create_time":"3') : body };
}

function tradeContent(trade: Trade, mchid: string, { appId, amountFen }: Twist) {
  const content = tradeBody(trade, mchid);
  if (appId) content.appid = appId;
  if (amountFen !== undefined) content.amount.total = amountFen;
  return content;
}

function refundContent(refund: RefundRow, trade: Trade, mchid: string, { amountFen }: Twist) {
  const { status, ...content } = refundBody(refund, trade);
  if (amountFen !== undefined) content.amount.refund = amountFen;
  return { ...content, mchid, refund_status: status };
}

function signHeaders(keys: WechatKeys, body: string, now: Date, twist: Twist): Record<string, string> {
  const timestamp = String(Math.floor((now.getTime() - (twist.ageMs ?? 0)) / 1000));
  const nonce = randomBytes(16).toString('hex');
  if (twist.signature === 'stranger') stranger ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const key = twist.signature === 'stranger' ? stranger! : keys.platform.privateKey;
  const signature = sign('RSA-SHA256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), key).toString('base64');
  return {
    'content-type': 'application/json',
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': twist.serial ?? keys.publicKeyId,
    'wechatpay-signature': twist.signature === 'probe' ? `WECHATPAY/SIGNTEST/${signature}` : signature,
  };
}

/** A call of the message push: the query that proves who calls, and the message in plain JSON. */
export function pushMessage(
  keys: WechatKeys,
  message: object,
  now: Date,
  { token = keys.messageToken, ageMs = 0 }: { token?: string; ageMs?: number } = {},
): { query: Record<string, string>; body: string } {
  const timestamp = String(Math.floor((now.getTime() - ageMs) / 1000));
  const nonce = randomBytes(5).toString('hex');
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
  const envelope = { ToUserName: 'gh_shop', FromUserName: 'o-weixin', CreateTime: Number(timestamp), MsgType: 'event' };
  return { query: { signature, timestamp, nonce }, body: JSON.stringify({ ...envelope, ...message }) };
}

/** The event that tells what became of a picture. */
export const mediaChecked = (appId: string, traceId: string, suggest: 'pass' | 'review' | 'risky', label = 100) => ({
  Event: 'wxa_media_check',
  appid: appId,
  trace_id: traceId,
  version: 2,
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  errcode: 0,
  errmsg: 'ok',
  result: { suggest, label },
});
