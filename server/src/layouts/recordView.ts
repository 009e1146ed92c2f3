import type { z } from 'zod';
import type { layoutRoutes } from '@jishi/contract/layouts';
import { dayOf } from '../beijing';
import type { Context } from '../context';
import { sql } from '../db/db';
import { armOf } from './chooseRelease';
import type { HeldPage } from './heldLayouts';

type View = z.output<(typeof layoutRoutes)['POST /api/layout-views']['body']>;

/**
 * Notes that a page was really shown, once a day of Beijing's for a device, and which blocks failed, should one fail
 * later. What is not of a release that is shown
 * now, or not of the arm that the device is in, says nothing and is not noted.
 */
export async function recordView(
  ctx: Context,
  pages: Iterable<HeldPage>,
  { deviceId, platform, contract, releaseId, arm, failedBlockIds }: View,
): Promise<void> {
  const page = [...pages].find(({ releases }) => releases.some(({ id }) => id === releaseId));
  const release = page?.releases.find(({ id }) => id === releaseId);
  if (!page || !release || armOf(release, deviceId) !== arm) return;
  await ctx.db.query(
    sql.named('layouts.view')`insert into layout_views (device_id, release_id, arm, day, page_id, platform, contract,
        failed_block_ids, seen_at)
      values (${deviceId}, ${releaseId}, ${arm}, ${dayOf(ctx.now())}, ${page.pageId}, ${platform}, ${contract},
        ${failedBlockIds}, ${ctx.now()})
      on conflict (device_id, release_id, arm, day) do update set failed_block_ids = excluded.failed_block_ids
        where cardinality(layout_views.failed_block_ids) = 0 and cardinality(excluded.failed_block_ids) > 0`,
  );
}
