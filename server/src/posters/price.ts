import { splitFen } from '@jishi/contract/plain/money';
import type { Box, Pen, Style } from './pen';

interface Part {
  text: string;
  style: Style;
}

export interface Prices {
  /** Null asks to come in instead. */
  priceFen: number | null;
  wasFen: number | null;
}

export interface PriceStyle {
  size: number;
  colour: string;
  was: { size: number; colour: string };
}

/** Of the price's size: the sign and the cents, the room before the struck one, the height of the line. */
const SMALL = 0.6;
const GAP = 0.16;
const LINE = 1.05;
/** What the price may shrink to before the struck one goes below it. */
const STACKED_BELOW = 0.75;
/** Of its own size: the struck one's line, where its stroke is, and how thick. */
const WAS_LINE = 1.4;
const STROKE_AT = 0.36;
const STROKE = 0.07;

/** Of the height a price takes on lines of this width, no less than which its box must have. */
export function priceHeight(pen: Pen, prices: Prices, width: number, style: PriceStyle): number {
  const { isStacked, scale } = arrange(pen, prices, width, style);
  return style.size * LINE * scale + (isStacked ? style.was.size * WAS_LINE : 0);
}

/**
 * The price with a small sign and cents, the struck one beside it or, where both have no room, below it. Stands on the
 * bottom of the box and shrinks until it fits.
 */
export function drawPrice(pen: Pen, prices: Prices, box: Box, style: PriceStyle): void {
  if (prices.priceFen === null) return drawInvitation(pen, box, style);
  const { was, isStacked, scale } = arrange(pen, prices, box.width, style);
  const below = isStacked ? style.was.size * WAS_LINE : 0;
  const size = Math.min(style.size * scale, (box.height - below) / LINE);
  const baseline = box.y + box.height - below - size * 0.14;
  let x = box.x;
  for (const part of partsOf(prices.priceFen, { ...style, size })) x += writeOn(pen, part, x, baseline);
  if (!was) return;
  const at = isStacked
    ? { x: box.x, y: box.y + box.height - style.was.size * 0.3 }
    : { x: x + style.size * GAP, y: baseline };
  const width = writeOn(pen, was, at.x, at.y);
  pen.ctx.fillRect(at.x, at.y - was.style.size * STROKE_AT, width, was.style.size * STROKE);
}

/** How much the price shrinks, and where the struck one goes. */
function arrange(pen: Pen, { priceFen, wasFen }: Prices, width: number, style: PriceStyle) {
  const full = widthOf(pen, partsOf(priceFen ?? 0, style));
  if (priceFen === null || wasFen === null || wasFen <= priceFen)
    return { was: null, isStacked: false, scale: Math.min(1, width / full) };
  const was: Part = { text: `¥${wasFen / 100}`, style: { ...style.was, weight: 400 } };
  const wasWidth = pen.measure(was.text, was.style);
  const beside = Math.min(1, (width - wasWidth - style.size * GAP) / full);
  if (beside >= STACKED_BELOW) return { was, isStacked: false, scale: beside };
  was.style.size *= Math.min(1, width / wasWidth);
  return { was, isStacked: true, scale: Math.min(1, width / full) };
}

/** What has no price asks to come in. */
function drawInvitation(pen: Pen, box: Box, { size, colour }: PriceStyle): void {
  const height = size * 0.8;
  const style: Style = { size: size * 0.6, weight: 600, colour };
  pen.line('进来逛逛', { ...box, y: box.y + box.height - height, height }, style);
}

/** `15990` → ¥ 159 .90, `15900` → ¥ 159. */
function partsOf(fen: number, { size, colour }: Pick<PriceStyle, 'size' | 'colour'>): Part[] {
  const { sign, yuan, cents } = splitFen(fen);
  const small: Style = { size: size * SMALL, weight: 600, colour };
  return [
    { text: `${sign}¥`, style: small },
    { text: yuan, style: { size, weight: 700, colour } },
    ...(cents === '00' ? [] : [{ text: `.${cents}`, style: small }]),
  ];
}

const widthOf = (pen: Pen, parts: Part[]) => parts.reduce((sum, { text, style }) => sum + pen.measure(text, style), 0);

/** Writes a part that was measured before; answers its width. */
function writeOn(pen: Pen, { text, style }: Part, x: number, baseline: number): number {
  const width = pen.measure(text, style);
  // a hair wider, as sums of floats are
  pen.line(text, { x, y: baseline - style.size * 0.87, width: width * 1.001, height: style.size }, style);
  return width;
}
