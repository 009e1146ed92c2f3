import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { runs } from '../../test/support/runs';
import { readCmap } from '../src/posters/cmap';
import { drawPoster, PLANS } from '../src/posters/drawPoster';
import type { Box, Written } from '../src/posters/pen';
import { gradient } from './support/pictures';
import { aPoster, codeOf, posters, scan, tokens } from './support/posters';

const font = path.join(path.dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json')), 'files');
const glyphs = new Set(readdirSync(font).flatMap((file) => [...readCmap(readFileSync(path.join(font, file)))]));

/** px: what antialiasing and side bearings may take. */
const HAIR = 2;
/** Of 255: what a JPEG may change of a flat colour. */
const NOISE = 14;

let picture: Buffer;
beforeAll(async () => {
  picture = await gradient(800, 600, 3);
});

const isWithin = (ink: Box, box: Box) =>
  ink.x >= box.x - HAIR &&
  ink.y >= box.y - HAIR &&
  ink.x + ink.width <= box.x + box.width + HAIR &&
  ink.y + ink.height <= box.y + box.height + HAIR;

const overlap = (one: Box, other: Box) =>
  one.x + one.width > other.x + HAIR &&
  other.x + other.width > one.x + HAIR &&
  one.y + one.height > other.y + HAIR &&
  other.y + other.height > one.y + HAIR;

function faultsOf(written: Written[], code: Box): string[] {
  const quiet = { x: code.x - 6, y: code.y - 6, width: code.width + 12, height: code.height + 6 };
  return written.flatMap((line, nth) => [
    ...(isWithin(line.ink, line.box) ? [] : [`${line.text} leaves its box`]),
    ...(overlap(line.ink, quiet) ? [`${line.text} stands on the code`] : []),
    ...written
      .slice(nth + 1)
      .flatMap((other) => (overlap(line.ink, other.ink) ? [`${line.text} over ${other.text}`] : [])),
    ...[...line.text].filter((one) => !glyphs.has(one.codePointAt(0)!)).map((one) => `no glyph for ${one}`),
  ]);
}

/** Rows whose left or right margin is not of one colour. */
async function stainedRows(bytes: Buffer, [from, margin]: readonly [number, number]): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const isStained = (y: number) => {
    const row = y * width * channels;
    for (let at = 0; at < margin * channels; at++) {
      const colour = data[row + (at % channels)]!;
      const right = row + (width - margin) * channels + at;
      if (Math.abs(data[row + at]! - colour) > NOISE || Math.abs(data[right]! - colour) > NOISE) return true;
    }
    return false;
  };
  const stained: number[] = [];
  for (let y = from; y < height; y++) if (isStained(y)) stained.push(y);
  return stained;
}

/** Where the margin begins to be one colour, and how wide it is: below the awning, below a picture to the edges. */
const MARGINS = { awning: [90, 30], plain: [668, 44], tall: [60, 34] } as const;

/** What a camera is held at: the reader is slow with the rest. */
const lowerPart = (bytes: Buffer, y: number) =>
  sharp(bytes).extract({ left: 375, top: y - 60, width: 375, height: 300 });

test('whatever a poster says, its code is read, every text stays in its box, and no character is a blank frame', async () => {
  await fc.assert(
    fc.asyncProperty(posters, tokens, fc.boolean(), async ({ kind, ...poster }, token, hasPicture) => {
      const code = { kind, bytes: await codeOf(token) };
      const { bytes, written } = await drawPoster({ ...poster, code, pictureBytes: hasPicture ? picture : null });
      expect(await scan(lowerPart(bytes, PLANS[poster.template].code.y))).toBe(token);
      expect(faultsOf(written, PLANS[poster.template].code)).toEqual([]);
      expect(await stainedRows(bytes, MARGINS[poster.template])).toEqual([]);
    }),
    runs(1000),
  );
}, 900_000);

test('a poster has its size, and every word that fits', async () => {
  for (const template of ['awning', 'plain', 'tall'] as const) {
    const { bytes, written } = await drawPoster({
      ...aPoster(await codeOf('a1B2c3D4')),
      template,
      pictureBytes: picture,
    });
    const { format, width, height } = await sharp(bytes).metadata();
    expect({ format, width, height }).toEqual({
      format: 'jpeg',
      width: 750,
      height: template === 'tall' ? 1334 : 1200,
    });
    const text = written.map((line) => line.text).join('');
    for (const part of ['集市', '湖滨银泰店', '知夏为你挑', '159', '¥219', '微信扫一扫', '180ml'])
      expect(text).toContain(part);
    expect(text.replace(/ /g, '')).toContain('柿釉手作茶壶180ml家用泡茶壶');
  }
});

test('a code that is shown on the phone itself asks for a long press', async () => {
  const { written } = await drawPoster({
    ...aPoster(await codeOf('a1B2c3D4')),
    code: { kind: 'h5', bytes: await codeOf('a1B2c3D4') },
  });
  expect(written.map(({ text }) => text)).toContain('长按识别');
});

test('the struck price is there only when it is the higher one, and both fit however many digits they have', async () => {
  const code = await codeOf('a1B2c3D4');
  const textsOf = async (priceFen: number, wasFen: number | null) =>
    (await drawPoster({ ...aPoster(code), priceFen, wasFen })).written.map(({ text }) => text);
  expect(await textsOf(15900, 15900)).not.toContain('¥159');
  expect(await textsOf(15900, 12900)).not.toContain('¥129');
  expect(await textsOf(15990, 21950)).toEqual(expect.arrayContaining(['¥', '159', '.90', '¥219.5']));
  expect(await textsOf(99999999, 99999999 + 1)).toEqual(expect.arrayContaining(['999999', '.99', '¥1000000']));
});

test('without a picture the title stands large in its place', async () => {
  const code = await codeOf('a1B2c3D4');
  const heightOf = async (pictureBytes: Buffer | null) => {
    const { written } = await drawPoster({ ...aPoster(code), pictureBytes });
    return written.find(({ text }) => text.startsWith('柿釉'))!.ink.height;
  };
  expect(await heightOf(null)).toBeGreaterThan((await heightOf(picture)) * 1.4);
});

test('a code keeps its colours and fills its place whatever margin it came with', async () => {
  const bare = await sharp(await codeOf('a1B2c3D4'))
    .trim()
    .png()
    .toBuffer();
  const wide = await sharp(bare)
    .extend({ top: 300, bottom: 120, left: 40, right: 500, background: '#fff' })
    .jpeg()
    .toBuffer();
  const { x, y, width, height } = PLANS.awning.code;
  for (const bytes of [bare, wide]) {
    const drawn = (await drawPoster({ ...aPoster(bytes) })).bytes;
    const part = await sharp(drawn)
      .extract({ left: x, top: y, width, height })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const isDark = (left: number, top: number) => part.data[(top * width + left) * 3]! < 128;
    // the three corners of a code, and the fourth that is none
    expect([isDark(3, 3), isDark(width - 4, 3), isDark(3, height - 4)]).toEqual([true, true, true]);
  }
});
