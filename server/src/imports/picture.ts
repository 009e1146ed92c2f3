import sharp from 'sharp';
import type { Picture } from '../assets/keepAsset';
import { PictureUnavailable } from './publicAddress';

const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']);
const MAX_PIXELS = 40_000_000;
const MAX_SIDE = 1200;

/** Makes a JPEG of at most 1,200 px from a real picture, upright and without metadata. Throws PictureUnavailable. */
export async function toJpeg(bytes: Buffer): Promise<Picture> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format } = await picture.metadata();
    // an SVG is a program rather than a picture
    if (!FORMATS.has(format ?? '')) throw new Error('format');
    const { data, info } = await picture
      .rotate()
      .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, type: 'jpg', width: info.width, height: info.height };
  } catch {
    throw new PictureUnavailable('不是能用的图片，或尺寸太大');
  }
}

const PLACEHOLDER = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800">
  <rect width="800" height="800" fill="#f2efea"/>
  <g fill="none" stroke="#c9c1b6" stroke-width="14" stroke-linejoin="round" stroke-linecap="round">
    <rect x="250" y="280" width="300" height="240" rx="28"/>
    <circle cx="335" cy="362" r="26"/>
    <path d="M264 492 L372 404 L436 460 L488 416 L536 456"/>
    <path d="M232 556 L568 244" stroke="#f2efea" stroke-width="34"/>
    <path d="M232 556 L568 244"/>
  </g>
</svg>`;

/** What stands in for a picture that cannot be had: a crossed-out picture, drawn without any font. */
export function placeholder(): Promise<Buffer> {
  return sharp(Buffer.from(PLACEHOLDER)).jpeg({ quality: 86 }).toBuffer();
}
