import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { outboxRow } from '../jobs';
import { hashedName } from './assetStore';

/** The outbox topic that makes a picture's smaller sizes. */
export const MAKE_SIZES = 'asset.sizes';

export interface Picture {
  bytes: Buffer;
  type: 'jpg' | 'png';
  /** px */
  width: number;
  height: number;
}

type KeepContext = Pick<Context, 'assets' | 'makeId' | 'now'>;

/**
 * Stores a picture that is fit to be shown, notes it, and asks for its smaller sizes. Answers its id and the path of
 * the whole picture; the same picture again is the same one.
 */
export async function keepAsset(
  ctx: KeepContext,
  db: Queryable,
  { bytes, type, width, height }: Picture,
): Promise<{ assetId: string; url: string }> {
  const name = hashedName(bytes, type);
  const job = outboxRow(ctx, { topic: MAKE_SIZES, payload: { name } });
  // a picture that was kept before gets its sizes once more: its files may have been lost
  const [row] = await db.query<{ assetId: string }>(
    sql.named('assets.keep')`with kept as (
        insert into assets (asset_id, name, width, height, bytes, state, created_at)
        values (${ctx.makeId()}, ${name}, ${width}, ${height}, ${bytes.length}, 'waiting', ${ctx.now()})
        on conflict (name) do update set state = 'waiting' returning asset_id
      ), asked as (
        insert into outbox (shard, job_id, topic, payload, run_at)
        values (${job.shard}, ${job.jobId}, ${MAKE_SIZES}, ${job.payload}, ${job.runAt})
      )
      select asset_id as "assetId" from kept`,
  );
  // only now: whoever was deleting the same picture has let go of its row, and of its file
  return { assetId: row!.assetId, url: await ctx.assets.put(bytes, type) };
}
