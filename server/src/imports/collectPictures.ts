import { keepAsset } from '../assets/keepAsset';
import type { Context } from '../context';
import { sql } from '../db/db';
import { download, type DownloadOptions } from './download';
import { placeholder, toJpeg } from './picture';
import { PictureUnavailable, STRIKES_OUT } from './publicAddress';

export interface CollectedPictures {
  /** The shop's address of a picture of the file; the placeholder's for one that could not be had. */
  addressOf(url: string): string;
  fetched: number;
  /** Had from an earlier import. */
  known: number;
  /** Not asked for, because nothing is fetched. */
  skipped: number;
  missing: { url: string; reason: string }[];
}

export interface CollectOptions extends DownloadOptions {
  /** False: nothing is fetched, only what earlier imports fetched is used. */
  isFetching: boolean;
  onProgress?(done: number, total: number): void;
}

const AT_ONCE = 4;
/** Rows remembered in one statement. */
const BATCH = 500;

/** Fetches and stores the pictures of a file, each URL once, before anything is written to the catalogue. */
export async function collectPictures(
  ctx: Pick<Context, 'db' | 'assets' | 'now' | 'makeId'>,
  urls: ReadonlySet<string>,
  options: CollectOptions,
): Promise<CollectedPictures> {
  const { db, assets, now } = ctx;
  const addresses = new Map<string, string>();
  const all = [...urls];
  for (let start = 0; start < all.length; start += BATCH) {
    const rows = await db.query<{ url: string; asset_url: string }>(
      sql`select url, asset_url from picture_sources where url = any(${all.slice(start, start + BATCH)}::text[])`,
    );
    for (const row of rows) addresses.set(row.url, row.asset_url);
  }
  const known = addresses.size;
  const unknown = all.filter((url) => !addresses.has(url));
  const waiting = options.isFetching ? [...unknown] : [];
  const missing: CollectedPictures['missing'] = [];
  const strikes = new Map<string, number>();
  let done = 0;

  const fetchOne = async (url: string) => {
    const host = URL.canParse(url) ? new URL(url).host : url;
    if ((strikes.get(host) ?? 0) >= STRIKES_OUT) throw new PictureUnavailable('所在网站连不上，没有再试');
    try {
      const { url: assetUrl } = await keepAsset(ctx, db, await toJpeg(await download(url, options)));
      // remembered at once, so that an import that is stopped need not begin anew
      await db.query(
        sql`insert into picture_sources (url, asset_url, fetched_at) values (${url}, ${assetUrl}, ${now()})
          on conflict (url) do update set asset_url = excluded.asset_url, fetched_at = excluded.fetched_at`,
      );
      addresses.set(url, assetUrl);
      strikes.delete(host);
    } catch (error) {
      if (error instanceof PictureUnavailable) strikes.set(host, (strikes.get(host) ?? 0) + error.strikes);
      throw error;
    }
  };
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      try {
        await fetchOne(url);
      } catch (error) {
        if (!(error instanceof PictureUnavailable)) throw error;
        missing.push({ url, reason: error.message });
      }
      options.onProgress?.(++done, unknown.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  const standIn = unknown.length > 0 ? await assets.putNamed('placeholder.jpg', await placeholder()) : '';
  return {
    addressOf: (url) => addresses.get(url) ?? standIn,
    fetched: addresses.size - known,
    known,
    skipped: options.isFetching ? 0 : unknown.length,
    missing,
  };
}
