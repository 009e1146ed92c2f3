import type { Platform } from '@jishi/contract/plain/platforms';
import { sql, type Db } from '../db/db';
import { AppError } from '../errors';
import type { BillLine, PaymentRequest, RefundReport, RefundRequest, TradeReport } from './types';

/** The books of money that a super-app would keep on its side, in tables of their own. */
export interface FakeBooks {
  open(request: PaymentRequest): Promise<void>;
  read(tradeNo: string): Promise<TradeReport>;
  close(tradeNo: string): Promise<TradeReport>;
  refund(request: RefundRequest): Promise<RefundReport>;
  readRefund(tradeNo: string, refundNo: string): Promise<RefundReport>;
  /** Null until ten in the morning of the next day, in Beijing. */
  bill(day: string): Promise<BillLine[] | null>;
}

interface TradeRow {
  platform_trade_no: string;
  amount_fen: string;
  state: 'open' | 'paid' | 'closed' | 'refunded';
}

export function fakeBooks(db: Db, platform: Platform, now: () => Date): FakeBooks {
  const lossy = async <T>(tradeNo: string, work: Promise<T>): Promise<T> => {
    const done = await work;
    await loseAnswer(db, tradeNo);
    return done;
  };
  const read = (tradeNo: string) => readFakeTrade(db, tradeNo);
  const readRefund = (tradeNo: string, refundNo: string) => readFakeRefund(db, tradeNo, refundNo);

  return {
    async open({ tradeNo, amountFen, appId }) {
      const [trade] = await db.query<{ state: string }>(
        sql`insert into fake_trades (trade_no, platform_trade_no, amount_fen, state, platform, app_id, created_at)
          values (${tradeNo}, ${`F${tradeNo}`}, ${amountFen}, 'open', ${platform}, ${appId}, ${now()})
          on conflict (trade_no) do update set state = fake_trades.state returning state`,
      );
      await loseAnswer(db, tradeNo);
      if (trade!.state !== 'open') throw new AppError('payment_closed');
    },
    read: (tradeNo) => lossy(tradeNo, read(tradeNo)),
    close: (tradeNo) =>
      lossy(
        tradeNo,
        db
          .query(sql`update fake_trades set state = 'closed' where trade_no = ${tradeNo} and state = 'open'`)
          .then(() => read(tradeNo)),
      ),
    refund: (request) =>
      lossy(
        request.tradeNo,
        refundOnce(db, request, now()).then(() => readRefund(request.tradeNo, request.refundNo)),
      ),
    readRefund: (tradeNo, refundNo) => lossy(tradeNo, readRefund(tradeNo, refundNo)),
    bill: async (day) => (now() < readyAt(day) ? null : readBill(db, platform, day)),
  };
}

/** Does as it was told: the work is done, but nobody hears of it. */
async function loseAnswer(db: Db, tradeNo: string): Promise<void> {
  const lost = await db.query(
    sql`update fake_behaviours set lost = lost - 1 where trade_no in (${tradeNo}, '*') and lost > 0 returning lost`,
  );
  if (lost.length > 0) throw new AppError('platform_unavailable');
}

/** A refunded trade was paid too. */
export async function readFakeTrade(db: Db, tradeNo: string): Promise<TradeReport> {
  const [row] = await db.query<TradeRow>(
    sql`select platform_trade_no, amount_fen, state from fake_trades where trade_no = ${tradeNo}`,
  );
  if (!row) return { tradeNo, state: 'absent', platformTradeNo: null, paidFen: null };
  const isPaid = row.state === 'paid' || row.state === 'refunded';
  const state = row.state === 'refunded' ? 'paid' : row.state;
  return { tradeNo, state, platformTradeNo: row.platform_trade_no, paidFen: isPaid ? Number(row.amount_fen) : null };
}

export async function readFakeRefund(db: Db, tradeNo: string, refundNo: string): Promise<RefundReport> {
  const [row] = await db.query<{ fen: string; state: 'processing' | 'succeeded' | 'failed' }>(
    sql`select fen, state from fake_refunds where refund_no = ${refundNo} and trade_no = ${tradeNo}`,
  );
  if (!row) return { tradeNo, refundNo, state: 'absent', refundedFen: null };
  return { tradeNo, refundNo, state: row.state, refundedFen: row.state === 'succeeded' ? Number(row.fen) : null };
}

/** A number that is known is the same refund; beyond what was paid nothing goes back. */
function refundOnce(db: Db, { tradeNo, refundNo, refundFen }: RefundRequest, now: Date): Promise<void> {
  return db.tx(async (tx) => {
    await tx.query(sql`select 1 from fake_trades where trade_no = ${tradeNo} for update`);
    await tx.query(
      sql`insert into fake_refunds (refund_no, trade_no, fen, state, created_at)
        select ${refundNo}, trade_no, ${refundFen}::bigint,
          case when t.state not in ('paid', 'refunded') or t.amount_fen < ${refundFen}::bigint + (
              select coalesce(sum(fen), 0) from fake_refunds r where r.trade_no = t.trade_no and r.state <> 'failed')
            then 'failed'
            else (select case refunds when 'process' then 'processing' when 'fail' then 'failed' else 'succeeded' end
              from (select refunds, trade_no from fake_behaviours where trade_no in (${tradeNo}, '*')
                union all select 'succeed', '') b order by b.trade_no desc limit 1)
          end, ${now}::timestamptz
        from fake_trades t where trade_no = ${tradeNo} on conflict (refund_no) do nothing`,
    );
    await tx.query(
      sql`update fake_trades t set state = 'refunded' where trade_no = ${tradeNo}
        and amount_fen = (select sum(fen) from fake_refunds r where r.trade_no = t.trade_no and r.state = 'succeeded')`,
    );
  });
}

const readyAt = (day: string) => new Date(Date.parse(`${day}T00:00:00+08:00`) + 34 * 3_600_000);

/** One movement a line, as a real bill has them, but for what was told to be left out or altered. */
async function readBill(db: Db, platform: Platform, day: string): Promise<BillLine[] | null> {
  const [told] = await db.query(sql`select 1 from fake_behaviours where trade_no = '*' and bill = 'omitted'`);
  if (told) return null;
  const rows = await db.query<Omit<BillLine, 'fen'> & { fen: string; bill: string | null }>(
    sql`with moves as (
        select 'payment' as kind, trade_no, null as refund_no, amount_fen as fen, paid_at as at, platform from fake_trades
          where paid_at is not null
        union all
        select 'refund', r.trade_no, r.refund_no, r.fen, r.created_at, t.platform
          from fake_refunds r join fake_trades t on t.trade_no = r.trade_no where r.state = 'succeeded'
      )
      select m.kind, m.trade_no as "tradeNo", m.refund_no as "refundNo", m.fen, b.bill
      from moves m left join fake_behaviours b on b.trade_no = m.trade_no
      where m.platform = ${platform} and to_char(m.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') = ${day}
      order by m.at`,
  );
  return rows
    .filter(({ bill }) => bill !== 'omitted')
    .map(({ bill, fen, ...line }) => ({ ...line, fen: Number(fen) + (bill === 'altered' ? 1 : 0) }));
}
