import type { z } from 'zod';
import type { staffRoutes } from '@jishi/contract/staff';
import type { CodeBody } from '../codes/editCodes';
import type { Context } from '../context';
import { sql } from '../db/db';
import { posterKey } from '../posters/posterKey';
import type { PosterInput } from '../posters/types';
import { goodsOf, printedCode, readAsset, readShopTheme } from './codeGoods';
import type { Guide } from './guideOf';
import { ownCode } from './guideCodes';

type Wish = z.output<(typeof staffRoutes)['POST /api/staff/codes/:token/posters']['body']>;

/**
 * The poster of a guide's code; drawn once for all that is on it, kept since. Throws `not_found`, `unsupported` and
 * `platform_unavailable` as the code's picture does, `busy` while too many others wait.
 */
export async function drawPoster(ctx: Context, guide: Guide, token: string, wish: Wish): Promise<{ url: string }> {
  const code = await ownCode(ctx, guide, token);
  const input = await inputOf(ctx, guide, code, wish);
  const key = posterKey(input);
  const [kept] = await ctx.db.query<{ url: string }>(
    sql`select asset_url as url from posters where poster_key = ${key}`,
  );
  if (kept) return kept;
  const url = await ctx.assets.put(await ctx.posters.draw(input), 'jpg');
  await ctx.db.query(
    sql`insert into posters (poster_key, asset_url, created_at) values (${key}, ${url}, ${ctx.now()})
      on conflict do nothing`,
  );
  return { url };
}

async function inputOf(ctx: Context, guide: Guide, code: CodeBody, wish: Wish): Promise<PosterInput> {
  const { platform, template, picture } = wish;
  const [printed, theme, { pictureUrl, ...goods }] = await Promise.all([
    printedCode(ctx, code.token, platform),
    readShopTheme(ctx),
    goodsOf(ctx, code, picture),
  ]);
  const store = guide.stores.find(({ id }) => id === code.storeId);
  return {
    ...goods,
    pictureBytes: pictureUrl === null ? null : await readAsset(ctx, pictureUrl),
    template,
    theme,
    shopName: ctx.env.SHOP_NAME,
    storeName: store?.name ?? null,
    staffName: guide.name,
    code: printed,
  };
}
