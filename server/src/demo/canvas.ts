import sharp from 'sharp';

/** Straight (not premultiplied) RGBA, four bytes a pixel, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

type Rgb = [number, number, number];

export const rgb = (hex: string): Rgb => {
  const n = parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
};

/** Renders an SVG drawing of ours (shapes only: text would depend on installed fonts). */
export async function drawing(svg: string): Promise<Pixels> {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

export function blank(width: number, height: number): Pixels {
  return { data: Buffer.alloc(width * height * 4), width, height };
}

export const copyOf = (pixels: Pixels): Pixels => ({ ...pixels, data: Buffer.from(pixels.data) });

/** Puts one colour with coverage 0..1 over a pixel. Blending here instead of in sharp is four times as fast. */
function over(data: Buffer, i: number, r: number, g: number, b: number, cover: number): void {
  const below = data[i + 3] ?? 0;
  const alpha = below === 255 ? 1 : cover + (below / 255) * (1 - cover);
  if (alpha <= 0) return;
  const k = below === 255 ? cover : cover / alpha;
  data[i] = (data[i] ?? 0) * (1 - k) + r * k + 0.5;
  data[i + 1] = (data[i + 1] ?? 0) * (1 - k) + g * k + 0.5;
  data[i + 2] = (data[i + 2] ?? 0) * (1 - k) + b * k + 0.5;
  data[i + 3] = alpha * 255 + 0.5;
}

/** Lays `top` on `canvas` with its left upper corner at (x, y); what hangs over the edge is cut off. */
export function lay(canvas: Pixels, top: Pixels, x: number, y: number): void {
  const [left, upper] = [Math.round(x), Math.round(y)];
  for (let row = Math.max(0, -upper); row < top.height && row + upper < canvas.height; row++) {
    const from = Math.max(0, -left);
    const to = Math.min(top.width, canvas.width - left);
    let s = (row * top.width + from) * 4;
    let d = ((row + upper) * canvas.width + from + left) * 4;
    for (let col = from; col < to; col++, s += 4, d += 4) {
      const alpha = top.data[s + 3] ?? 0;
      if (alpha === 0) continue;
      over(canvas.data, d, top.data[s] ?? 0, top.data[s + 1] ?? 0, top.data[s + 2] ?? 0, alpha / 255);
    }
  }
}

/** A soft elliptical shadow around (cx, cy), darkest in the middle. */
export function shade(
  canvas: Pixels,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  hex: string,
  opacity: number,
): void {
  const [r, g, b] = rgb(hex);
  for (let y = Math.max(0, Math.floor(cy - ry)); y <= Math.min(canvas.height - 1, cy + ry); y++) {
    for (let x = Math.max(0, Math.floor(cx - rx)); x <= Math.min(canvas.width - 1, cx + rx); x++) {
      const d = ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2;
      if (d < 1) over(canvas.data, (y * canvas.width + x) * 4, r, g, b, opacity * (1 - d) ** 2);
    }
  }
}

const source = (p: Pixels) => sharp(p.data, { raw: { width: p.width, height: p.height, channels: 4 } });

/**
 * Opaque pictures: JPEG, because web views of iOS 12 cannot show WebP. Of what mozjpeg can do, its tables stay; its
 * two slow searches would double the time for a sixth of the bytes.
 */
export function jpeg(pixels: Pixels, quality: number): Promise<Buffer> {
  return source(pixels)
    .removeAlpha()
    .jpeg({ quality, mozjpeg: true, optimiseScans: false, trellisQuantisation: false })
    .toBuffer();
}

/** Transparent pictures: PNG with a palette of as many colours as `quality` (0..100) asks for. */
export function png(pixels: Pixels, quality: number): Promise<Buffer> {
  return source(pixels).png({ palette: true, quality, dither: 0.35, compressionLevel: 9, effort: 7 }).toBuffer();
}
