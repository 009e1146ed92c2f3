import { createCanvas, ImageData, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { MAX_PIXELS, PictureRefused } from '../assets/preparePicture';
import type { Box } from './pen';

/** Pixels of four bytes, red first. */
interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** A product's picture, at least as large as the box where it is; null for what is no picture. */
export async function readProductPicture(bytes: Buffer | null, box: Box): Promise<Canvas | null> {
  const pixels = bytes && (await decode(bytes, box).catch(() => null));
  return pixels && toCanvas(pixels, { x: 0, y: 0, ...pixels });
}

/** A square code without the white margin that its maker gave it. Throws PictureRefused. */
export async function readCode(bytes: Buffer): Promise<Canvas> {
  const pixels = await decode(bytes, { width: 800, height: 800 }).catch((error: unknown) => {
    throw new PictureRefused(/pixel limit/.test(String(error)) ? 'picture_too_large' : 'picture_invalid');
  });
  const dark = darkPart(pixels);
  if (!dark) throw new PictureRefused('picture_invalid');
  return toCanvas(pixels, dark);
}

/** Upright. What is much larger than its place is shrunk while it is read, which is quick; the canvas does the rest. */
async function decode(bytes: Buffer, place: { width: number; height: number }): Promise<Pixels> {
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const { width, height } = await picture.metadata();
  if (Math.min(width / place.width, height / place.height) > 2)
    picture.resize(Math.ceil(place.width), Math.ceil(place.height), { fit: 'outside' });
  const { data, info } = await picture
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function toCanvas({ data, width, height }: Pixels, part: Box): Canvas {
  const canvas = createCanvas(part.width, part.height);
  const pixels = new ImageData(new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), width, height);
  const { x, y } = part;
  canvas.getContext('2d').putImageData(pixels, -x, -y, x, y, part.width, part.height);
  return canvas;
}

/** Of 255: what is no white of a JPEG. */
const DARK = 200;

/** The smallest square around all that is dark, as far as the picture reaches. */
function darkPart({ data, width, height }: Pixels): Box | null {
  const isDark = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return data[at + 3]! > 127 && Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < DARK;
  };
  // along a line not each dot is looked at: a module of a large picture has many
  const step = Math.max(1, Math.floor(width / 300));
  const isAny = (length: number, is: (at: number) => boolean) => findFrom(0, length - 1, is, step) !== null;
  const rowHasDark = (y: number) => isAny(width, (x) => isDark(x, y));
  const columnHasDark = (x: number) => isAny(height, (y) => isDark(x, y));
  const top = findFrom(0, height - 1, rowHasDark);
  if (top === null) return null;
  const bottom = findFrom(height - 1, 0, rowHasDark)!;
  const [left, right] = [findFrom(0, width - 1, columnHasDark)!, findFrom(width - 1, 0, columnHasDark)!];
  const side = Math.min(Math.max(right - left, bottom - top) + 1, width, height);
  const place = (from: number, to: number, most: number) =>
    Math.min(Math.max(Math.round((from + to + 1 - side) / 2), 0), most - side);
  return { x: place(left, right, width), y: place(top, bottom, height), width: side, height: side };
}

/** The first number of a range, in either direction, of which it is true. */
function findFrom(from: number, to: number, is: (at: number) => boolean, step = 1): number | null {
  if (from > to) {
    for (let at = from; at >= to; at -= step) if (is(at)) return at;
  } else {
    for (let at = from; at <= to; at += step) if (is(at)) return at;
  }
  return null;
}

/** Fills the box with the middle of a picture. */
export function drawCover(ctx: SKRSContext2D, picture: Canvas, { x, y, width, height }: Box): void {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [part, rest] = [width / scale, height / scale];
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(picture, (picture.width - part) / 2, (picture.height - rest) / 2, part, rest, x, y, width, height);
}

/** Draws into a box with round corners; `radii` as of `roundRect`. */
export function drawInto(ctx: SKRSContext2D, box: Box, radii: number | number[], draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.width, box.height, radii);
  ctx.clip();
  draw();
  ctx.restore();
}
