import { buffer } from 'node:stream/consumers';
import type { Platform } from '@jishi/contract/plain/platforms';
import { codePicture } from '../codes/codePicture';
import type { CodeBody } from '../codes/editCodes';
import type { Context } from '../context';
import { sql } from '../db/db';
import type { PosterCode, PosterTheme } from '../posters/types';
import { getProduct } from '../products/getProduct';

/** Pictures of the shop's own are at most so large; anything longer is no picture of ours. */
const MAX_PICTURE_BYTES = 20 * 1024 * 1024;

/** What a code stands for, as it is said on paper. `picture`: which of a product's. */
export async function goodsOf(ctx: Context, { target }: CodeBody, picture: number) {
  const none = { priceFen: null, wasFen: null, pictureUrl: null };
  if (target.kind === 'category') {
    const [row] = await ctx.db.query<{ name: string }>(sql`select name from categories where slug = ${target.id}`);
    return { ...none, title: row?.name ?? ctx.env.SHOP_NAME };
  }
  if (target.kind === 'page') {
    const [row] = await ctx.db.query<{ title: string }>(sql`select title from layout_pages where slug = ${target.id}`);
    return { ...none, title: row?.title ?? ctx.env.SHOP_NAME };
  }
  if (target.kind !== 'product') return { ...none, title: ctx.env.SHOP_NAME };
  const { title, priceFen, compareAtFen, images } = await getProduct(ctx.db, target.id);
  return { title, priceFen, wasFen: compareAtFen, pictureUrl: (images[picture] ?? images[0])?.url ?? null };
}

/** The code's picture of a super-app. Throws as `codePicture` does. */
export async function printedCode(ctx: Context, token: string, platform: Platform): Promise<PosterCode> {
  const { url } = await codePicture(ctx, token, platform);
  const bytes = await readAsset(ctx, url);
  if (!bytes) throw new Error(`the picture of code ${token} is lost`);
  return { kind: platform, bytes };
}

/** A file of the shop's own; what lies elsewhere is not fetched. */
export async function readAsset(ctx: Context, url: string): Promise<Buffer | null> {
  const name = /^\/assets\/([^?#]+)$/.exec(url)?.[1];
  const blob = name === undefined ? null : await ctx.assets.read(name);
  if (!blob) return null;
  if (blob.size > MAX_PICTURE_BYTES) {
    blob.stream.destroy();
    return null;
  }
  return buffer(blob.stream);
}

/** The colours of the home page that everybody gets now. */
export async function readShopTheme(ctx: Context): Promise<PosterTheme> {
  const [row] = await ctx.db.query<{ theme: PosterTheme | null }>(
    sql`select v.document -> 'theme' as theme
      from layout_releases r join layout_pages p on p.page_id = r.page_id and p.page = 'home'
        join layout_versions v on v.version_id = (r.arms -> 0 ->> 'versionId')::bigint
      where r.withdrawn_at is null and r.starts_at <= ${ctx.now()} and (r.ends_at is null or r.ends_at > ${ctx.now()})
        and r.rollout >= 100 and r.audience = '{}'::jsonb
      order by r.priority desc, r.starts_at desc, r.release_id desc limit 1`,
  );
  return { ...row?.theme, name: row?.theme?.name ?? 'persimmon' };
}
