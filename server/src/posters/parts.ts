import type { Canvas } from '@napi-rs/canvas';
import { SCAN_WITH } from '@jishi/contract/plain/staff';
import type { Colours } from './colours';
import { drawable, type Box, type LinesStyle, type Pen, type Style } from './pen';
import { drawCover, drawInto } from './pictures';
import { drawPrice, priceHeight, type PriceStyle } from './price';
import type { PosterInput } from './types';

/** What the templates draw with: texts that are cleaned, pictures that are read. */
export interface Scene {
  pen: Pen;
  colours: Colours;
  title: string;
  shop: string;
  /** `湖滨银泰店` and `知夏为你挑`, or what is known of it. */
  from: string[];
  /** Under the code. */
  scanWith: string;
  priceFen: number | null;
  wasFen: number | null;
  picture: Canvas | null;
  code: Canvas;
}

/** px of each template: the poster, its picture and its code. */
export interface Plan {
  width: number;
  height: number;
  picture: Box;
  code: Box;
}

export function wordsOf(input: Pick<PosterInput, 'title' | 'shopName' | 'storeName' | 'staffName' | 'code'>) {
  const [shop, store, staff] = [input.shopName, input.storeName, input.staffName].map(drawable) as [
    string,
    ...string[],
  ];
  return {
    title: drawable(input.title) || shop,
    shop,
    from: [store, staff && `${staff}为你挑`].filter((part): part is string => Boolean(part)),
    scanWith: SCAN_WITH[input.code.kind],
  };
}

/** The picture, or without one the title on a tinted ground: a poster is never an empty frame. */
export function drawPicture({ pen, colours, picture, title }: Scene, box: Box, radii: number | number[]): void {
  const { ctx } = pen;
  drawInto(ctx, box, radii, () => {
    ctx.fillStyle = picture ? colours.sunken : colours['primary-soft'];
    ctx.fillRect(box.x, box.y, box.width, box.height);
    if (picture) return drawCover(ctx, picture, box);
    // two calm circles, as light falls through an awning
    ctx.fillStyle = 'rgba(255, 255, 255, 0.45)';
    for (const [x, y, radius] of [
      [0.92, 0.08, 0.42],
      [0.04, 0.98, 0.3],
    ] as const) {
      ctx.beginPath();
      ctx.arc(box.x + box.width * x, box.y + box.height * y, box.width * radius, 0, Math.PI * 2);
      ctx.fill();
    }
  });
  if (picture) return;
  drawLargeTitle(pen, title, { ...box, x: box.x + 64, width: box.width - 128 }, colours['primary-text']);
}

/** In the middle of the box; a short one, as a shop's name, larger. */
function drawLargeTitle(pen: Pen, title: string, box: Box, colour: string): void {
  const usual: Style = { size: 66, weight: 600, colour };
  const isShort = pen.measure(title, usual) < box.width * 0.6;
  const style = { ...usual, size: isShort ? 104 : 66, lineHeight: isShort ? 140 : 96 };
  const height = pen.countLines(title, { width: box.width, height: style.lineHeight * 4 }, style) * style.lineHeight;
  pen.lines(title, { ...box, y: box.y + (box.height - height) / 2, height }, style);
}

/** Title and price as one block in the middle of a box; beside a picture that is the title, the price alone. */
export function drawOffer(scene: Scene, box: Box, title: LinesStyle, price: PriceStyle): void {
  const { pen, picture } = scene;
  const room = { width: box.width, height: 2 * title.lineHeight };
  const titleHeight = picture ? pen.countLines(scene.title, room, title) * title.lineHeight : 0;
  const height = priceHeight(pen, scene, box.width, price);
  const top = box.y + (box.height - titleHeight - height) / 2;
  if (picture) pen.lines(scene.title, { ...box, y: top, height: titleHeight }, title);
  drawPrice(pen, scene, { ...box, y: top + titleHeight, height }, price);
}

/** The code on white, whatever the ground, with the words below it. */
export function drawCode({ pen, code, scanWith }: Scene, box: Box, hint: Style & { gap: number }, pad = 0): void {
  const { ctx } = pen;
  ctx.fillStyle = '#ffffff';
  ctx.beginPath();
  ctx.roundRect(box.x - pad, box.y - pad, box.width + 2 * pad, box.height + 2 * pad, pad);
  ctx.fill();
  ctx.drawImage(code, box.x, box.y, box.width, box.height);
  const words = {
    x: box.x - 20,
    y: box.y + box.height + pad + hint.gap,
    width: box.width + 40,
    height: hint.size * 1.4,
  };
  pen.line(scanWith, words, hint, 'center');
}

/** The shop's name and beside it who it comes from, each shortened to its share. */
export function drawHeader({ pen, shop, from }: Scene, box: Box, name: Style, beside: Style): void {
  const gap = 22;
  // the font's dot has room around it
  const words = from.join('·');
  const wanted = pen.measure(words, beside);
  const shopWidth = Math.max(box.width * 0.45, box.width - wanted - gap);
  const width = pen.line(shop, { ...box, width: words ? shopWidth : box.width }, name);
  if (!words) return;
  const x = box.x + width + gap;
  // both stand on one base line
  const drop = (name.size - beside.size) * 0.37 - 1;
  pen.line(words, { ...box, x, y: box.y + drop, width: box.x + box.width - x }, beside);
}
