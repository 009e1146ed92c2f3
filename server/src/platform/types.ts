import type { z } from 'zod';
import type { PayIntent } from '@jishi/contract/payments';
import type { Platform } from '@jishi/contract/plain/platforms';

/** What a login code stands for. */
export interface PlatformIdentity {
  openId: string;
  unionId: string | null;
}

export interface PaymentRequest {
  appId: string;
  openId: string | null;
  /** Ours, 6-32 characters of [0-9A-Za-z]; the same number again must give the same trade. */
  tradeNo: string;
  amountFen: number;
  title: string;
  expiresAt: Date;
}

/** The platform's own word about a trade. `absent`: it has never heard of it. */
export interface TradeReport {
  tradeNo: string;
  state: 'absent' | 'open' | 'paid' | 'closed' | 'refunded';
  platformTradeNo: string | null;
  /** What was paid, in fen; null while nothing was. */
  paidFen: number | null;
}

/** A callback as it came over HTTP: verified on the raw body before anything is read from it. */
export interface RawNotice {
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** One super-app, seen from the server. Every method may throw `platform_unavailable`. */
export interface PlatformAdapter {
  /** Throws `login_failed` for a code that is unknown, used or expired. */
  exchangeLogin(input: { appId: string; code: string; deviceId: string }): Promise<PlatformIdentity>;
  /** Idempotent by trade number. */
  createPayment(request: PaymentRequest): Promise<z.output<typeof PayIntent>>;
  queryPayment(tradeNo: string): Promise<TradeReport>;
  /** After this the trade cannot be paid any more; answers what it is now (it may just have been paid). */
  closePayment(tradeNo: string): Promise<TradeReport>;
  /** Full refund, idempotent by trade number. */
  refundPayment(input: { tradeNo: string; amountFen: number }): Promise<void>;
  /** Verifies and reads a callback; throws `signature_invalid`. */
  readNotice(notice: RawNotice): TradeReport;
  /** What the platform wants to hear once the callback is safely stored. */
  noticeAnswer: { contentType: string; body: string };
}

export type PlatformAdapters = Readonly<Record<Platform, PlatformAdapter>>;
