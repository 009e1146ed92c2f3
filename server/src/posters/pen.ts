import type { SKRSContext2D } from '@napi-rs/canvas';
import { cleanText } from './cleanText';
import { familyOf } from './font';
import { shorten, wrapText } from './wrapText';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Style {
  size: number;
  weight: 400 | 500 | 600 | 700;
  colour: string;
  /** Between letters. */
  spacing?: number;
}

export type LinesStyle = Style & { lineHeight: number };

/** A line that was drawn. */
export interface Written {
  text: string;
  /** Where it must stay. */
  box: Box;
  /** What it covers. */
  ink: Box;
}

/** Writes texts into boxes, in the units of its canvas: px on a poster, mm on a sheet. */
export interface Pen {
  ctx: SKRSContext2D;
  written: Written[];
  measure(text: string, style: Style): number;
  /** One line from `x`, shortened to `box.width`. Answers its width. */
  line(text: string, box: Box, style: Style, align?: 'left' | 'center' | 'right'): number;
  /** At most as many lines as the box is high. */
  lines(text: string, box: Box, style: LinesStyle): void;
  /** How many lines that would be. */
  countLines(text: string, size: Pick<Box, 'width' | 'height'>, style: LinesStyle): number;
}

/** Of the size: how far the middle of a Han character stands above the base line. */
const MIDDLE = 0.37;

/** A text that can be drawn, see cleanText. */
export const drawable = (text: string | null): string => cleanText(text ?? '', (one) => familyOf(one) !== null);

export function createPen(ctx: SKRSContext2D): Pen {
  const written: Written[] = [];
  // forms of characters that Chinese and Japanese write differently
  ctx.lang = 'zh-CN';
  ctx.textBaseline = 'alphabetic';

  const wear = ({ size, weight, spacing = 0 }: Style, family: string) => {
    ctx.font = `${weight} ${size}px ${family}`;
    ctx.letterSpacing = `${spacing}px`;
  };

  // breaking lines asks for the same few characters again and again
  const widths = new Map<string, number>();
  const widthOf = (style: Style, family: string, run: string) => {
    const key = `${style.size} ${style.weight} ${style.spacing} ${family} ${run}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    wear(style, family);
    const { width } = ctx.measureText(run);
    widths.set(key, width);
    return width;
  };

  const measure = (text: string, style: Style) =>
    runsOf(text).reduce((sum, { family, run }) => sum + widthOf(style, family, run), 0);

  /** From the left end of the base line. */
  const write = (text: string, x: number, baseline: number, box: Box, style: Style) => {
    let [left, right, top, bottom, at] = [Infinity, -Infinity, Infinity, -Infinity, x];
    ctx.fillStyle = style.colour;
    for (const { family, run } of runsOf(text)) {
      wear(style, family);
      const size = ctx.measureText(run);
      ctx.fillText(run, at, baseline);
      [left, right] = [
        Math.min(left, at - size.actualBoundingBoxLeft),
        Math.max(right, at + size.actualBoundingBoxRight),
      ];
      top = Math.min(top, baseline - size.actualBoundingBoxAscent);
      bottom = Math.max(bottom, baseline + size.actualBoundingBoxDescent);
      at += size.width;
    }
    if (text) written.push({ text, box, ink: { x: left, y: top, width: right - left, height: bottom - top } });
  };

  const line: Pen['line'] = (text, box, style, align = 'left') => {
    const kept = shorten(text, box.width, (part) => measure(part, style));
    const width = measure(kept, style);
    const shift = { left: 0, center: (box.width - width) / 2, right: box.width - width }[align];
    write(kept, box.x + shift, box.y + box.height / 2 + style.size * MIDDLE, box, style);
    return width;
  };

  const wrap = (text: string, { width, height }: Pick<Box, 'width' | 'height'>, style: LinesStyle) => {
    // a height is a sum of line heights, but for the last digit
    const maxLines = Math.floor(height / style.lineHeight + 0.001);
    return wrapText(text, { width, maxLines }, (part) => measure(part, style));
  };

  return {
    ctx,
    written,
    measure,
    line,
    lines(text, box, style) {
      const { lineHeight } = style;
      wrap(text, box, style).forEach((one, index) =>
        line(one, { ...box, y: box.y + index * lineHeight, height: lineHeight }, style),
      );
    },
    countLines: (text, size, style) => wrap(text, size, style).length,
  };
}

/** Parts of a text that one piece of the font draws. */
function runsOf(text: string): { family: string; run: string }[] {
  const runs: { family: string; run: string }[] = [];
  for (const character of text) {
    const family = familyOf(character);
    if (family === null) throw new Error('a text was not cleaned before it was drawn');
    const last = runs.at(-1);
    if (last?.family === family) last.run += character;
    else runs.push({ family, run: character });
  }
  return runs;
}
