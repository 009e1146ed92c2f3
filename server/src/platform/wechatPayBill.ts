import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BillLine } from './types';
import type { WechatPayClient } from './wechatPayClient';
import { readAnswer, WechatRefusal } from './wechatRefusal';

const TRADE_BILL = '/v3/bill/tradebill';
const DAY_MS = 86_400_000;
/** A day's bill is ready the next morning at ten, Beijing time. */
const READY_MS = 10 * 3_600_000;

const Bill = z.object({ hash_type: z.literal('SHA1'), hash_value: z.string(), download_url: z.url() });

/** Whose movements are wanted: a merchant's bill holds those of all its apps. */
export interface BillOwner {
  appId: string;
  /** `MWEB` is what bills and trades call an H5 payment. */
  tradeType: 'JSAPI' | 'MWEB';
}

/** WeChat Pay v3, trade bill of one day; null while it is being made, empty for a day without movements. */
export async function fetchTradeBill(
  client: WechatPayClient,
  owner: BillOwner,
  day: string,
  now: Date,
): Promise<BillLine[] | null> {
  const isReady = now.getTime() >= Date.parse(`${day}T00:00:00+08:00`) + DAY_MS + READY_MS;
  const answer = await client.get(TRADE_BILL, { bill_date: day, bill_type: 'ALL' }).catch((error: unknown) => {
    const reason = error instanceof WechatRefusal ? error.reason : '';
    if (reason === 'STATEMENT_CREATING') return null;
    // said before the hour, it may only mean that nobody has begun
    if (reason === 'NO_STATEMENT_EXIST') return isReady ? [] : null;
    throw error;
  });
  if (answer === null || Array.isArray(answer)) return answer;
  const { hash_value: hash, download_url: address } = readAnswer(Bill, answer, TRADE_BILL);
  const url = new URL(address);
  // the file itself is not signed, its hash is; asked for at our own host, whatever host the address names
  const file = await client.download(url.pathname, Object.fromEntries(url.searchParams));
  if (createHash('sha1').update(file).digest('hex') !== hash.toLowerCase()) {
    throw new WechatRefusal(TRADE_BILL, 'hash mismatch');
  }
  return readTradeBill(file.toString('utf8'), owner);
}

/**
 * The lines of a bill: a header, then rows whose cells each begin with a backtick (a title may hold commas), then a
 * header and a row of sums. Throws `platform_unavailable` for a bill without the columns that we read.
 */
export function readTradeBill(text: string, owner: BillOwner): BillLine[] {
  const [header = '', ...rows] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = header.split(',');
  const column = (name: string) => {
    const index = columns.indexOf(name);
    if (index < 0) throw new WechatRefusal(TRADE_BILL, `no column ${name}`);
    return index;
  };
  const title = column('商品名称');
  const at = {
    appId: column('公众账号ID'),
    tradeNo: column('商户订单号'),
    tradeType: column('交易类型'),
    state: column('交易状态'),
    refundNo: column('商户退款单号'),
    paid: column('订单金额'),
    refunded: column('申请退款金额'),
  };
  const sums = rows.findIndex((row) => row.startsWith('总'));
  return rows.slice(0, sums < 0 ? undefined : sums).flatMap((row): BillLine[] => {
    if (!row.startsWith('`')) return [];
    const cells = row.slice(1).split(',`');
    // a title that holds the separator makes more cells than there are columns: those behind it count from the end
    const surplus = cells.length - columns.length;
    const cell = (index: number) => cells[index > title ? index + surplus : index] ?? '';
    if (cell(at.appId) !== owner.appId || cell(at.tradeType) !== owner.tradeType) return [];
    const tradeNo = cell(at.tradeNo);
    if (cell(at.state) === 'SUCCESS') {
      return [{ kind: 'payment', tradeNo, refundNo: null, fen: toFen(cell(at.paid)) }];
    }
    return [{ kind: 'refund', tradeNo, refundNo: cell(at.refundNo), fen: toFen(cell(at.refunded)) }];
  });
}

/** Yuan with up to two places, in whole fen and without a fraction in between. */
function toFen(yuan: string): number {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(yuan);
  if (!parts) throw new WechatRefusal(TRADE_BILL, `not an amount: ${yuan}`);
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
