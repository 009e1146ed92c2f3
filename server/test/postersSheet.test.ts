import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { CODE, LABEL, labelBox, LABELS_PER_PAGE, PAGE, partsOf } from '../src/posters/labelPlan';
import { openPosters } from '../src/posters/posters';
import type { Box } from '../src/posters/pen';
import { MAX_LABELS, type SheetInput } from '../src/posters/types';
import { aPoster, codeOf, scan } from './support/posters';

const DPI = 300;
const PX = DPI / 25.4;
const px = (mm: number) => Math.round(mm * PX);

const posters = openPosters();
afterAll(() => posters.close());

const tokenOf = (nth: number) => `label${String(nth).padStart(3, '0')}`;

async function sheetOf(count: number): Promise<SheetInput> {
  const { theme, shopName, storeName, staffName } = aPoster(Buffer.alloc(0));
  const title = '【新客专享】景德镇柿釉手作茶壶，180ml 大容量家用泡茶壶';
  const labels = [];
  for (let nth = 0; nth < count; nth++) {
    const code = { kind: 'weapp', bytes: await codeOf(tokenOf(nth)) } as const;
    labels.push({ title, priceFen: 129_990 + nth, wasFen: nth % 2 ? 168_800 : null, code });
  }
  return { theme, shopName, storeName, staffName, labels };
}

/** The pages as a printer would draw them, in grey. */
async function print(pdf: Buffer): Promise<{ size: { width: number; height: number }; page: () => Sharp }[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const { data, width, height } = await page.render({ scale: DPI / 72, render: 'bitmap' });
    const grey = await sharp(data, { raw: { width, height, channels: 4 } })
      .greyscale()
      .toBuffer();
    pages.push({
      size: { width: (originalWidth / 72) * 25.4, height: (originalHeight / 72) * 25.4 },
      page: () => sharp(grey, { raw: { width, height, channels: 1 } }),
    });
  }
  document.destroy();
  library.destroy();
  return pages;
}

const cut = (page: Sharp, { x, y, width, height }: Box) =>
  page.extract({ left: px(x), top: px(y), width: px(width), height: px(height) });

/** Of 255. The pipeline's own statistics are those of the whole page. */
const darkest = async (part: Sharp) =>
  (await part.raw().toBuffer()).reduce((least, value) => Math.min(least, value), 255);

/** mm, from the left upper corner of the part: where something dark begins and ends. */
async function darkExtent(part: Sharp): Promise<Box> {
  const { data, info } = await part.greyscale().raw().toBuffer({ resolveWithObject: true });
  const dark = [...data.keys()]
    .filter((at) => at % info.channels === 0 && data[at]! < 128)
    .map((at) => at / info.channels);
  const [columns, rows] = [dark.map((at) => at % info.width), dark.map((at) => Math.floor(at / info.width))];
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const [right, bottom] = [columns.reduce((a, b) => Math.max(a, b)), rows.reduce((a, b) => Math.max(a, b))];
  return { x: left / PX, y: top / PX, width: (right - left + 1) / PX, height: (bottom - top + 1) / PX };
}

test('every code of a printed sheet is read at 25 mm, on as many pages as it takes, and stands where it should', async () => {
  const count = LABELS_PER_PAGE + 3;
  const pages = await print(await posters.sheet(await sheetOf(count)));
  expect(pages).toHaveLength(2);
  for (const { size } of pages) {
    expect(Math.abs(size.width - PAGE.width)).toBeLessThan(0.15);
    expect(Math.abs(size.height - PAGE.height)).toBeLessThan(0.15);
  }
  for (let nth = 0; nth < count; nth++) {
    const page = pages[Math.floor(nth / LABELS_PER_PAGE)]!.page;
    const label = labelBox(nth % LABELS_PER_PAGE);
    const { code } = partsOf(label);
    const around = { x: code.x - 3.3, y: code.y - 3.3, width: CODE + 6.6, height: CODE + 6.6 };
    expect(await scan(cut(page(), around))).toBe(tokenOf(nth));
    if (nth % 8 !== 0) continue;
    // a dot is 0.085 mm
    const drawn = await darkExtent(cut(page(), around));
    for (const [is, should] of [
      [drawn.x, 3.3],
      [drawn.y, 3.3],
      [drawn.width, CODE],
      [drawn.height, CODE],
    ] as const)
      expect(Math.abs(is - should)).toBeLessThan(0.18);
  }
  // nothing stands where the fourth label of the second page would
  const empty = labelBox(4);
  const inner = { x: empty.x + 2, y: empty.y + 2, width: empty.width - 4, height: empty.height - 4 };
  expect(await darkest(cut(pages[1]!.page(), inner))).toBe(255);
}, 300_000);

test('labels are 63.5 by 33.9 mm, three by eight on a page, with a cross at each corner and nothing in between', async () => {
  expect([LABEL, LABELS_PER_PAGE, CODE]).toEqual([{ width: 63.5, height: 33.9 }, 24, 25]);
  const { page } = (await print(await posters.sheet(await sheetOf(LABELS_PER_PAGE))))[0]!;
  for (const nth of [0, 2, 12, 23]) {
    const { x, y, width, height } = labelBox(nth);
    for (const [left, top] of [
      [x, y],
      [x + width, y + height],
    ] as const) {
      expect(await darkest(cut(page(), { x: left - 0.25, y: top - 0.25, width: 0.5, height: 0.5 }))).toBeLessThan(220);
    }
    // between two crosses there is paper
    for (const edge of [
      { x: x + 2, y: y - 0.5, width: width - 4, height: 1 },
      { x: x - 0.5, y: y + 2, width: 1, height: height - 4 },
    ])
      expect(await darkest(cut(page(), edge))).toBe(255);
  }
}, 300_000);

test('a sheet has at least one label and at most two hundred, and each has a code', async () => {
  const sheet = await sheetOf(1);
  const [label] = sheet.labels;
  for (const labels of [[], Array.from({ length: MAX_LABELS + 1 }, () => label!)])
    await expect(posters.sheet({ ...sheet, labels })).rejects.toMatchObject({ code: 'invalid_request' });
  const broken = { ...label!, code: { ...label!.code, bytes: Buffer.from('none') } };
  await expect(posters.sheet({ ...sheet, labels: [label!, broken] })).rejects.toMatchObject({
    code: 'picture_invalid',
  });
  const whole = await posters.sheet({ ...sheet, labels: [label!] });
  expect(whole.subarray(0, 5).toString()).toBe('%PDF-');
});
