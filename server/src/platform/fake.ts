import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import { sql, type Db } from '../db/db';
import { AppError } from '../errors';
import type { PaymentRequest, PlatformAdapter, PlatformAdapters, TradeReport } from './types';

/**
 * A super-app's servers, played by us: it keeps its own books (fake_trades), signs its callbacks, and can cancel,
 * time out, lie, repeat and arrive late on command. It is part of the product: the demo shop runs on it.
 */
export interface FakeOptions {
  db: Db;
  secret: string;
  cashier: 'native' | 'sheet';
}

interface TradeRow {
  platform_trade_no: string;
  amount_fen: string;
  state: 'open' | 'paid' | 'closed' | 'refunded';
}

/** The body of a fake callback. */
const Notice = z.object({
  tradeNo: z.string(),
  platformTradeNo: z.string(),
  state: z.enum(['paid', 'closed']),
  amountFen: z.int(),
});

const SIGNATURE = 'x-fake-signature';
const sign = (secret: string, body: Buffer | string) => createHmac('sha256', secret).update(body).digest('hex');

export function fakePlatforms(options: FakeOptions): PlatformAdapters {
  return Object.fromEntries(
    PLATFORMS.map((platform) => [platform, fakePlatform(platform, options)]),
  ) as unknown as PlatformAdapters;
}

function fakePlatform(platform: Platform, { db, secret, cashier }: FakeOptions): PlatformAdapter {
  const read = async (tradeNo: string): Promise<TradeReport> => {
    const [row] = await db.query<TradeRow>(sql`select * from fake_trades where trade_no = ${tradeNo}`);
    if (!row) return { tradeNo, state: 'absent', platformTradeNo: null, paidFen: null };
    const paidFen = row.state === 'paid' || row.state === 'refunded' ? Number(row.amount_fen) : null;
    return { tradeNo, state: row.state, platformTradeNo: row.platform_trade_no, paidFen };
  };

  return {
    async exchangeLogin({ code, deviceId }) {
      if (code === 'fake-expired') throw new AppError('login_failed');
      if (code === 'fake-unavailable') throw new AppError('platform_unavailable');
      // a real code from a developer tool stands for the device: the same phone is the same person
      return { openId: code.startsWith('fake-') ? code.slice(5) : `device-${deviceId}`, unionId: null };
    },
    async createPayment(request) {
      await db.query(
        sql`insert into fake_trades (trade_no, platform_trade_no, amount_fen, state)
          values (${request.tradeNo}, ${`F${request.tradeNo}`}, ${request.amountFen}, 'open') on conflict (trade_no) do nothing`,
      );
      return intentFor(cashier === 'native' ? platform : 'h5', request);
    },
    queryPayment: read,
    async closePayment(tradeNo) {
      await db.query(sql`update fake_trades set state = 'closed' where trade_no = ${tradeNo} and state = 'open'`);
      return read(tradeNo);
    },
    async refundPayment({ tradeNo }) {
      await db.query(sql`update fake_trades set state = 'refunded' where trade_no = ${tradeNo} and state = 'paid'`);
    },
    readNotice({ headers, body }) {
      const given = Buffer.from(String(headers[SIGNATURE] ?? ''));
      const expected = Buffer.from(sign(secret, body));
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw new AppError('signature_invalid');
      const notice = Notice.parse(JSON.parse(body.toString('utf8')));
      const { tradeNo, platformTradeNo, state, amountFen } = notice;
      return { tradeNo, platformTradeNo, state, paidFen: state === 'paid' ? amountFen : null };
    },
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

/** What a fake trade's payer does. Answers the trade as the platform now sees it, or null for an unknown one. */
export async function actOnFakeTrade(
  db: Db,
  tradeNo: string,
  { action, isLate }: { action: 'pay' | 'cancel'; isLate: boolean },
): Promise<TradeReport | null> {
  if (action === 'pay') {
    await db.query(
      sql`update fake_trades set state = 'paid'
        where trade_no = ${tradeNo} and (state = 'open' or (${isLate}::boolean and state = 'closed'))`,
    );
  }
  const [row] = await db.query<TradeRow>(sql`select * from fake_trades where trade_no = ${tradeNo}`);
  if (!row) return null;
  const paidFen = row.state === 'paid' ? Number(row.amount_fen) : null;
  return { tradeNo, state: row.state, platformTradeNo: row.platform_trade_no, paidFen };
}

/** A callback as the fake platform sends it: signed, or forged on purpose, or lying about the amount. */
export function fakeNotice(
  secret: string,
  report: TradeReport,
  lie: { forged?: boolean; amountFen?: number } = {},
): { headers: Record<string, string>; body: string } {
  const body = JSON.stringify({
    tradeNo: report.tradeNo,
    platformTradeNo: report.platformTradeNo,
    state: report.state,
    amountFen: lie.amountFen ?? report.paidFen ?? 0,
  });
  const signature = sign(lie.forged ? `${secret}x` : secret, body);
  return { headers: { 'content-type': 'application/json', [SIGNATURE]: signature }, body };
}
