import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Pixels } from './canvas';
import { dye } from './dye';
import { recent } from './recent';

/** One thing cut out of its background, and where it touches the ground: both 0..1 of its width. */
export interface Sprite extends Pixels {
  contact: { from: number; to: number };
}

/** Fainter pixels are the set's own soft shadow, not the thing. */
const SOLID = 24;

/** The file of an emoji in the 3D set, or null when the set has none. */
export function emojiFile(emoji: string): string | null {
  const folder = join(dirname(require.resolve('@lobehub/fluent-emoji-3d/package.json')), 'assets');
  const points = [...emoji].map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
  const bare = points.filter((p) => p !== 'fe0f');
  const names = [points.join('-'), bare.join('-'), `${bare[0]}-fe0f`];
  return names.map((name) => join(folder, `${name}.webp`)).find((file) => existsSync(file)) ?? null;
}

async function read(emoji: string): Promise<Pixels> {
  const file = emojiFile(emoji);
  if (!file) throw new Error(`The emoji set has no picture for ${emoji}`);
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Cuts off the empty border, so that sizes and base lines speak of the thing itself. */
function trimmed({ data, width, height }: Pixels): Sprite {
  const left = new Int32Array(height).fill(width);
  const right = new Int32Array(height).fill(-1);
  for (let y = 0, at = 3; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if ((data[at] ?? 0) <= SOLID) continue;
      if (x < (left[y] ?? 0)) left[y] = x;
      right[y] = x;
    }
  }
  const top = right.findIndex((x) => x >= 0);
  const bottom = right.findLastIndex((x) => x >= 0);
  const [x0, x1] = [Math.min(...left), Math.max(...right) + 1];
  const [w, h] = [x1 - x0, bottom - top + 1];
  const cut = Buffer.alloc(w * h * 4);
  for (let y = 0; y < h; y++) {
    data.copy(cut, y * w * 4, ((y + top) * width + x0) * 4, ((y + top) * width + x1) * 4);
  }
  const foot = bottom - Math.ceil(h * 0.07);
  const contact = {
    from: (Math.min(...left.subarray(foot, bottom + 1)) - x0) / w,
    to: (Math.max(...right.subarray(foot, bottom + 1)) + 1 - x0) / w,
  };
  return { data: cut, width: w, height: h, contact };
}

const originals = recent<Promise<Sprite>>(400);
const sized = recent<Promise<Sprite>>(32);

/** Lets go of what was decoded; a server that has seeded its shop needs it no more. */
export function forgetSprites(): void {
  originals.clear();
  sized.clear();
}

async function original(emoji: string, colour: string | null): Promise<Sprite> {
  const plain = await originals.get(emoji, async () => trimmed(await read(emoji)));
  return colour ? originals.get(emoji + colour, async () => ({ ...plain, ...dye(plain, colour) })) : plain;
}

/**
 * An emoji as a thing of about `size` pixels: the size is that of a square with the same area, so that a flat loaf
 * and a tall lamp look equally near. `turn` in degrees clockwise; `colour` as `#rrggbb`.
 */
export function sprite(emoji: string, colour: string | null, size: number, turn = 0, flip = false): Promise<Sprite> {
  return sized.get([emoji, colour, size, turn, flip].join(), async () => {
    const from = await original(emoji, colour);
    const scale = size / Math.max(Math.sqrt(from.width * from.height), from.width * 0.78, from.height * 0.86);
    let image = sharp(from.data, { raw: { width: from.width, height: from.height, channels: 4 } });
    if (flip) image = image.flop();
    image = image.resize(Math.round(from.width * scale), Math.round(from.height * scale));
    if (!turn) {
      const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
      const { contact } = from;
      return {
        data,
        width: info.width,
        height: info.height,
        contact: flip ? { from: 1 - contact.to, to: 1 - contact.from } : contact,
      };
    }
    const { data, info } = await image
      .rotate(turn, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return trimmed({ data, width: info.width, height: info.height });
  });
}

/** The blurred outline of a thing, for the shadow it throws on the surface it lies on or hangs before. */
export async function outline(thing: Sprite, blur: number, hex: string, opacity: number): Promise<Pixels> {
  const pad = Math.ceil(blur * 2.5);
  const [width, height] = [thing.width + pad * 2, thing.height + pad * 2];
  const mask = Buffer.alloc(width * height);
  for (let y = 0; y < thing.height; y++) {
    for (let x = 0; x < thing.width; x++) {
      mask[(y + pad) * width + x + pad] = thing.data[(y * thing.width + x) * 4 + 3] ?? 0;
    }
  }
  const data = await sharp(mask, { raw: { width, height, channels: 1 } })
    .blur(blur)
    .extractChannel(0)
    .raw()
    .toBuffer();
  const n = parseInt(hex.slice(1), 16);
  const out = Buffer.alloc(width * height * 4);
  for (let i = 0; i < data.length; i++) {
    out.writeUInt32BE(((n << 8) | Math.round((data[i] ?? 0) * opacity)) >>> 0, i * 4);
  }
  return { data: out, width, height };
}
