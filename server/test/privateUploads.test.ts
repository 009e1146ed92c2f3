import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { MAX_UNUSED } from '../src/assets/uploads';
import { sql } from '../src/db/db';
import { ask, buy, rest, sendForm, uploadAs } from './support/aftersale';
import { product, sku, stockShelf } from './support/fixtures';
import { gradient } from './support/pictures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const HOUR_MS = 3_600_000;

let shop: TestApp;
let shopper: Shopper;
beforeAll(async () => {
  shop = await testApp();
});
beforeEach(async () => {
  shopper = await shop.shopper();
});
afterAll(() => shop.close());

const upload = (bytes: Buffer, who = shopper) => uploadAs(shop, who.token, bytes);
const open = (url: string) => shop.app.inject({ url });
const files = async () =>
  (await readdir(path.join(shop.ctx.env.dataDir, 'assets'), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

/** A paid order of ten units. */
async function order() {
  const handle = `shown-${shopper.userId}`;
  const { skuIds } = await stockShelf(shop.ctx, product({ handle, skus: [sku({ stock: 10 })] }));
  const lines = [{ skuId: skuIds[0]!, quantity: 1 }];
  const bought = await buy(shop, shopper, [{ skuId: skuIds[0]!, quantity: 10 }]);
  return { orderId: bought.order.id as string, lines };
}

test('a picture comes out upright, small and without metadata, through its link alone and not for long', async () => {
  const source = await sharp(await gradient(1800, 900, 1))
    .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '30/1 16/1 0/1' } })
    .jpeg()
    .toBuffer();
  const { status, body } = await uploadAs(shop, shopper.token, source, { name: 'x', more: 'y' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ width: 1200, height: 600 });
  const answer = await open(body.url);
  expect(answer.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' });
  const { exif, width, height } = await sharp(answer.rawPayload).metadata();
  expect([exif, width, height]).toEqual([undefined, 1200, 600]);
  expect((await open(body.url.split('?')[0])).statusCode).toBe(404);
  expect((await open(body.url.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A')))).statusCode).toBe(404);
  shop.advance(601_000);
  expect((await open(body.url)).statusCode).toBe(404);
});

test('only a signed-in shopper sends pictures, and only pictures, in a form', async () => {
  const bytes = await gradient(60, 60, 2);
  expect((await uploadAs(shop, undefined, bytes)).status).toBe(401);
  const before = await files();
  for (const [sent, code] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'picture_invalid'],
    [Buffer.from('%PDF-1.7 hello, I am a document'), 'picture_invalid'],
    [Buffer.alloc(0), 'picture_invalid'],
    [bytes.subarray(0, bytes.length / 2), 'picture_invalid'],
    [Buffer.alloc(10 * 1024 * 1024 + 1), 'picture_too_large'],
  ] as const) {
    expect((await upload(sent)).body.error.code).toBe(code);
  }
  const none = Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n');
  const cut = Buffer.from('--x\r\ncontent-disposition: form-data; name="f"; filename="a.jpg"\r\n\r\nhalf a pic');
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', none],
    ['multipart/form-data; boundary=x', cut],
    ['multipart/form-data; boundary=x', Buffer.alloc(0)],
    ['multipart/form-data', bytes],
    ['image/jpeg', bytes],
    ['application/json', Buffer.from('{}')],
  ] as const) {
    const answer = await sendForm(shop, shopper.token, type, body);
    expect([type, answer.body.error.code]).toEqual([type, 'invalid_request']);
  }
  expect(await files()).toEqual(before);
});

test('what is shown nowhere after a day is gone, row and file; what is shown stays', async () => {
  const { orderId, lines } = await order();
  const [used, unused] = [await upload(await gradient(80, 60, 3)), await upload(await gradient(80, 60, 4))];
  const { body } = await ask(shopper, orderId, { lines, pictureIds: [used.body.id] });
  const isKept = async (url: string) => (await files()).some((name) => url.includes(name));
  expect(await isKept(unused.body.url)).toBe(true);
  shop.advance(25 * HOUR_MS);
  await rest(shop);
  expect(await shop.ctx.db.query(sql`select 1 from uploads where upload_id = ${unused.body.id}`)).toEqual([]);
  expect([await isKept(unused.body.url), await isKept(used.body.url)]).toEqual([false, true]);
  const [picture] = (await shopper.get(`/api/aftersales/${body.id}`)).body.pictures;
  expect((await open(picture.url)).statusCode).toBe(200);
});

test('a picture is shown once, and by its owner alone', async () => {
  const { orderId, lines } = await order();
  const { id } = (await upload(await gradient(80, 60, 5))).body;
  const stranger = await shop.shopper();
  const theirs = (await upload(await gradient(80, 60, 6), stranger)).body.id;
  const show = async (...pictureIds: string[]) => (await ask(shopper, orderId, { lines, pictureIds })).body;
  expect((await show(theirs)).error).toMatchObject({ code: 'not_found', details: { pictureIds: [theirs] } });
  // nothing of a refused request remains
  expect((await shopper.get('/api/aftersales')).body.items).toEqual([]);
  expect((await show(id)).pictures).toEqual([expect.objectContaining({ id })]);
  expect((await show(id)).error.code).toBe('not_found');
  expect((await show(id, id)).error.code).toBe('invalid_request');
});

test('nobody fills the store: so many pictures that are not used, no more', async () => {
  const bytes = await gradient(40, 40, 7);
  await shop.ctx.db.query(
    sql`insert into uploads (user_id, upload_id, name, width, height, bytes, created_at)
      select ${shopper.userId}::bigint, n, 'private/none.jpg', 1, 1, 1, now() from generate_series(1, ${MAX_UNUSED - 1}::int) n`,
  );
  expect((await upload(bytes)).status).toBe(201);
  expect((await upload(bytes)).body.error.code).toBe('rate_limited');
});

test('a person who leaves takes their pictures along, files too', async () => {
  const { userId } = shopper;
  const url = (await upload(await gradient(80, 60, 8))).body.url as string;
  await shop.ctx.db.query(
    sql`insert into account_deletions (user_id, requested_at, due_at) values (${userId}, ${shop.ctx.now()}, ${shop.ctx.now()})`,
  );
  await shop.ctx.db.query(
    sql`insert into outbox (shard, job_id, topic, payload, run_at)
      values (0, ${shop.ctx.makeId()}, 'account.delete', ${JSON.stringify({ userId })}, ${shop.ctx.now()})`,
  );
  await rest(shop);
  expect(await shop.ctx.db.query(sql`select 1 from uploads where user_id = ${userId}`)).toEqual([]);
  expect((await open(url)).statusCode).toBe(404);
  expect((await files()).filter((name) => url.includes(name))).toEqual([]);
});
