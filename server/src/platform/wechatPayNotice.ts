import { createDecipheriv, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { NoticeRefused, type Notice, type RawNotice } from './types';
import { RefundNotice, toRefundReport, toTradeReport, Transaction } from './wechatPayReports';

/** How far a notice's time may be from ours: WeChat Pay v3, verifying signatures. */
const PATIENCE_MS = 5 * 60_000;
const TAG_BYTES = 16;

export interface NoticeKeys {
  appId: string;
  mchid: string;
  /** Of the key that WeChat signs with. */
  serial: string;
  publicKey: KeyObject;
  /** 32 bytes; WeChat's published samples have 16. */
  apiV3Key: string;
  now(): Date;
}

const Envelope = z.object({
  id: z.string().min(1),
  event_type: z.string(),
  resource: z.object({ ciphertext: z.string(), nonce: z.string(), associated_data: z.string().optional() }),
});

/** WeChat Pay v3, payment and refund notices. Nothing of the body is read before its signature holds. */
export function readPayNotice(keys: NoticeKeys, { headers, body }: RawNotice): Notice {
  const header = (name: string) => String(headers[name] ?? '');
  const [timestamp, nonce] = [header('wechatpay-timestamp'), header('wechatpay-nonce')];
  if (header('wechatpay-serial') !== keys.serial) throw new NoticeRefused('serial');
  const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  const signature = Buffer.from(header('wechatpay-signature'), 'base64');
  if (!verify('RSA-SHA256', signed, keys.publicKey, signature)) throw new NoticeRefused('signature');
  if (!(Math.abs(keys.now().getTime() - Number(timestamp) * 1000) <= PATIENCE_MS)) throw new NoticeRefused('clock');

  const { id, event_type: topic, resource } = believe(Envelope, parse(body.toString('utf8')));
  const content = () => parse(open(resource, keys.apiV3Key));
  if (topic.startsWith('TRANSACTION.')) {
    const trade = believe(Transaction, content());
    if (trade.mchid !== keys.mchid) throw new NoticeRefused('merchant');
    if (trade.appid !== keys.appId) throw new NoticeRefused('app_id');
    return { noticeId: id, kind: 'payment', report: toTradeReport(trade) };
  }
  if (topic.startsWith('REFUND.')) {
    const refund = believe(RefundNotice, content());
    if (refund.mchid !== keys.mchid) throw new NoticeRefused('merchant');
    return { noticeId: id, kind: 'refund', report: toRefundReport(refund, refund.refund_status) };
  }
  return { noticeId: id, kind: 'other', topic };
}

/** AES-GCM as WeChat packs it: the tag behind the text. Throws `malformed`. */
export function open(
  { ciphertext, nonce, associated_data = '' }: z.output<typeof Envelope>['resource'],
  key: string,
): string {
  const sealed = Buffer.from(ciphertext, 'base64');
  try {
    const decipher = createDecipheriv(Buffer.byteLength(key) === 32 ? 'aes-256-gcm' : 'aes-128-gcm', key, nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(associated_data)).setAuthTag(sealed.subarray(-TAG_BYTES));
    return decipher.update(sealed.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new NoticeRefused('malformed');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoticeRefused('malformed');
  }
}

function believe<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (!read.success) throw new NoticeRefused('malformed');
  return read.data;
}
