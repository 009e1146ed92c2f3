import type { z } from 'zod';
import type { Suggestion } from '@jishi/contract/search';
import { sql, type Queryable } from '../db/db';
import { fold, readSigns, type Sign } from './grams';
import { all, any, readTerms } from './terms';

type Item = z.output<typeof Suggestion>;
interface Row {
  title: string;
  tags: string[];
  categories: string[] | null;
}

const MOST = 8;
/** The products, best sellers first, whose words are looked through. */
const LOOKED_THROUGH = 60;
const LONGEST_PIECE = 16;
const KINDS = ['category', 'tag', 'title'] as const;

/**
 * Words of the shop that contain what was typed: those that begin with it first, then categories before tags before
 * titles. When there are none, those that have half of its signs.
 */
export async function suggest(db: Queryable, q: string): Promise<{ items: Item[]; isNear: boolean }> {
  const terms = readTerms(q);
  if (!terms) return { items: [], isNear: false };
  const typed = fold(q).replace(/\s+/g, '');
  const exact = wordsOf(await readProducts(db, all(terms))).filter(({ folded }) => folded.includes(typed));
  if (exact.length > 0)
    return { items: firstOf(exact, ({ folded }) => (folded.startsWith(typed) ? 1 : 0)), isNear: false };
  const near = wordsOf(await readProducts(db, any(terms))).filter(({ folded }) => share(terms, folded) >= 0.5);
  return { items: firstOf(near, ({ folded }) => share(terms, folded)), isNear: near.length > 0 };
}

function readProducts(db: Queryable, lexemes: string): Promise<Row[]> {
  return db.query<Row>(
    sql`select p.title, p.tags, (select array_agg(c.name order by pc.position, c.category_id)
          from product_categories pc join categories c on c.category_id = pc.category_id
          where pc.product_id = p.product_id) as categories
      from products p join product_search s on s.product_id = p.product_id
      where p.state = 'on_shelf' and s.lexemes @@ ${lexemes}::tsquery
      order by p.sales_count desc, p.product_id desc limit ${LOOKED_THROUGH}`,
  );
}

interface Word extends Item {
  folded: string;
}

/** The words of some products, each once, kinds in order and better sellers first. */
function wordsOf(rows: readonly Row[]): Word[] {
  const all = KINDS.flatMap((kind) =>
    rows.flatMap(({ title, tags, categories }) => {
      const texts = kind === 'category' ? (categories ?? []) : kind === 'tag' ? tags : piecesOf(title);
      return texts.map((text) => ({ text, kind, folded: fold(text).replace(/\s+/g, '') }));
    }),
  );
  const seen = new Set<string>();
  return all.filter(({ folded }) => !seen.has(folded) && seen.add(folded));
}

/** A title reads `柿釉手作茶壶 180ml 家用`: its pieces are what people type. */
function piecesOf(title: string): string[] {
  return title.split(/[^\p{L}\p{M}\p{N}%.+-]+/u).filter((piece) => piece && [...piece].length <= LONGEST_PIECE);
}

function firstOf(words: readonly Word[], rank: (word: Word) => number): Item[] {
  return [...words]
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MOST)
    .map(({ text, kind }) => ({ text, kind }));
}

/** How much of what was typed a word has, between 0 and 1. */
function share(terms: readonly Sign[], folded: string): number {
  const own = new Set(readSigns(folded).map(({ text }) => text));
  return terms.filter(({ text }) => own.has(text)).length / terms.length;
}
