import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { request as httpRequest } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { MAX_UPLOAD_BYTES, PICTURE_WIDTHS, sizedUrl } from '@jishi/contract/plain/pictures';
import { filesOf } from '../src/assets/makeSizes';
import { PICTURE_COLUMNS } from '../src/assets/usage';
import { sql } from '../src/db/db';
import { employee, type EmployeeClient } from './support/employees';
import { product, sku, stockShelf } from './support/fixtures';
import { gradient, uploader } from './support/pictures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let operator: EmployeeClient;
let upload: ReturnType<typeof uploader>;
let temporary: string;
const before = process.env.TMPDIR;

beforeAll(async () => {
  shop = await testApp();
  operator = await employee(shop, 'operator');
  upload = uploader(shop, operator.token);
  temporary = await mkdtemp(path.join(os.tmpdir(), 'jishi-assets-'));
  process.env.TMPDIR = temporary;
});
afterAll(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(temporary, { recursive: true, force: true });
  await shop.close();
});

const get = (url: string, headers: Record<string, string> = {}) => shop.app.inject({ url, headers });
const about = async (url: string) => sharp((await get(url)).rawPayload).metadata();
/** Every file of the store, hashed names without their folder. */
const stored = async () =>
  (await readdir(path.join(shop.ctx.env.dataDir, 'assets'), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('an uploaded picture comes out upright and without metadata, whatever it was called', async () => {
  const source = await sharp(await gradient(900, 600, 1))
    .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '30/1 16/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { status, body } = await upload(source, 'text/html');
  expect(status).toBe(201);
  expect(body).toMatchObject({ width: 600, height: 900, state: 'waiting' });
  const answer = await get(body.originalUrl);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(answer.rawPayload.length),
  });
  const { exif, orientation, width } = await sharp(answer.rawPayload).metadata();
  expect([exif, orientation, width]).toEqual([undefined, undefined, 600]);
  expect(answer.rawPayload.toString('latin1')).not.toContain('somebody');
});

test('what shows through stays PNG, what does not becomes JPEG', async () => {
  const clear = await sharp({ create: { width: 300, height: 300, channels: 4, background: '#ff000080' } })
    .png()
    .toBuffer();
  const full = await sharp({ create: { width: 300, height: 300, channels: 4, background: '#ff0000ff' } })
    .png()
    .toBuffer();
  expect((await upload(clear)).body.originalUrl).toMatch(/\.png$/);
  expect((await upload(full)).body.originalUrl).toMatch(/\.jpg$/);
});

test('of an animation the first frame is kept', async () => {
  const frames = await Promise.all([1, 2, 3].map((hue) => gradient(60, 60, hue)));
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(gif).metadata()).pages).toBe(3);
  expect((await upload(gif)).body).toMatchObject({ width: 60, height: 60 });
});

test('until its sizes are made a larger picture stands in for them, for a minute; afterwards they are for ever', async () => {
  const { body } = await upload(await gradient(1500, 1000, 7));
  expect(body.url).toBe(sizedUrl(body.originalUrl, 1200));
  const early = await get(sizedUrl(body.originalUrl, 400));
  expect([early.statusCode, early.headers['cache-control']]).toEqual([200, 'public, max-age=60']);
  expect((await sharp(early.rawPayload).metadata()).width).toBe(1500);

  await shop.runJobs();
  for (const width of PICTURE_WIDTHS) {
    const answer = await get(sizedUrl(body.originalUrl, width));
    expect(answer.headers['cache-control']).toContain('immutable');
    expect((await sharp(answer.rawPayload).metadata()).width).toBe(width);
  }
  expect((await operator.send('GET', '/admin/assets?limit=1')).body.items[0]).toMatchObject({
    id: body.id,
    state: 'ready',
  });
});

test('a picture is never made larger', async () => {
  const { body } = await upload(await gradient(500, 500, 8));
  await shop.runJobs();
  expect(body.url).toBe(body.originalUrl);
  expect((await about(sizedUrl(body.originalUrl, 800))).width).toBe(500);
  expect((await about(body.thumbnailUrl)).width).toBe(200);
});

test('a size that is not in the list is refused', async () => {
  const { body } = await upload(await gradient(1300, 900, 9));
  await shop.runJobs();
  for (const size of ['0', '1', '399', '5000', '999999']) {
    const answer = await get(body.originalUrl.replace('.jpg', `-${size}.jpg`));
    expect([size, answer.statusCode, answer.json().error.code]).toEqual([size, 404, 'not_found']);
  }
});

test('who has a stored picture already is told so without it', async () => {
  const { body } = await upload(await gradient(320, 200, 10));
  const { etag } = (await get(body.originalUrl)).headers;
  const again = await get(body.originalUrl, { 'if-none-match': String(etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await shop.app.inject({ method: 'HEAD', url: body.originalUrl })).statusCode).toBe(200);
});

test('the same picture twice is one', async () => {
  const bytes = await gradient(220, 220, 11);
  const [first, second] = await Promise.all([upload(bytes), upload(bytes)]);
  expect(second.body.id).toBe(first.body.id);
});

test('no name leads out of the store', async () => {
  await writeFile(path.join(shop.ctx.env.dataDir, 'secret.jpg'), 'secret');
  for (const url of [
    '/assets/..%2fsecret.jpg',
    '/assets/%2e%2e%2fsecret.jpg',
    '/assets/demo%2f..%2f..%2fsecret.jpg',
    '/assets/..%5csecret.jpg',
    '/assets/%2fetc%2fpasswd',
    '/assets/a%00.jpg',
    '/assets/',
  ]) {
    const answer = await get(url);
    expect([url, answer.statusCode, answer.body.includes('secret')]).toEqual([url, 404, false]);
  }
});

test('a private file opens only through its link, unchanged, and only for a while', async () => {
  const name = await shop.ctx.assets.putPrivate(await gradient(50, 50, 12), 'jpg');
  const link = shop.ctx.assets.linkTo(name, 300);
  const answer = await get(link);
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'private, no-store']);
  const other = shop.ctx.assets.linkTo(await shop.ctx.assets.putPrivate(Buffer.from('other'), 'jpg'), 300);
  const query = (url: string) => url.slice(url.indexOf('?'));
  for (const url of [
    `/assets/${name}`,
    `/assets/${name}${query(other)}`,
    link.replace(/expires=\d+/, 'expires=99999999999'),
    `${link}x`,
    `/assets/${name.replace('private', 'PRIVATE')}`,
    `/assets/x%2f..%2f${name}`,
  ]) {
    expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
  }
  shop.advance(301_000);
  expect((await get(link)).statusCode).toBe(404);
});

test('too many bytes are refused, with or without saying how many', async () => {
  const files = await stored();
  const answer = await upload(Buffer.alloc(MAX_UPLOAD_BYTES + 1, 0xff));
  expect([answer.status, answer.body.error.code]).toEqual([413, 'picture_too_large']);
  expect(await stored()).toEqual(files);
  expect(await readdir(temporary)).toEqual([]);
});

test('a sender who goes away leaves nothing behind', async () => {
  await shop.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = shop.app.server.address() as AddressInfo;
  const files = await stored();
  const bytes = await gradient(800, 800, 13);
  await new Promise<void>((resolve) => {
    const sent = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/admin/assets',
      headers: { authorization: `Bearer ${operator.token}` },
    });
    sent.on('error', () => undefined).on('close', resolve);
    sent.write(bytes.subarray(0, bytes.length / 2), () => sent.destroy());
  });
  // the next answer comes after the server has seen the end of the one before
  await upload(await gradient(30, 30, 14));
  while ((await readdir(temporary)).length > 0) await new Promise((resolve) => setImmediate(resolve));
  expect((await stored()).length).toBe(files.length + 1);
});

test('a product shows an uploaded picture; while it does the picture cannot be deleted', async () => {
  const { body: asset } = await upload(await gradient(1300, 1300, 15));
  await shop.runJobs();
  const remove = () => operator.send('DELETE', `/admin/assets/${asset.id}`);
  const { productId } = await stockShelf(shop.ctx, product({ handle: 'cup', skus: [sku({ imageUrl: asset.url })] }));
  expect((await remove()).body.error).toMatchObject({ code: 'conflict', details: { reason: 'in_use' } });
  await stockShelf(shop.ctx, product({ handle: 'cup', images: [{ url: asset.originalUrl, alt: '' }] }));
  expect((await remove()).status).toBe(409);
  const shopper = await shop.shopper();
  expect((await shopper.get(`/api/products/${productId}`)).body.images[0].url).toBe(asset.originalUrl);

  const video = { url: '/assets/cup.mp4', posterUrl: asset.originalUrl };
  await stockShelf(shop.ctx, product({ handle: 'cup', video }));
  expect((await remove()).status).toBe(409);

  await stockShelf(shop.ctx, product({ handle: 'cup', video: null }));
  expect((await remove()).status).toBe(200);
  expect((await get(asset.url)).statusCode).toBe(404);
  const names = filesOf(asset.originalUrl.split('/').pop());
  expect((await stored()).filter((name) => names.includes(name))).toEqual([]);
  expect((await remove()).status).toBe(404);
});

test('every column that may hold a picture is looked at before one is deleted', async () => {
  const rows = await shop.ctx.db.query<{ name: string }>(
    sql`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name ~ '(image|picture|avatar|asset_url|photo|video|document)' order by name`,
  );
  const known: string[] = [...PICTURE_COLUMNS.text, ...PICTURE_COLUMNS.json, ...PICTURE_COLUMNS.forgotten];
  expect(rows.map((row) => row.name)).toEqual(known.sort());
});

test('an upload is noted in the audit log', async () => {
  const owner = await employee(shop, 'owner');
  const { body } = await upload(await gradient(90, 90, 16));
  const [entry] = (await owner.send('GET', '/admin/audit?limit=1')).body.items;
  expect(entry).toMatchObject({
    action: 'POST /admin/assets',
    employeeId: operator.employeeId,
    target: `asset ${body.id}`,
  });
});
