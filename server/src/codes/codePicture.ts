import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Platform } from '@jishi/contract/plain/platforms';
import { keepAsset } from '../assets/keepAsset';
import type { Prepared } from '../assets/preparePicture';
import type { Context } from '../context';
import { sql } from '../db/db';
import { getCode } from './editCodes';

/** The page that a scanned code opens; the app then goes on to what the code stands for. */
const OPENS = 'pages/home/index';

/**
 * The picture of a code in a super-app, or for any camera (h5): made when it is first asked for, and kept. Throws
 * `not_found`, `unsupported` where there are no codes, `platform_unavailable`.
 */
export async function codePicture(ctx: Context, token: string, platform: Platform): Promise<{ url: string }> {
  await getCode(ctx, token);
  const appId = appIdOf(ctx, platform);
  const [kept] = await ctx.db.query<{ url: string }>(
    sql`select asset_url as url from code_pictures where token = ${token} and platform = ${platform} and app_id = ${appId}`,
  );
  if (kept) return kept;
  const made = await ctx.platforms[platform].makeCode({ appId, token, page: OPENS });
  const picture = await toPicture(ctx, made);
  return ctx.db.tx(async (tx) => {
    const { url } = await keepAsset(ctx, tx, picture);
    await tx.query(
      sql`insert into code_pictures (token, platform, app_id, asset_url, created_at)
        values (${token}, ${platform}, ${appId}, ${url}, ${ctx.now()}) on conflict do nothing`,
    );
    return { url };
  });
}

/** A drawing of ours becomes pixels here; bytes from outside are drawn anew in the process for pictures. */
async function toPicture(
  ctx: Context,
  { contentType, bytes }: { contentType: string; bytes: Buffer },
): Promise<Prepared> {
  if (contentType === 'image/svg+xml') {
    const { data, info } = await sharp(bytes, { density: 192 }).png().toBuffer({ resolveWithObject: true });
    return { bytes: data, type: 'png', width: info.width, height: info.height };
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-code-'));
  try {
    const file = path.join(folder, 'code');
    await writeFile(file, bytes);
    return await ctx.workshop.prepare(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function appIdOf({ env }: Context, platform: Platform): string {
  const { weapp, alipay, tt } = env.platforms;
  const ids = { weapp: weapp?.WEAPP_APP_ID, alipay: alipay?.ALIPAY_APP_ID, tt: tt?.TT_APP_ID, h5: 'h5' };
  return ids[platform] ?? platform;
}
