import { buffer } from 'node:stream/consumers';
import { PICTURE_WIDTHS } from '@jishi/contract/plain/pictures';
import type { Context } from '../context';
import { sql } from '../db/db';
import type { JobHandlers } from '../jobs';
import { MAKE_SIZES } from './keepAsset';

const MAX_ATTEMPTS = 5;

export const assetJobs: JobHandlers = {
  /** The sizes that are smaller than the picture; a larger one is the picture itself. Doing it again changes nothing. */
  async [MAKE_SIZES](ctx, payload, attempt) {
    const name = payload.name!;
    const [row] = await ctx.db.query<{ width: number }>(sql`select width from assets where name = ${name}`);
    // deleted meanwhile
    if (!row) return;
    try {
      await makeSizes(ctx, name, row.width);
    } catch (error) {
      if (attempt < MAX_ATTEMPTS) throw error;
      await ctx.db.query(sql`update assets set state = 'failed' where name = ${name}`);
      return;
    }
    const ready = await ctx.db.query(sql`update assets set state = 'ready' where name = ${name} returning name`);
    // deleted while they were made
    if (ready.length === 0) await removeFiles(ctx, name);
  },
};

async function makeSizes(ctx: Context, name: string, width: number): Promise<void> {
  const blob = await ctx.assets.read(name);
  if (!blob) throw new Error(`the file of ${name} is gone`);
  const bytes = await buffer(blob.stream);
  const type = name.endsWith('.png') ? 'png' : 'jpg';
  for (const size of PICTURE_WIDTHS) {
    if (size < width) await ctx.assets.putNamed(sized(name, size), await ctx.workshop.shrink(bytes, size, type));
  }
}

const sized = (name: string, width: number) => name.replace(/\.(\w+)$/, `-${width}.$1`);

/** The picture and all its sizes. */
export const filesOf = (name: string) => [name, ...PICTURE_WIDTHS.map((width) => sized(name, width))];

export async function removeFiles(ctx: Pick<Context, 'assets'>, name: string): Promise<void> {
  for (const file of filesOf(name)) await ctx.assets.remove(file);
}
