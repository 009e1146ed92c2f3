import { dayOf } from '../beijing';
import type { Context } from '../context';
import { sql } from '../db/db';

const WEEK_MS = 7 * 86_400_000;
/** Stands for the whole shop. */
const ALL_PAGES = '0';

/** The last day before the last seven, of which today is one. */
export const weekBefore = (now: Date) => dayOf(new Date(now.getTime() - WEEK_MS));

/** Counts the devices of the last seven days. A job's work: it reads all their views. */
export function countReach(ctx: Context): Promise<void> {
  const after = weekBefore(ctx.now());
  return ctx.db.tx(async (tx) => {
    await tx.query(sql`delete from layout_reach`);
    await tx.query(
      sql`with newest as (
          select page_id, device_id, max(contract) as contract from layout_views where day > ${after}
          group by page_id, device_id
        )
        insert into layout_reach (page_id, contract, devices, counted_at)
        select page_id, contract, count(*), ${ctx.now()}::timestamptz from newest group by page_id, contract
        union all
        select ${ALL_PAGES}::bigint, contract, count(*), ${ctx.now()}::timestamptz
        from (select device_id, max(contract) as contract from newest group by device_id) shop group by contract`,
    );
  });
}

/** Devices of the last seven days by the page that they saw, of one page or of all. */
export async function readWeekDevices(
  { db }: Pick<Context, 'db'>,
  pageId: string | null,
): Promise<Map<string, number>> {
  const rows = await db.query<{ pageId: string; devices: number }>(
    sql`select page_id as "pageId", sum(devices)::int as devices from layout_reach
      where ${pageId}::bigint is null or page_id = ${pageId}::bigint group by page_id`,
  );
  return new Map(rows.map((row) => [row.pageId, row.devices]));
}

/** The shop's devices of the last seven days by the contract of their builds. */
export const readContracts = ({ db }: Pick<Context, 'db'>) =>
  db.query<{ contract: number; devices: number }>(
    sql`select contract, devices from layout_reach where page_id = ${ALL_PAGES}`,
  );
