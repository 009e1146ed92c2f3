import { dayOf } from '../beijing';
import type { Context } from '../context';
import { sql } from '../db/db';
import { countArms } from './countArms';
import { weekBefore } from './reach';

const DAY_MS = 86_400_000;
/** A release that nobody has seen for so long has its results. */
const QUIET_DAYS = 90;

/** Keeps the views from growing for ever, without a change to any count that is made of them. */
export async function foldViews(ctx: Context): Promise<void> {
  await forgetRepeats(ctx);
  const before = dayOf(new Date(ctx.now().getTime() - QUIET_DAYS * DAY_MS));
  const quiet = await ctx.db.query<{ releaseId: string }>(
    sql`select release_id as "releaseId" from layout_views group by release_id having max(day) < ${before}`,
  );
  for (const { releaseId } of quiet) await keepResults(ctx, releaseId);
}

/** Once a device is out of the week's count only its first view of an arm says something, and its first with a failure. */
function forgetRepeats({ db, now }: Context): Promise<unknown> {
  return db.query(
    sql`delete from layout_views v where v.day <= ${weekBefore(now())} and exists (
        select 1 from layout_views e
        where e.device_id = v.device_id and e.release_id = v.release_id and e.arm = v.arm and e.day < v.day
          and (cardinality(v.failed_block_ids) = 0 or cardinality(e.failed_block_ids) > 0))`,
  );
}

/** Should the release be shown again, what comes of that is added. */
function keepResults(ctx: Context, releaseId: string): Promise<void> {
  return ctx.db.tx(async (tx) => {
    for (const { arm, devices, buyers, orders, amountFen, failedDevices } of await countArms(tx, releaseId)) {
      await tx.query(
        sql`insert into layout_results as r (release_id, arm, page_id, devices, buyers, orders, amount_fen, failed_devices)
          select release_id, ${arm}, page_id, ${devices}, ${buyers}, ${orders}, ${amountFen}, ${failedDevices}
          from layout_releases where release_id = ${releaseId}
          on conflict (release_id, arm) do update set devices = r.devices + excluded.devices,
            buyers = r.buyers + excluded.buyers, orders = r.orders + excluded.orders,
            amount_fen = r.amount_fen + excluded.amount_fen, failed_devices = r.failed_devices + excluded.failed_devices`,
      );
    }
    await tx.query(sql`delete from layout_views where release_id = ${releaseId}`);
  });
}
