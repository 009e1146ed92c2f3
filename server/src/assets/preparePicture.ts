import sharp from 'sharp';

/** A picture that may be shown: upright, without metadata, JPEG, or PNG where something shows through. */
export interface Prepared {
  bytes: Buffer;
  type: 'jpg' | 'png';
  width: number;
  height: number;
}

/** Why a file is not taken. */
export class PictureRefused extends Error {
  constructor(readonly code: 'picture_invalid' | 'picture_too_large') {
    super(code);
  }
}

export const MAX_PIXELS = 40_000_000;
const MAX_SIDE = 4096;
/** Of an animation, of which only the first is kept. */
const MAX_FRAMES = 200;

/** What the first bytes say a file is. */
const SIGNS: readonly { format: string; isAt(head: Buffer): boolean }[] = [
  { format: 'jpeg', isAt: (head) => head.readUIntBE(0, 3) === 0xffd8ff },
  { format: 'png', isAt: (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' },
  { format: 'gif', isAt: (head) => /^GIF8[79]a$/.test(head.toString('latin1', 0, 6)) },
  { format: 'webp', isAt: (head) => /^RIFF.{4}WEBPVP8[ LX]$/s.test(head.toString('latin1', 0, 16)) },
];

/** Markup and programs that a browser or an interpreter would run if the file were ever taken for something else. */
const MARKUP = /<(?:script|html|body|iframe|!doctype|\?php|svg[\s>]|!\[cdata)/i;

/** Throws PictureRefused for what is no picture by its bytes, or is a second thing besides. */
function checkContent(bytes: Buffer): string {
  const sign = bytes.length >= 16 && SIGNS.find(({ isAt }) => isAt(bytes));
  const text = bytes.toString('latin1');
  const isDocument = text.slice(0, 1024).includes('%PDF-') || text.slice(-66_000).includes('PK\x05\x06');
  if (!sign || isDocument || MARKUP.test(text)) throw new PictureRefused('picture_invalid');
  return sign.format;
}

/** Decodes a file completely and draws it anew. Throws PictureRefused for all that is not a whole picture. */
export async function preparePicture(bytes: Buffer): Promise<Prepared> {
  const format = checkContent(bytes);
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const about = await picture.metadata();
    if (about.format !== format) throw new PictureRefused('picture_invalid');
    if (about.width * (about.pageHeight ?? about.height) > MAX_PIXELS || (about.pages ?? 1) > MAX_FRAMES) {
      throw new PictureRefused('picture_too_large');
    }
    const upright = picture
      .autoOrient()
      .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const isClear = about.hasAlpha && !(await sharp(bytes, { limitInputPixels: MAX_PIXELS }).stats()).isOpaque;
    const drawn = isClear ? upright.png({ compressionLevel: 8 }) : upright.flatten().jpeg({ quality: 88 });
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
    return { bytes: data, type: isClear ? 'png' : 'jpg', width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof PictureRefused) throw error;
    throw new PictureRefused(/pixel limit/.test(String(error)) ? 'picture_too_large' : 'picture_invalid');
  }
}

/** A prepared picture at this width; JPEG stays JPEG and PNG stays PNG. */
export function shrinkPicture(bytes: Buffer, width: number, type: 'jpg' | 'png'): Promise<Buffer> {
  const small = sharp(bytes, { limitInputPixels: MAX_PIXELS }).resize({ width });
  return (type === 'jpg' ? small.jpeg({ quality: 82, mozjpeg: true }) : small.png({ palette: true })).toBuffer();
}
