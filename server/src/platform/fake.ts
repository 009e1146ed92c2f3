import { createHash } from 'node:crypto';
import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import type { Db } from '../db/db';
import { AppError } from '../errors';
import { fakeBooks } from './fakeBooks';
import { readFakeNotice } from './fakeNotices';
import { fakeReach } from './fakeReach';
import type { PaymentRequest, PlatformAdapter, PlatformAdapters } from './types';

/**
 * A super-app's servers, played by us: it keeps its own books (fake_trades), signs its callbacks, and can cancel,
 * time out, lie, repeat and arrive late on command. It is part of the product: the demo shop runs on it.
 */
export interface FakeOptions {
  db: Db;
  secret: string;
  cashier: 'native' | 'sheet';
  now(): Date;
  /** Without a slash at the end. */
  publicUrl: string;
}

export function fakePlatforms(options: FakeOptions): PlatformAdapters {
  return Object.fromEntries(
    PLATFORMS.map((platform) => [platform, fakePlatform(platform, options)]),
  ) as unknown as PlatformAdapters;
}

function fakePlatform(platform: Platform, { db, secret, cashier, now, publicUrl }: FakeOptions): PlatformAdapter {
  const books = fakeBooks(db, platform, now);
  return {
    async exchangeLogin({ code, deviceId }) {
      if (code === 'fake-expired') throw new AppError('login_failed');
      if (code === 'fake-unavailable') throw new AppError('platform_unavailable');
      // `fake-<open id>@<union id>`
      const [openId = '', unionId = null] = code.slice(5).split('@');
      // a real code from a developer tool stands for the device: the same phone is the same person
      return code.startsWith('fake-') ? { openId, unionId } : { openId: `device-${deviceId}`, unionId: null };
    },
    async readPhone({ proof }) {
      const number = /^fake-(1\d{10})$/.exec(proof.kind === 'code' ? proof.code : proof.data)?.[1];
      if (proof.kind === 'code' && proof.code === 'fake-refused') throw new AppError('phone_refused');
      return number ?? '13800006620';
    },
    async createPayment(request) {
      await books.open(request);
      return intentFor(cashier === 'native' ? platform : 'h5', request);
    },
    queryPayment: ({ tradeNo }) => books.read(tradeNo),
    closePayment: ({ tradeNo }) => books.close(tradeNo),
    refundPayment: (request) => books.refund(request),
    queryRefund: ({ tradeNo, refundNo }) => books.readRefund(tradeNo, refundNo),
    fetchBill: (day) => books.bill(day),
    readNotice: (notice) => readFakeNotice(secret, notice),
    ...fakeReach(publicUrl),
    noticeAnswer: { contentType: 'application/json', body: '{"ok":true}' },
  };
}

/** What the native cashier of each super-app would be opened with. */
function intentFor(platform: Platform, { appId, tradeNo, amountFen }: PaymentRequest) {
  const nonce = createHash('sha256').update(tradeNo).digest('hex').slice(0, 32);
  switch (platform) {
    case 'weapp':
      return {
        kind: 'weapp',
        timeStamp: '1700000000',
        nonceStr: nonce,
        package: `prepay_id=${tradeNo}`,
        signType: 'RSA',
        paySign: nonce,
      } as const;
    case 'alipay':
      return { kind: 'alipay', tradeNO: tradeNo } as const;
    case 'tt':
      return {
        kind: 'tt',
        data: JSON.stringify({ outOrderNo: tradeNo, totalAmount: amountFen }),
        byteAuthorization: `SHA256-RSA2048 appid=${appId},nonce_str=${nonce},timestamp=1700000000,key_version=1,signature=${nonce}`,
      } as const;
    case 'h5':
      return { kind: 'fake', tradeNo, amountFen } as const;
  }
}
