import fc from 'fast-check';
import jsQR from 'jsqr';
import sharp, { type Sharp } from 'sharp';
import { THEMES } from '@jishi/contract/plain/layouts';
import { PLATFORMS } from '@jishi/contract/plain/platforms';
import { POSTER_TEMPLATES } from '@jishi/contract/plain/staff';
import { createH5 } from '../../src/platform/h5';
import type { Outside } from '../../src/platform/platforms';
import type { PosterInput } from '../../src/posters/types';

const h5 = createH5({ weapp: null, wxpay: null }, { publicUrl: 'https://shop.jishi.example' } as Outside);

/** A code as codePicture keeps it. */
export async function codeOf(token: string): Promise<Buffer> {
  const { bytes } = await h5.makeCode({ appId: 'h5', token, page: 'pages/home/index' });
  return sharp(bytes, { density: 192 }).png().toBuffer();
}

/** The token of the only code on a picture, as a phone reads it; null for none. */
export async function scan(picture: Buffer | Sharp): Promise<string | null> {
  const { data, info } = await (Buffer.isBuffer(picture) ? sharp(picture) : picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' });
  return /^https:\/\/shop\.jishi\.example\/s\/(\w{8})$/.exec(read?.data ?? '')?.[1] ?? null;
}

export const aPoster = (code: Buffer): PosterInput => ({
  template: 'awning',
  theme: { name: 'persimmon' },
  title: '柿釉手作茶壶 180ml 家用泡茶壶',
  priceFen: 15900,
  wasFen: 21900,
  pictureBytes: null,
  shopName: '集市',
  storeName: '湖滨银泰店',
  staffName: '知夏',
  code: { kind: 'weapp', bytes: code },
});

const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
const strange = fc.constantFrom(
  ...['🍵', '👨‍👩‍👧', '❤️', '1️⃣', '\u202e', '\u200b', '\0', '\ud800', '\ue000', '𠮷', 'é', 'é', 'Ể', 'ﷺ', 'ก้', '\n', '　'],
);
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: han, minLength: 1, maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '手作茶壶',
      '家用',
      '180ml',
      'Pour-over',
      '1.5L',
      '№5',
      'iPhone 17 Pro Max',
      'W'.repeat(40),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...'，。、！？：；（）【】「」《》“”…—·～%℃①㎡') },
  { weight: 1, arbitrary: strange },
);
/** Words as merchants, and people who mean no good, write them. */
export const words = (maxLength: number) => fc.array(piece, { minLength: 0, maxLength }).map((parts) => parts.join(''));

const priceFen = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999_999 }));

/** Posters without pictures and codes. */
export const posters = fc.record({
  template: fc.constantFrom(...POSTER_TEMPLATES),
  theme: fc.record({ name: fc.constantFrom(...THEMES) }),
  title: words(12),
  priceFen: fc.oneof({ weight: 9, arbitrary: priceFen }, { weight: 1, arbitrary: fc.constant(null) }),
  wasFen: fc.option(priceFen),
  shopName: words(4),
  storeName: fc.option(words(5)),
  staffName: fc.option(words(3)),
  kind: fc.constantFrom(...PLATFORMS),
});

export const tokens = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
  minLength: 8,
  maxLength: 8,
});
