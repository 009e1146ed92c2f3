import sharp from 'sharp';
import type { Fault, TextBox } from '../../test/support/screen/fault';

type Rgb = [number, number, number];

/** WCAG 2: large is 24 px, or 18.66 px in bold. */
const LARGE = { size: 24, boldSize: 18.66, bold: 700 };
const AA = { text: 4.5, large: 3 };
/** A tenth of the ground may be too close to the text's colour: an edge, a spot of a picture. */
const BAD_SHARE = 0.1;

/** Relative luminance by WCAG. */
function luminance([r, g, b]: Rgb): number {
  const [R, G, B] = [r, g, b].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * R + 0.7152 * G + 0.0722 * B;
}

/** 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const leastContrast = ({ fontSize, fontWeight }: Pick<TextBox, 'fontSize' | 'fontWeight'>): number =>
  fontSize >= LARGE.size || (fontSize >= LARGE.boldSize && fontWeight >= LARGE.bold) ? AA.large : AA.text;

const hex = (colour: Rgb) => `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** Texts that stand out too little from their ground; `ground` is a PNG of the window without its texts. */
export async function contrastFaults(texts: readonly TextBox[], ground: Buffer): Promise<Fault[]> {
  const { data, info } = await sharp(ground).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const scale = info.width / 375;
  return texts.flatMap((text) => {
    const worst = worstOf(text, (x, y) => {
      const at = (Math.min(info.height - 1, Math.floor(y * scale)) * info.width + Math.floor(x * scale)) * 3;
      return [data[at]!, data[at + 1]!, data[at + 2]!];
    });
    const least = leastContrast(text);
    if (!worst || worst.ratio >= least - 0.005) return [];
    const measured = `${worst.ratio.toFixed(2)}:1, at least ${least}:1; ${hex(worst.text)} on ${hex(worst.ground)}, ${text.fontSize} px`;
    return [{ kind: 'contrast', element: text.element, measured }] as Fault[];
  });
}

function worstOf({ x, y, width, height, colour }: TextBox, pixel: (x: number, y: number) => Rgb) {
  const [r, g, b, alpha] = colour;
  const seen: { ratio: number; text: Rgb; ground: Rgb }[] = [];
  for (let down = 1; down < height - 1; down += 2) {
    for (let right = 1; right < width - 1; right += 2) {
      const ground = pixel(x + right, y + down);
      const text = ([r, g, b] as Rgb).map((value, i) => value * alpha + ground[i]! * (1 - alpha)) as Rgb;
      seen.push({ ratio: contrast(text, ground), text, ground });
    }
  }
  seen.sort((one, other) => one.ratio - other.ratio);
  return seen[Math.floor(seen.length * BAD_SHARE)];
}
