import { request as send, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hasCurrent } from '../src/hasCurrent';
import { employee } from './support/employees';
import { product, stockShelf } from './support/fixtures';
import { heading, HOME, layout, publish } from './support/layouts';
import { gradient, uploader } from './support/pictures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let asset: string;
beforeAll(async () => {
  shop = await testApp();
  await publish(await employee(shop, 'marketer'), HOME, layout([heading('一')]));
  await stockShelf(shop.ctx, product({ handle: 'here' }));
  const upload = uploader(shop, (await employee(shop, 'operator')).token);
  asset = (await upload(await gradient(90, 40, 16))).body.url;
  await shop.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => shop.close());

/** Over a real socket: nothing between us and what is sent. */
function get(path: string, headers: Record<string, string> = {}) {
  const { port } = shop.app.server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: number }>((resolve, reject) => {
    const asked = send({ port, path, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, bytes }));
    });
    asked.on('error', reject).end();
  });
}

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['"b",W/"a" , "c"', true],
  ['*', true],
  [' * ', true],
  ['"A"', false],
  ['a', false],
  ['"b"', false],
  ['"a', false],
  ['"x,"', false],
  ['"b", *', false],
  ['w/"a', false],
  ['', false],
  [undefined, false],
])('If-None-Match: %s means the tag "a": %s', (header, means) => {
  expect(hasCurrent(header, '"a"')).toBe(means);
  expect(hasCurrent(header, 'W/"a"')).toBe(means);
});

test('a comma within a tag parts nothing', () => {
  expect(hasCurrent('"a,b"', '"a,b"')).toBe(true);
  expect(hasCurrent('"x", "a,b"', '"a,b"')).toBe(true);
  expect(hasCurrent('"x,"a""', '"a"')).toBe(false);
});

const ADDRESSES = {
  'a layout': '/api/layouts/home?platform=h5&contract=3&deviceId=device-conditional',
  'a list of products': '/api/products',
  regions: '/api/regions',
  'a picture': 'the uploaded one',
};

test.each(Object.entries(ADDRESSES))(
  '%s that the caller has is answered by a tag alone: no body, and no word about one',
  async (_, address) => {
    const path = address.startsWith('/') ? address : asset;
    const whole = await get(path);
    const { etag } = whole.headers;
    expect([whole.status, typeof etag]).toEqual([200, 'string']);
    expect(Number(whole.headers['content-length'])).toBe(whole.bytes);
    for (const known of [etag!, `W/${etag!}`, `"other", W/${etag!}`, '*']) {
      const again = await get(path, { 'if-none-match': known });
      expect([known, again.status, again.bytes, again.headers.etag]).toEqual([known, 304, 0, etag]);
      expect(again.headers['cache-control']).toBe(whole.headers['cache-control']);
      for (const name of ['content-type', 'content-length', 'content-encoding', 'transfer-encoding'])
        expect(again.headers).not.toHaveProperty(name);
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  },
);
