import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { marketHome } from '../../test/support/marketHome';
import { sql } from '../src/db/db';
import { employee } from './support/employees';
import { product, stockShelf } from './support/fixtures';
import { ask, HOME, publish } from './support/layouts';
import { testApp, type TestApp } from './support/testApp';

const LIMIT = 10 * 1024;

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

test('a home page of 40 blocks of many kinds is at most 10 KB on its way, compressed as lightly as a proxy does', async () => {
  const productIds: string[] = [];
  for (let nth = 0; nth < 30; nth++)
    productIds.push((await stockShelf(shop.ctx, product({ handle: `good-${nth}` }))).productId);
  const names = Array.from({ length: 40 }, (_, nth) => createHash('sha256').update(`${nth}`).digest('hex'));
  const pictureUrls = names.map((name) => `/assets/${name.slice(0, 2)}/${name.slice(0, 32)}.jpg`);
  for (const url of pictureUrls)
    await shop.ctx.db.query(
      sql`insert into assets (asset_id, name, width, height, bytes, state, created_at)
        values (${shop.ctx.makeId()}, ${url.slice('/assets/'.length)}, 750, 750, 90000, 'ready', ${shop.ctx.now()})`,
    );
  const home = marketHome({ productIds, pictureUrls });
  expect(new Set(home.blocks.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(13);
  await publish(await employee(shop, 'marketer'), HOME, home);
  const { body, text } = await ask(shop);
  expect(body.document.blocks).toHaveLength(40);
  const bytes = gzipSync(text, { level: 1 }).length;
  process.stderr.write(`a home page of 40 blocks: ${Buffer.byteLength(text)} bytes, ${bytes} as gzip\n`);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
});
