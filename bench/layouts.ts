import { gzipSync } from 'node:zlib';
import { LAYOUT_CONTRACT } from '@jishi/contract/plain/layouts';
import type { Context } from '../server/src/context';
import { sql } from '../server/src/db/db';
import { saveDraft } from '../server/src/layouts/drafts';
import { publishLayout } from '../server/src/layouts/publish';
import { marketHome } from '../test/support/marketHome';
import { load, type LoadRequest, type Rate } from './load';

const HOME = '1';
const NOBODY = '0';
const DEVICES = 5000;

export interface LayoutRates {
  /** The whole page, to clients that have nothing. */
  page: Rate;
  /** 304, to those that have it. */
  unchanged: Rate;
  gzipBytes: number;
}

/** Releases a home page of 40 blocks, and another version of it to half of the devices. */
export async function releaseLayouts(ctx: Context): Promise<void> {
  const wish = { revision: null, from: null, until: null, audience: {}, rollout: 100, priority: 0, note: '' };
  const arms = [{ versionId: null, weight: 100 }];
  const goods = await ctx.db.query<{ id: string }>(sql`select product_id as id from products order by product_id`);
  // from elsewhere, so that no files are needed; under names as long as those of the library
  const pictureUrls = goods.map(({ id }) => `https://pictures.example.com/${id.padStart(32, '0')}.jpg`);
  const home = marketHome({ productIds: goods.map(({ id }) => id), pictureUrls });
  for (const [revision, rollout] of [100, 50].entries()) {
    const document = { ...home, title: `第 ${revision + 1} 版` };
    await saveDraft(ctx, NOBODY, { pageId: HOME, document, revision });
    await publishLayout(ctx, NOBODY, HOME, { ...wish, arms, rollout });
  }
}

/** Rates of the home page as many different devices ask for it. */
export async function layoutRates(url: string, seconds: number): Promise<LayoutRates> {
  const pathOf = (device: number) =>
    `/api/layouts/home?platform=h5&contract=${LAYOUT_CONTRACT}&deviceId=bench-device-${device}`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, device) =>
      fetch(url + pathOf(device)).then(async (answer) => ({
        etag: answer.headers.get('etag')!,
        body: await answer.text(),
      })),
    ),
  );
  let turn = 0;
  const ask = (): LoadRequest => ({ method: 'GET', path: pathOf(++turn % DEVICES) });
  const askAgain = (): LoadRequest => {
    const device = ++turn % answers.length;
    return { method: 'GET', path: pathOf(device), headers: { 'if-none-match': answers[device]!.etag } };
  };
  return {
    page: await load(url, seconds, ask),
    unchanged: await load(url, seconds, askAgain),
    gzipBytes: gzipSync(answers[0]!.body).length,
  };
}
