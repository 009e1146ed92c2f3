import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Asset } from '@jishi/contract/admin/assets';
import { sizedUrl } from '@jishi/contract/plain/pictures';
import type { Actor } from '../adminAuth';
import { newestFirst } from '../adminPage';
import { writeAudit } from '../audit';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { keepAsset } from './keepAsset';
import { filesOf, removeFiles } from './makeSizes';
import { receiveFile } from './receiveFile';
import { isUsed } from './usage';

type AssetBody = z.output<typeof Asset>;

interface Row {
  id: string;
  name: string;
  width: number;
  height: number;
  bytes: number;
  state: AssetBody['state'];
  createdAt: Date;
}

/** What leads from an asset's name to its paths. A picture that is small enough is its own smaller size. */
function toAsset({ name, createdAt, ...row }: Row): AssetBody {
  const originalUrl = `/assets/${name}`;
  const url = row.width > 1200 ? sizedUrl(originalUrl, 1200) : originalUrl;
  const thumbnailUrl = row.width > 200 ? sizedUrl(originalUrl, 200) : originalUrl;
  return { ...row, url, thumbnailUrl, originalUrl, createdAt: createdAt.toISOString() };
}

/**
 * Takes an uploaded picture: received into a file, decoded in a process of its own, drawn anew and stored; its smaller
 * sizes follow. Throws `picture_invalid`, `picture_too_large`, `invalid_request` for a sender who went away, and
 * `rate_limited` when too many wait.
 */
export async function uploadAsset(
  ctx: Context,
  { actor, upload, requestId }: { actor: Actor; upload: Readable; requestId: string },
): Promise<AssetBody> {
  const picture = await receiveFile(upload, (file) => ctx.workshop.prepare(file));
  const asset = await ctx.db.tx(async (tx) => {
    const { assetId } = await keepAsset(ctx, tx, picture);
    await writeAudit(ctx, tx, {
      employeeId: actor.employeeId,
      action: 'POST /admin/assets',
      target: `asset ${assetId}`,
      before: null,
      after: { width: picture.width, height: picture.height, bytes: picture.bytes.length },
      requestId,
    });
    return getAsset(tx, assetId);
  });
  ctx.kickJobs();
  return asset;
}

/** Throws `not_found`. */
async function getAsset(db: Queryable, assetId: string): Promise<AssetBody> {
  return toAsset(await getRow(db, assetId));
}

async function getRow(db: Queryable, assetId: string): Promise<Row> {
  const [row] = await db.query<Row>(
    sql`select asset_id as id, name, width, height, bytes, state, created_at as "createdAt"
      from assets where asset_id = ${assetId} for update`,
  );
  if (!row) throw new AppError('not_found');
  return row;
}

/** Newest first. */
export async function listAssets(
  db: Queryable,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: AssetBody[]; nextCursor: string | null }> {
  const rows = await db.query<Row>(
    sql`select asset_id as id, name, width, height, bytes, state, created_at as "createdAt" from assets
      where (${cursor ?? null}::bigint is null or asset_id < ${cursor ?? null}::bigint)
      order by asset_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(rows.map(toAsset), limit);
}

/**
 * Deletes a picture that nothing shows. Throws `not_found`, `conflict` for one that is in use. The files go first: a
 * row without files can be deleted again, files without a row would stay for ever.
 */
export async function deleteAsset(ctx: Context, assetId: string): Promise<{ name: string }> {
  const { name } = await getRow(ctx.db, assetId);
  const paths = filesOf(name).map((file) => `/assets/${file}`);
  if (await isUsed(ctx.db, paths)) throw new AppError('conflict', { reason: 'in_use' });
  await ctx.db.query(sql`delete from picture_sources where asset_url = any(${paths}::text[])`);
  await ctx.db.query(sql`delete from assets where asset_id = ${assetId}`);
  await removeFiles(ctx, name);
  return { name };
}
