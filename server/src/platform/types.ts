import type { z } from 'zod';
import type { PayIntent } from '@jishi/contract/payments';
import type { Platform } from '@jishi/contract/plain/platforms';
import { AppError } from '../errors';

/** What a login code stands for. */
export interface PlatformIdentity {
  openId: string;
  unionId: string | null;
}

/** What a phone button of the super-app gave: a code to exchange, or the number itself, sealed. */
export type PhoneProof = { kind: 'code'; code: string } | { kind: 'sealed'; data: string; sign: string };

export interface PaymentRequest {
  appId: string;
  openId: string | null;
  /** Ours, 6-32 characters of [0-9A-Za-z]; the same number again must give the same trade. */
  tradeNo: string;
  amountFen: number;
  title: string;
  expiresAt: Date;
  /** Of the payer, for the kinds of payment that ask for it. */
  ip: string;
  /** What is bought: a super-app that sells physical goods itself is handed these. */
  lines: readonly { skuId: string; quantity: number }[];
}

/** A trade as both sides know it. */
export interface TradeRef {
  appId: string;
  tradeNo: string;
}

/** The platform's own word about a trade. `absent`: it has never heard of it. `paid` stays so when refunded. */
export interface TradeReport {
  tradeNo: string;
  state: 'absent' | 'open' | 'paid' | 'closed';
  platformTradeNo: string | null;
  /** What was paid, in fen; null while nothing was. */
  paidFen: number | null;
}

export interface RefundRequest extends TradeRef {
  platformTradeNo: string | null;
  /** Ours, 6-32 characters of [0-9A-Za-z]; the same number again must never refund twice. */
  refundNo: string;
  refundFen: number;
  /** What the whole trade was paid with. */
  totalFen: number;
  /** At most 80 characters; the payer sees it. */
  reason: string;
}

/** `processing`: accepted, the money is not back yet. `failed`: it never will be under this number. */
export interface RefundReport {
  tradeNo: string;
  refundNo: string;
  state: 'absent' | 'processing' | 'succeeded' | 'failed';
  /** What this refund gave back, in fen; null until it succeeded. */
  refundedFen: number | null;
}

/** One line of a day's bill. */
export interface BillLine {
  kind: 'payment' | 'refund';
  tradeNo: string;
  /** Null for a payment. */
  refundNo: string | null;
  /** Positive for both kinds. */
  fen: number;
}

/** A callback as it came over HTTP: verified on the raw body before anything is read from it. */
export interface RawNotice {
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  query: Record<string, string | undefined>;
}

/** A verified callback. `noticeId` is the same when the platform says it again. */
export type Notice = {
  noticeId: string;
  /** The app that it names, where the platform names one: a payment of another app is not touched. */
  appId?: string;
  /** Said instead of `noticeAnswer`, also when the same callback comes again. */
  answer?: PlatformAdapter['noticeAnswer'];
} & (
  | { kind: 'payment'; report: TradeReport }
  | { kind: 'refund'; report: RefundReport }
  | { kind: 'moderation'; traceId: string; verdict: Verdict }
  /** Something that nobody here acts on. */
  | { kind: 'other'; topic: string }
);

export type NoticeFault = 'signature' | 'clock' | 'serial' | 'app_id' | 'merchant' | 'malformed';

/** A callback that is not believed; `fault` is for our log, the sender hears `signature_invalid` only. */
export class NoticeRefused extends AppError {
  constructor(readonly fault: NoticeFault) {
    super('signature_invalid');
    this.name = 'NoticeRefused';
  }
}

export interface Verdict {
  suggestion: 'pass' | 'review' | 'risky';
  /** The platform's own label, for the person who decides. */
  label: string;
}

export interface ShippingReport extends TradeRef {
  openId: string | null;
  platformTradeNo: string | null;
  fulfilment: 'delivery' | 'pickup';
  parcels: readonly { carrier: string; trackingNo: string }[];
  /** What is in it, at most 120 characters. */
  itemText: string;
  /** The receiver's number with all but its last four digits masked. */
  maskedPhone: string;
  shippedAt: Date;
}

export interface MessageRequest {
  appId: string;
  openId: string;
  templateId: string;
  /** The page it opens, with its query, without a leading slash. */
  page: string;
  /** By the template's field name. */
  data: Readonly<Record<string, string>>;
}

/**
 * `not_granted`: the person has no grant left at the platform. `refused`: the template or its values are wrong.
 * `later`: it certainly did not go out, and may the next time. What is thrown says that nobody knows.
 */
export type MessageOutcome = 'sent' | 'not_granted' | 'refused' | 'later' | 'unsupported';

/** One super-app, seen from the server. Every method that talks to it may throw `platform_unavailable`. */
export interface PlatformAdapter {
  /** Throws `login_failed` for a code that is unknown, used or expired. */
  exchangeLogin(input: { appId: string; code: string; deviceId: string }): Promise<PlatformIdentity>;
  /** The verified number, digits only, `13800001111`. Throws `phone_refused`. */
  readPhone(input: { appId: string; proof: PhoneProof }): Promise<string>;

  /** Idempotent by trade number. Throws `payment_closed` when this number can no longer be paid. */
  createPayment(request: PaymentRequest): Promise<z.output<typeof PayIntent>>;
  queryPayment(trade: TradeRef): Promise<TradeReport>;
  /** After this the trade cannot be paid any more; answers what it is now (it may just have been paid). */
  closePayment(trade: TradeRef): Promise<TradeReport>;
  /** Trades end by themselves and at no one's word: `closePayment` may answer `open`, and what is paid later goes back. */
  closesByItself?: true;
  /** Idempotent by refund number. Acceptance is not success: ask again with `queryRefund`. */
  refundPayment(request: RefundRequest): Promise<RefundReport>;
  queryRefund(refund: TradeRef & { refundNo: string }): Promise<RefundReport>;
  /**
   * Every movement of a day (`2026-11-25`, Beijing); null while the platform has not made its bill yet. Throws
   * `unsupported` where there are none.
   */
  fetchBill(day: string): Promise<BillLine[] | null>;

  /** Verifies and reads a callback; throws `NoticeRefused`. */
  readNotice(notice: RawNotice): Notice | Promise<Notice>;
  /** What the platform wants to hear once the callback is safely stored. */
  noticeAnswer: { contentType: string; body: string };
  /** Message push, where the platform has it apart from payments: answers its URL check, and reads like `readNotice`. */
  messages?: {
    echo(query: RawNotice['query']): string | null;
    read(notice: RawNotice): Notice | Promise<Notice>;
    answer: { contentType: string; body: string };
  };

  /** A picture of a code that opens `page` with the short token. Throws `unsupported` where there are none. */
  makeCode(input: { appId: string; token: string; page: string }): Promise<{ contentType: string; bytes: Buffer }>;
  sendMessage(message: MessageRequest): Promise<MessageOutcome>;
  checkText(input: { appId: string; openId: string | null; text: string }): Promise<Verdict>;
  /** `pending`: the verdict comes as a notice with this trace id. */
  checkPicture(input: {
    appId: string;
    openId: string | null;
    url: string;
  }): Promise<Verdict | { suggestion: 'pending'; traceId: string }>;
  /** Tells the platform that goods are on their way, where trade rules ask for it; does nothing elsewhere. */
  reportShipping(report: ShippingReport): Promise<void>;
}

export type PlatformAdapters = Readonly<Record<Platform, PlatformAdapter>>;
