import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Upload } from '@jishi/contract/uploads';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { enqueue, type JobHandlers } from '../jobs';
import { privateName } from './assetStore';
import type { Prepared } from './preparePicture';
import { receiveForm } from '../receiveForm';

type UploadBody = z.output<typeof Upload>;

/** The outbox topic that takes an upload away that nobody has used. */
const EXPIRE_UPLOAD = 'upload.expire';
/** The outbox topic that removes a private file whose row is gone; also written by account/personalTables.ts. */
const REMOVE_UPLOAD = 'upload.remove';
const EXPIRE_MS = 24 * 3_600_000;
/** Pictures of one person that are shown nowhere yet. */
export const MAX_UNUSED = 30;
/** px; wider ones are made smaller. */
const MAX_WIDTH = 1200;
const LINK_SECONDS = 600;

export interface SentForm {
  body: Readable;
  contentType: string | undefined;
}

/**
 * Keeps a picture for its owner alone: checked and drawn anew as public ones are, under a name that nobody guesses.
 * Throws `picture_invalid`, `picture_too_large`, `invalid_request` for what is no form with a file, and `rate_limited`
 * for too many that are not used.
 */
export async function keepUpload(ctx: Context, userId: string, { body, contentType }: SentForm): Promise<UploadBody> {
  const [row] = await ctx.db.query<{ count: number }>(
    sql`select count(*)::int as count from uploads where user_id = ${userId} and used_at is null`,
  );
  if (row!.count >= MAX_UNUSED) throw new AppError('rate_limited');
  const picture = await receiveForm(body, contentType, (file) => prepare(ctx, file));
  const uploadId = ctx.makeId();
  const name = privateName(picture.type);
  // the row first: a file without one would stay for ever
  await ctx.db.tx(async (tx) => {
    await tx.query(
      sql`insert into uploads (user_id, upload_id, name, width, height, bytes, created_at)
        values (${userId}, ${uploadId}, ${name}, ${picture.width}, ${picture.height}, ${picture.bytes.length}, ${ctx.now()})`,
    );
    const runAt = new Date(ctx.now().getTime() + EXPIRE_MS);
    await enqueue(ctx, tx, { topic: EXPIRE_UPLOAD, payload: { userId, uploadId }, runAt });
  });
  await ctx.assets.putNamed(name, picture.bytes);
  return { id: uploadId, url: linkToUpload(ctx, name), width: picture.width, height: picture.height };
}

async function prepare(ctx: Context, file: string): Promise<Prepared> {
  const picture = await ctx.workshop.prepare(file);
  if (picture.width <= MAX_WIDTH) return picture;
  const height = Math.max(1, Math.round((picture.height * MAX_WIDTH) / picture.width));
  return {
    ...picture,
    bytes: await ctx.workshop.shrink(picture.bytes, MAX_WIDTH, picture.type),
    width: MAX_WIDTH,
    height,
  };
}

/** A path that opens the picture for ten minutes, for whoever may see it. */
export function linkToUpload({ assets }: Pick<Context, 'assets'>, name: string): string {
  return assets.linkTo(name, LINK_SECONDS);
}

/**
 * Takes a person's uploads for one use. Throws `not_found` (details: `pictureIds`) for another's, for what is gone, and
 * for what is in use already.
 */
export async function useUploads(ctx: Context, tx: Tx, userId: string, uploadIds: readonly string[]): Promise<void> {
  if (uploadIds.length === 0) return;
  const used = await tx.query<{ id: string }>(
    sql`update uploads set used_at = ${ctx.now()}
      where user_id = ${userId} and upload_id = any(${[...uploadIds]}::bigint[]) and used_at is null
      returning upload_id as id`,
  );
  const missing = uploadIds.filter((id) => !used.some((row) => row.id === id));
  if (missing.length > 0) throw new AppError('not_found', { pictureIds: missing });
}

export const uploadJobs: JobHandlers = {
  [EXPIRE_UPLOAD]: (ctx, { userId, uploadId }) =>
    ctx.db.tx(async (tx) => {
      const [gone] = await tx.query<{ name: string }>(
        sql`delete from uploads where user_id = ${userId} and upload_id = ${uploadId} and used_at is null returning name`,
      );
      if (gone) await enqueue(ctx, tx, { topic: REMOVE_UPLOAD, payload: { name: gone.name } });
    }),

  [REMOVE_UPLOAD]: (ctx, { name }) => ctx.assets.remove(name!),
};
