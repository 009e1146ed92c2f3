import type { ProductCard } from '@/api/products';

export type Layout = 'grid' | 'rows';

/** Design px. They repeat the style sheets of `ProductCard` (with `titleLines`) and `ResultRow`; a browser test compares. */
const PICTURE = 171;
const WORDS = 67.8;
const TITLE_LINE = 20;
const TAGS = 26;
const GAP = 9;
const ROW = 128;
/** What surely fits a title's line, in the width of a Chinese sign. */
const LINE = 10.6;

export interface Placed {
  product: ProductCard;
  /** Lines that the card keeps for its title. */
  titleLines: 1 | 2;
}

/** One page of the list: columns of cards, the first of each at a known height of the whole list. */
export interface Chunk {
  columns: { top: number; placed: Placed[] }[];
  top: number;
  bottom: number;
}

export interface Shelf {
  layout: Layout;
  chunks: Chunk[];
  height: number;
  /** Of each product by its id, in the order of the list. */
  tops: Map<string, number>;
}

/**
 * Where every card of a long list stands, in design px, known before anything is drawn: so cards far from the screen
 * need not exist, and drawing them moves nothing. Each card goes under the shorter column; chunks only append.
 */
export function layOut(pages: readonly (readonly ProductCard[])[], layout: Layout): Shelf {
  const bottoms = layout === 'grid' ? [0, 0] : [0];
  const tops: Shelf['tops'] = new Map();
  const chunks = pages.map((products): Chunk => {
    const columns = bottoms.map((top): Chunk['columns'][number] => ({ top, placed: [] }));
    for (const product of products) {
      const shorter = bottoms.indexOf(Math.min(...bottoms));
      const titleLines = linesOf(product.title);
      columns[shorter]!.placed.push({ product, titleLines });
      tops.set(product.id, bottoms[shorter]!);
      bottoms[shorter]! += layout === 'grid' ? cardHeight(product, titleLines) + GAP : ROW + GAP;
    }
    return { columns, top: Math.min(...columns.map(({ top }) => top)), bottom: Math.max(...bottoms) };
  });
  return { layout, chunks, height: Math.max(...bottoms), tops };
}

/** The chunk that is `y` design px below the top of the list; the nearest one for what is outside. */
export function chunkAt(chunks: readonly Chunk[], y: number): number {
  const index = chunks.findIndex(({ bottom }) => y < bottom);
  return index < 0 ? Math.max(chunks.length - 1, 0) : index;
}

/** Where, in another layout, the product stands that is the first at `y` or below. */
export function sameIn(other: Shelf, shelf: Shelf, y: number): number {
  for (const [id, top] of shelf.tops) if (top > y - 1) return other.tops.get(id) ?? 0;
  return 0;
}

function cardHeight(product: ProductCard, titleLines: number): number {
  return PICTURE + WORDS + titleLines * TITLE_LINE + (product.tags.length > 0 ? TAGS : 0);
}

function linesOf(title: string): 1 | 2 {
  const width = [...title].reduce((sum, sign) => sum + (sign === ' ' ? 0.3 : sign < '\u0100' ? 0.6 : 1), 0);
  return width > LINE ? 2 : 1;
}
