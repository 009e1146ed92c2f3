import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { runs } from '../../test/support/runs';
import { openWorkshop } from '../src/assets/workshop';
import { employee } from './support/employees';
import { gradient, uploader } from './support/pictures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let upload: ReturnType<typeof uploader>;
let temporary: string;
const samples: Buffer[] = [];
const before = process.env.TMPDIR;

beforeAll(async () => {
  shop = await testApp();
  upload = uploader(shop, (await employee(shop, 'marketer')).token);
  const noise = sharp(randomBytes(64 * 64 * 4), { raw: { width: 64, height: 64, channels: 4 } });
  samples.push(await gradient(80, 60, 3), await noise.png().toBuffer(), await noise.webp().toBuffer());
  samples.push(await noise.gif().toBuffer());
  temporary = await mkdtemp(path.join(os.tmpdir(), 'jishi-content-'));
  process.env.TMPDIR = temporary;
});
afterAll(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(temporary, { recursive: true, force: true });
  await shop.close();
});

const files = async () =>
  (await readdir(path.join(shop.ctx.env.dataDir, 'assets'), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

/** One part of a PNG, its checksum right. */
function chunk(type: string, data: Buffer): Buffer {
  const part = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(part));
  return Buffer.concat([length, part, sum]);
}

/** A PNG that says how large it is and brings as many bytes, all zero and therefore almost none when packed. */
function bomb(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const sign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const refused: [string, () => Promise<Buffer> | Buffer][] = [
  ['nothing', () => Buffer.alloc(0)],
  ['a drawing that is a program', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['a page', () => Buffer.from('<!doctype html><html><body>hello</body></html>')],
  ['a page that begins like a picture', () => Buffer.from(`GIF89a/*${' '.repeat(40)}*/=1;<script>alert(1)</script>`)],
  ['half a picture', async () => (await gradient(900, 900, 4)).subarray(0, 9000)],
  [
    'a picture and a page behind it',
    () => Buffer.concat([samples[0]!, Buffer.from('<html><script>alert(1)</script>')]),
  ],
  [
    'a picture and an archive behind it',
    () => Buffer.concat([samples[1]!, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
  ],
  [
    'a program in the comment of a picture',
    () =>
      Buffer.concat([
        samples[0]!.subarray(0, 2),
        Buffer.from('\xff\xfe\x00\x1a<?php system($_GET[0]);', 'latin1'),
        samples[0]!.subarray(2),
      ]),
  ],
  ['a document', () => Buffer.concat([samples[0]!.subarray(0, 20), Buffer.from('%PDF-1.7'), samples[0]!.subarray(20)])],
  ['one format under the sign of another', () => Buffer.concat([samples[0]!.subarray(0, 4), samples[1]!.subarray(4)])],
  ['a format that old phones cannot show', async () => sharp(samples[0]!).tiff().toBuffer()],
];

test.each(refused)('%s is no picture, and nothing is kept of it', async (_name, make) => {
  const kept = await files();
  const { status, body } = await upload(await make(), 'image/jpeg');
  expect([status, body.error.code]).toEqual([422, 'picture_invalid']);
  expect(await files()).toEqual(kept);
  expect(await readdir(temporary)).toEqual([]);
});

test('few bytes that become a great many pixels are refused', async () => {
  const bytes = bomb(20_000);
  expect(bytes.length).toBeLessThan(100_000);
  const { status, body } = await upload(bytes);
  expect([status, body.error.code]).toEqual([413, 'picture_too_large']);
});

test('an animation of very many frames is refused', async () => {
  const dot = sharp(randomBytes(3 * 4 * 4 * 201), { raw: { width: 4, height: 4 * 201, channels: 3, pageHeight: 4 } });
  expect((await upload(await dot.gif().toBuffer())).body.error.code).toBe('picture_too_large');
});

test('whatever is sent, the answer is a picture or a refusal, never a fault, and nothing is left of what is refused', async () => {
  const cuts = fc.record({
    at: fc.nat(20_000),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    drops: fc.nat(40),
  });
  const mutated = fc
    .tuple(fc.nat(3), fc.array(cuts, { minLength: 1, maxLength: 6 }), fc.option(fc.nat(6000)))
    .map(([which, changes, end]) => {
      let bytes = samples[which]!;
      for (const { at, bytes: put, drops } of changes) {
        const from = at % bytes.length;
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drops)]);
      }
      return end === null ? bytes : bytes.subarray(0, end);
    });
  const random = fc.uint8Array({ maxLength: 4000 }).map((bytes) => Buffer.from(bytes));
  const signed = fc
    .tuple(fc.nat(3), random)
    .map(([which, rest]) => Buffer.concat([samples[which]!.subarray(0, 16), rest]));
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 3, arbitrary: mutated }, random, signed), async (bytes) => {
      const kept = (await files()).length;
      const { status, body } = await upload(bytes);
      if (status === 201) {
        taken += 1;
        const shown = await sharp((await shop.app.inject(body.originalUrl)).rawPayload).metadata();
        expect([shown.width, shown.height]).toEqual([body.width, body.height]);
      } else {
        // a few changed bytes can also say that it is enormous
        expect(['422 picture_invalid', '413 picture_too_large']).toContain(`${status} ${body.error.code}`);
        expect(await files()).toHaveLength(kept);
      }
      expect(await readdir(temporary)).toEqual([]);
    }),
    { ...runs(3000), examples: [[samples[0]!]] },
  );
  expect(taken).toBeGreaterThan(0);
}, 600_000);

test('a picture at which the decoder hangs is refused, and the next one is decoded', async () => {
  const impatient = openWorkshop({ taskTimeout: 1 });
  await expect(impatient.prepare('/dev/null')).rejects.toMatchObject({ code: 'picture_invalid' });
  await expect(shop.ctx.workshop.shrink(samples[0]!, 40, 'jpg')).resolves.toBeInstanceOf(Buffer);
});

test('more than can wait are told to come later', async () => {
  const small = openWorkshop({ maxWaiting: 2 });
  const results = await Promise.allSettled([1, 2, 3, 4].map((width) => small.shrink(samples[0]!, width, 'jpg')));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(results[2]).toMatchObject({ reason: { code: 'rate_limited' } });
});
