import type { Platform } from '@jishi/contract/plain/platforms';
import { sql, type Db } from '../db/db';
import { readFakeRefund, readFakeTrade } from './fakeBooks';
import type { RefundReport, TradeReport } from './types';

export interface FakeBehaviour {
  /** So many of the next answers are lost after the work is done. */
  lost?: number;
  refunds?: 'succeed' | 'process' | 'fail';
  /** What the day's bill makes of the trade. */
  bill?: 'as_is' | 'omitted' | 'altered';
}

/** Where a trade was opened: its callbacks go there. */
export async function fakeTradeOwner(
  db: Db,
  tradeNo: string,
): Promise<{ platform: Platform; appId: string } | undefined> {
  const [row] = await db.query<{ platform: Platform; appId: string }>(
    sql`select platform, app_id as "appId" from fake_trades where trade_no = ${tradeNo}`,
  );
  return row;
}

/** The payer pays; `isLate`: although the trade was closed a moment ago. Answers the trade as it is then. */
export async function payFakeTrade(db: Db, tradeNo: string, now: Date, isLate: boolean): Promise<TradeReport> {
  await db.query(
    sql`update fake_trades set state = 'paid', paid_at = ${now}
      where trade_no = ${tradeNo} and (state = 'open' or (${isLate}::boolean and state = 'closed'))`,
  );
  return readFakeTrade(db, tradeNo);
}

/** Brings the refunds of a trade that are under way to an end. Answers what each has come to. */
export async function settleFakeRefunds(
  db: Db,
  tradeNo: string,
  now: Date,
  outcome: 'succeeded' | 'failed',
): Promise<RefundReport[]> {
  const rows = await db.query<{ refund_no: string }>(
    sql`update fake_refunds set state = ${outcome}, created_at = ${now}
      where trade_no = ${tradeNo} and state = 'processing' returning refund_no`,
  );
  await db.query(
    sql`update fake_trades t set state = 'refunded' where trade_no = ${tradeNo}
      and amount_fen = (select sum(fen) from fake_refunds r where r.trade_no = t.trade_no and r.state = 'succeeded')`,
  );
  return Promise.all(rows.map((row) => readFakeRefund(db, tradeNo, row.refund_no)));
}

/** Every refund of a trade as the platform has it: what its callbacks say again. */
export async function listFakeRefunds(db: Db, tradeNo: string): Promise<RefundReport[]> {
  const rows = await db.query<{ refund_no: string }>(
    sql`select refund_no from fake_refunds where trade_no = ${tradeNo} order by refund_no`,
  );
  return Promise.all(rows.map((row) => readFakeRefund(db, tradeNo, row.refund_no)));
}

/** How the platform behaves towards a trade from now on; `*`: towards all that have no behaviour of their own. */
export async function behave(db: Db, tradeNo: string, { lost, refunds, bill }: FakeBehaviour): Promise<void> {
  await db.query(
    sql`insert into fake_behaviours as b (trade_no, lost, refunds, bill)
      values (${tradeNo}, ${lost ?? 0}, ${refunds ?? 'succeed'}, ${bill ?? 'as_is'})
      on conflict (trade_no) do update set lost = coalesce(${lost ?? null}::int, b.lost),
        refunds = coalesce(${refunds ?? null}::text, b.refunds), bill = coalesce(${bill ?? null}::text, b.bill)`,
  );
}
