import type { Box } from './pen';

/** mm. A4 with 3 × 8 labels of 63.5 × 33.9, the size of the common label paper; white paper is cut at the crosses. */
export const PAGE = { width: 210, height: 297 };
export const LABEL = { width: 63.5, height: 33.9 };
export const COLUMNS = 3;
export const ROWS = 8;
const GAP = 2.5;
export const LABELS_PER_PAGE = COLUMNS * ROWS;

const LEFT = (PAGE.width - COLUMNS * LABEL.width - (COLUMNS - 1) * GAP) / 2;
const TOP = (PAGE.height - ROWS * LABEL.height) / 2;

/** The nth label of a page, row by row. */
export function labelBox(nth: number): Box {
  const [column, row] = [nth % COLUMNS, Math.floor(nth / COLUMNS)];
  return { x: LEFT + column * (LABEL.width + GAP), y: TOP + row * LABEL.height, ...LABEL };
}

/** mm of a code's dark part. The white around it is the margin that readers need: four modules of the largest. */
export const CODE = 25;

/** The code of a label, and the column of words beside it. */
export function partsOf({ x, y, width, height }: Box): { code: Box; words: Box } {
  const margin = (height - CODE) / 2;
  const left = x + margin + CODE + 3.4;
  return {
    code: { x: x + margin, y: y + margin, width: CODE, height: CODE },
    words: { x: left, y: y + margin - 0.6, width: x + width - 2.6 - left, height: CODE + 1.2 },
  };
}
