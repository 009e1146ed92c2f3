import type { z } from 'zod';
import type { Board } from '@jishi/contract/admin/board';
import type { Platform } from '@jishi/contract/plain/platforms';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import { dayOf, startOf } from '../beijing';
import { sql, type Queryable } from '../db/db';

type BoardBody = z.output<typeof Board>;
type Figures = BoardBody['today'];
type HourBody = BoardBody['hours']['today'][number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What happened on one platform in one hour, counted from yesterday's midnight. */
interface Cell {
  platform: Platform;
  hour: number;
  /** Before the present time of its day, which all of today is. */
  isEarly: boolean;
  orders: number;
  salesFen: number;
  refundFen: number;
  visits: number;
}

/**
 * Orders paid, money taken, money given back and visits of today, against yesterday until the same time of the day;
 * hour by hour and by platform. With stores it is only what was picked up there, and no visits.
 */
export async function readFigures(
  db: Queryable,
  now: Date,
  storeIds: string[] | null,
): Promise<Pick<BoardBody, 'today' | 'yesterday' | 'platforms' | 'hours'>> {
  const cells = await readCells(db, now, storeIds);
  const hasVisits = storeIds === null;
  const figuresOf = (list: readonly Cell[]) => sumOf(list, hasVisits);
  const today = cells.filter(({ hour }) => hour >= 24);
  const yesterday = cells.filter(({ hour, isEarly }) => hour < 24 && isEarly);
  const presentHour = Math.floor((now.getTime() - startOf(dayOf(now)).getTime()) / HOUR_MS);
  const hoursOf = (from: number, count: number): HourBody[] =>
    Array.from({ length: count }, (_, index) => {
      const { orders, salesFen, visits } = figuresOf(cells.filter(({ hour }) => hour === from + index));
      return { orders, salesFen, visits };
    });
  return {
    today: figuresOf(today),
    yesterday: figuresOf(yesterday),
    platforms: PLATFORMS.filter((platform) => cells.some((cell) => cell.platform === platform)).map((platform) => ({
      platform,
      today: figuresOf(today.filter((cell) => cell.platform === platform)),
      yesterday: figuresOf(yesterday.filter((cell) => cell.platform === platform)),
    })),
    hours: { today: hoursOf(24, presentHour + 1), yesterday: hoursOf(0, 24) },
  };
}

function sumOf(cells: readonly Cell[], hasVisits: boolean): Figures {
  const sum = (name: 'orders' | 'salesFen' | 'refundFen' | 'visits') =>
    cells.reduce((total, cell) => total + cell[name], 0);
  return {
    orders: sum('orders'),
    salesFen: sum('salesFen'),
    refundFen: sum('refundFen'),
    visits: hasVisits ? sum('visits') : null,
  };
}

async function readCells(db: Queryable, now: Date, storeIds: string[] | null): Promise<Cell[]> {
  const from = new Date(startOf(dayOf(now)).getTime() - DAY_MS);
  const cut = new Date(now.getTime() - DAY_MS);
  const rows = await db.query<{ [K in keyof Cell]: Cell[K] extends number ? string | number : Cell[K] }>(
    sql`with happened as (
        select o.platform, o.paid_at as at, 1 as orders, o.total_fen as sales, 0::bigint as refund, 0 as visits
        from orders o where o.paid_at >= ${from}::timestamptz and o.paid_at <= ${now}::timestamptz
          and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))
        union all
        select o.platform, r.settled_at, 0, 0, r.amount_fen, 0
        from refunds r join orders o on o.user_id = r.user_id and o.order_id = r.order_id
        where r.state = 'succeeded' and r.settled_at >= ${from}::timestamptz and r.settled_at <= ${now}::timestamptz
          and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))
        union all
        select v.platform, v.created_at, 0, 0, 0, 1
        from visits v where ${storeIds}::text[] is null
          and v.created_at >= ${from}::timestamptz and v.created_at <= ${now}::timestamptz
      )
      select platform, floor(extract(epoch from at - ${from}::timestamptz) / 3600)::int as hour,
        at <= ${cut}::timestamptz or at >= ${from}::timestamptz + interval '24 hours' as "isEarly",
        sum(orders)::int as orders, sum(sales) as "salesFen", sum(refund) as "refundFen", sum(visits)::int as visits
      from happened group by 1, 2, 3`,
  );
  return rows.map((row) => ({
    ...row,
    hour: Number(row.hour),
    orders: Number(row.orders),
    salesFen: Number(row.salesFen),
    refundFen: Number(row.refundFen),
    visits: Number(row.visits),
  }));
}
