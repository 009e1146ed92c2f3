import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { collectPictures } from '../src/imports/collectPictures';
import type { DownloadOptions } from '../src/imports/download';
import { importCatalogue } from '../src/imports/importCatalogue';
import { toJpeg } from '../src/imports/picture';
import { csvFolder, csvText, plainRow, SHOPIFY_HEADER } from './support/csv';
import { loopbackIsPublic, pictureHost, type PictureHost } from './support/pictureHost';
import { testApp, type TestApp } from './support/testApp';

let host: PictureHost;
let jpeg: Buffer;

beforeAll(async () => {
  host = await pictureHost();
  jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7fb2a5' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => host.close());
beforeEach(() => {
  host.hits.length = 0;
  host.answer = (_request, response) => response.end(jpeg);
});

describe('the bytes of a picture', () => {
  it('come out upright, at most 1,200 px, on white and without metadata', async () => {
    const source = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#c05a4a' } })
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const metadata = await sharp((await toJpeg(source)).bytes).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 600, height: 1200 });
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);

    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    expect(
      (
        await sharp((await toJpeg(clear)).bytes)
          .raw()
          .toBuffer()
      )[0],
    ).toBe(255);
  });

  it('are refused when they are no picture, half a picture, a program, or too many pixels', async () => {
    const noise = await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
      .jpeg()
      .toBuffer();
    const bomb = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    for (const bytes of [
      Buffer.from('<html>404</html>'),
      Buffer.alloc(0),
      noise.subarray(0, 9000),
      bomb,
      Buffer.from(svg),
    ]) {
      await expect(toJpeg(bytes)).rejects.toThrow('不是能用的图片，或尺寸太大');
    }
  });
});

describe('the pictures of a file', () => {
  let test: TestApp;
  const texts: string[] = [];
  beforeAll(async () => {
    test = await testApp({ observer: { before: (text) => texts.push(text) } });
  });
  afterAll(() => test.close());

  const collect = (paths: string[], options: DownloadOptions = loopbackIsPublic) =>
    collectPictures(test.ctx, new Set(paths.map(host.at)), { ...options, isFetching: true });

  it('are fetched once each, at most four at a time, and not again by the next import', async () => {
    let open = 0;
    let most = 0;
    host.answer = (_request, response) => {
      most = Math.max(most, ++open);
      setImmediate(() => {
        open -= 1;
        response.end(jpeg);
      });
    };
    const paths = Array.from({ length: 12 }, (_, index) => `/once-${index}.jpg`);
    const first = await collect(paths);
    expect(first).toMatchObject({ fetched: 12, known: 0, missing: [] });
    expect([...host.hits].sort()).toEqual([...paths].sort());
    expect(most).toBeLessThanOrEqual(4);

    const second = await collect(paths);
    expect(second).toMatchObject({ fetched: 0, known: 12, missing: [] });
    expect(host.hits).toHaveLength(12);
    expect(second.addressOf(host.at('/once-3.jpg'))).toBe(first.addressOf(host.at('/once-3.jpg')));
  });

  it('that cannot be had are listed with the reason, replaced by the placeholder, and tried again next time', async () => {
    host.answer = (request, response) =>
      request.url === '/gone.jpg' ? response.writeHead(404).end() : response.end(jpeg);
    const result = await collect(['/there.jpg', '/gone.jpg']);
    expect(result.missing).toEqual([{ url: host.at('/gone.jpg'), reason: '服务器答复 404' }]);
    expect(result.addressOf(host.at('/gone.jpg'))).toBe('/assets/placeholder.jpg');
    expect(await sharp((await test.app.inject('/assets/placeholder.jpg')).rawPayload).metadata()).toMatchObject({
      format: 'jpeg',
      width: 800,
    });
    host.answer = (_request, response) => response.end(jpeg);
    expect(await collect(['/there.jpg', '/gone.jpg'])).toMatchObject({ fetched: 1, known: 1, missing: [] });
  });

  it('of a host that cannot be found are not tried one by one', async () => {
    const resolve = jest.fn(() => Promise.reject(new Error('ENOTFOUND')));
    const paths = Array.from({ length: 40 }, (_, index) => `/lost-${index}.jpg`);
    const { missing } = await collect(paths, { ...loopbackIsPublic, resolve });
    expect(missing).toHaveLength(40);
    expect(resolve.mock.calls.length).toBeLessThanOrEqual(4);
  });

  it('are fetched before the transaction begins, and shown by the product afterwards', async () => {
    const files = await csvFolder();
    const duringFetch: boolean[] = [];
    host.answer = (_request, response) => {
      duringFetch.push(texts.includes('BEGIN'));
      response.end(jpeg);
    };
    texts.length = 0;
    const row = plainRow('pictured', {
      'Image Src': host.at('/p.jpg'),
      'Image Alt Text': '正面',
      'Variant Image': host.at('/v.jpg'),
    });
    const file = await files.write(csvText(SHOPIFY_HEADER, [row]));
    await importCatalogue(test.ctx, file, { download: loopbackIsPublic });
    await files.remove();

    expect(duringFetch).toEqual([false, false]);
    expect(texts).toContain('COMMIT');
    const list = (await (await test.shopper()).get('/api/products')).body;
    const product = (await (await test.shopper()).get(`/api/products/${list.items[0].id}`)).body;
    expect(product.images).toEqual([{ url: expect.stringMatching(/^\/assets\/..\/[0-9a-f]{32}\.jpg$/), alt: '正面' }]);
    expect((await test.app.inject(product.skus[0].imageUrl)).headers['content-type']).toBe('image/jpeg');
  });
});
