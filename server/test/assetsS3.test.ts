import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { s3Blobs } from '../src/assets/s3Blobs';
import { signV4 } from '../src/assets/signV4';
import { readEnv } from '../src/env';
import { bucket, BUCKET_KEYS, type Bucket } from './support/bucket';
import { employee } from './support/employees';
import { gradient, uploader } from './support/pictures';
import { testApp } from './support/testApp';

let store: Bucket;
beforeAll(async () => {
  store = await bucket();
});
afterAll(() => store.close());

const open = (changes: Partial<typeof BUCKET_KEYS> = {}) =>
  s3Blobs({ ...BUCKET_KEYS, ...changes, url: store.url, now: () => new Date() });

test("the signature is that of AWS's own example", () => {
  const keys = {
    keyId: 'AKIAIOSFODNN7EXAMPLE',
    secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    service: 's3',
  };
  const now = new Date('2013-05-24T00:00:00Z');
  const url = new URL('https://examplebucket.s3.amazonaws.com/?lifecycle');
  expect(signV4(keys, { method: 'GET', url, body: Buffer.alloc(0), now }).authorization).toContain(
    'Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  );
  const list = new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J');
  expect(signV4(keys, { method: 'GET', url: list, body: Buffer.alloc(0), now }).authorization).toContain(
    'Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  );
});

test('a file goes into the bucket, comes out the same, and goes away', async () => {
  const blobs = open();
  const bytes = Buffer.from([0, 255, 13, 10, 7]);
  await blobs.write('ab/picture.jpg', bytes);
  expect(store.objects.get('ab/picture.jpg')).toEqual(bytes);
  expect(await blobs.has('ab/picture.jpg')).toBe(true);
  const blob = await blobs.read('ab/picture.jpg');
  expect(blob!.size).toBe(5);
  expect(await buffer(blob!.stream)).toEqual(bytes);
  await blobs.remove('ab/picture.jpg');
  expect([await blobs.has('ab/picture.jpg'), await blobs.read('ab/picture.jpg')]).toEqual([false, null]);
  await blobs.remove('ab/picture.jpg');
  expect(store.refused).toBe(0);
});

test('a wrong secret is refused by the bucket, and is a fault of the platform rather than an absent file', async () => {
  const wrong = open({ secret: 'wrong' });
  await expect(wrong.has('ab/picture.jpg')).rejects.toMatchObject({ code: 'platform_unavailable' });
  await expect(wrong.write('ab/picture.jpg', Buffer.from('x'))).rejects.toMatchObject({ code: 'platform_unavailable' });
  expect(store.refused).toBe(2);
  expect(store.objects.has('ab/picture.jpg')).toBe(false);
});

test('a bucket that stumbles is asked again, three times in all', async () => {
  const blobs = open();
  store.faults = 2;
  await blobs.write('ab/again.jpg', Buffer.from('again'));
  expect(store.objects.has('ab/again.jpg')).toBe(true);
  store.faults = 3;
  await expect(blobs.has('ab/again.jpg')).rejects.toMatchObject({ code: 'platform_unavailable' });
  expect(store.faults).toBe(0);
});

test('a shop with a bucket keeps and serves its pictures there, sizes too, and none in its folder', async () => {
  const shop = await testApp({
    env: {
      ASSETS_S3_URL: store.url,
      ASSETS_S3_REGION: BUCKET_KEYS.region,
      ASSETS_S3_KEY_ID: BUCKET_KEYS.keyId,
      ASSETS_S3_SECRET: BUCKET_KEYS.secret,
    },
  });
  const { status, body } = await uploader(shop, (await employee(shop, 'owner')).token)(await gradient(1400, 700, 5));
  expect(status).toBe(201);
  await shop.runJobs();
  const answer = await shop.app.inject(body.url);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(answer.rawPayload.length),
  });
  expect((await sharp(answer.rawPayload).metadata()).width).toBe(1200);
  const files = await readdir(shop.ctx.env.dataDir).catch(() => []);
  expect(files).not.toContain(path.basename('assets'));
  await shop.close();
});

test('a bucket without keys stops the start', () => {
  expect(() => readEnv({ NODE_ENV: 'test', ASSETS_S3_URL: store.url })).toThrow('ASSETS_S3_KEY_ID');
});
