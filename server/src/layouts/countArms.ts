import type { z } from 'zod';
import type { ArmResult } from '@jishi/contract/admin/layouts';
import { sql, type Queryable } from '../db/db';

export type Counted = Omit<z.output<typeof ArmResult>, 'versionNumber' | 'weight'>;
type Row = Omit<Counted, 'amountFen'> & { amountFen: string };

/**
 * What happened on the devices whose views of a release are there, by arm: orders that were paid on a visit of the
 * device, after it first saw the page and before the release ended.
 */
export async function countArms(db: Queryable, releaseId: string): Promise<Counted[]> {
  const rows = await db.query<Row>(
    sql`with seen as (
        select device_id, arm, min(seen_at) as seen_at, bool_or(cardinality(failed_block_ids) > 0) as has_failed
        from layout_views where release_id = ${releaseId} group by device_id, arm
      ), bought as (
        select s.arm, s.device_id, o.total_fen
        from seen s join visits v on v.device_id = s.device_id
          join orders o on o.user_id = v.user_id and o.visit_id = v.visit_id
          join layout_releases r on r.release_id = ${releaseId}
        where o.paid_at >= s.seen_at and o.paid_at < least(r.ends_at, r.withdrawn_at, 'infinity'::timestamptz)
      )
      select s.arm, count(*)::int as devices, (count(*) filter (where s.has_failed))::int as "failedDevices",
        (select count(distinct b.device_id)::int from bought b where b.arm = s.arm) as buyers,
        (select count(*)::int from bought b where b.arm = s.arm) as orders,
        (select coalesce(sum(b.total_fen), 0)::bigint from bought b where b.arm = s.arm) as "amountFen"
      from seen s group by s.arm`,
  );
  return rows.map(withNumbers);
}

/** What is kept of views that are gone. */
export async function readKeptResults(db: Queryable, releaseId: string): Promise<Counted[]> {
  const rows = await db.query<Row>(
    sql`select arm, devices, buyers, orders, amount_fen as "amountFen", failed_devices as "failedDevices"
      from layout_results where release_id = ${releaseId}`,
  );
  return rows.map(withNumbers);
}

const withNumbers = ({ amountFen, ...row }: Row): Counted => ({ ...row, amountFen: Number(amountFen) });
