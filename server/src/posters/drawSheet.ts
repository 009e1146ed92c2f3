import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import { coloursOf, type Colours } from './colours';
import { LABELS_PER_PAGE, labelBox, PAGE, partsOf } from './labelPlan';
import { wordsOf } from './parts';
import { createPen, drawable, type Box, type Pen } from './pen';
import { readCode } from './pictures';
import { drawPrice } from './price';
import type { SheetInput, SheetLabel } from './types';

const POINTS_PER_MM = 72 / 25.4;

/** A4 pages of shelf labels as a PDF. Throws PictureRefused for a code that is no picture. */
export async function drawSheet(input: SheetInput): Promise<Buffer> {
  const colours = coloursOf(input.theme);
  const pages = Math.ceil(input.labels.length / LABELS_PER_PAGE);
  const document = new PDFDocument({ title: `${drawable(input.shopName)} 货架标签` });
  for (let page = 0; page < pages; page++) {
    // the same as a picture's, which its type does not say
    const ctx = document.beginPage(PAGE.width * POINTS_PER_MM, PAGE.height * POINTS_PER_MM) as SKRSContext2D;
    ctx.scale(POINTS_PER_MM, POINTS_PER_MM);
    const pen = createPen(ctx);
    const labels = input.labels.slice(page * LABELS_PER_PAGE, (page + 1) * LABELS_PER_PAGE);
    for (const [nth, label] of labels.entries()) await drawLabel(pen, input, label, labelBox(nth), colours);
    drawCuts(ctx, labels.length);
    drawFoot(pen, input, `第 ${page + 1} / ${pages} 页`, colours);
    document.endPage();
  }
  return document.close();
}

async function drawLabel(pen: Pen, sheet: SheetInput, label: SheetLabel, box: Box, colours: Colours): Promise<void> {
  const { code, words } = partsOf(box);
  const dots = await readCode(label.code.bytes);
  pen.ctx.drawImage(dots, code.x, code.y, code.width, code.height);

  const { title, from, scanWith } = wordsOf({ ...sheet, ...label });
  const style = { size: 3.3, weight: 500, colour: colours.ink, lineHeight: 4.5 } as const;
  pen.lines(title, { ...words, height: 9 }, style);
  drawPrice(
    pen,
    label,
    { ...words, y: words.y + 9.4, height: 9.6 },
    {
      size: 7,
      colour: colours.price,
      was: { size: 2.6, colour: colours['ink-3'] },
    },
  );
  const small = { size: 2.3, weight: 400, colour: colours['ink-2'] } as const;
  pen.line(from.join('·'), { ...words, y: words.y + 19.6, height: 3.3 }, small);
  pen.line(scanWith, { ...words, y: words.y + 22.9, height: 3.3 }, { ...small, colour: colours['ink-3'] });
}

/** mm */
const HAIR = 0.1;
const ARM = 1.2;

/** A hairline cross at every corner of a label. */
function drawCuts(ctx: SKRSContext2D, labels: number): void {
  ctx.fillStyle = '#9a9a9a';
  for (let nth = 0; nth < labels; nth++) {
    const { x, y, width, height } = labelBox(nth);
    for (const [left, top] of [
      [x, y],
      [x + width, y],
      [x, y + height],
      [x + width, y + height],
    ] as const) {
      ctx.fillRect(left - ARM, top - HAIR / 2, ARM * 2, HAIR);
      ctx.fillRect(left - HAIR / 2, top - ARM, HAIR, ARM * 2);
    }
  }
}

/** mm from the lower edge. */
const FOOT = 9;

function drawFoot(pen: Pen, sheet: SheetInput, page: string, colours: Colours): void {
  const name = [sheet.shopName, sheet.storeName].map(drawable).filter(Boolean).join(' · ');
  const style = { size: 2.6, weight: 400, colour: colours['ink-3'] } as const;
  const box = { x: 10, y: PAGE.height - FOOT, width: 150, height: 4 };
  pen.line(name, box, style);
  pen.line(page, { ...box, x: 160, width: 40 }, style, 'right');
}
