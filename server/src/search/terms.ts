import { sql as raw, type RawBuilder } from 'kysely';
import { readSigns, type Sign } from './grams';

/** `exact`: everything that was asked for. `near`: most of it, for a mistyped or overlong question. */
export type Precision = 'exact' | 'near';

/** Marks, no letter or digit, that tell where a lexeme stood; without one it may stand anywhere. */
export const IN_TITLE = '^';
export const IN_LABELS = '#';

const MAX_SIGNS = 100;
/** Of what was asked, the part that a near product must have. */
const NEAR_SHARE = 0.6;
const MAX_WRONG = 6;

/** What a shopper typed, as the index understands it; null when there is nothing to look for. */
export function readTerms(text: string): Sign[] | null {
  const signs = readSigns(text).slice(0, MAX_SIGNS);
  return signs.length > 0 ? signs : null;
}

/** How well an exact match fits, the best first: the title has it all, category, tags and options have, it is scattered. */
export const TIERS = [3, 2, 1] as const;
export type Tier = (typeof TIERS)[number];

/** The products that match exactly, as a table of `found_id` and `score`, their tier. */
export function matchingExactly(terms: readonly Sign[]): RawBuilder<unknown> {
  return raw`(select product_id as found_id, case when lexemes @@ ${all(terms, IN_TITLE)}::tsquery then 3
      when lexemes @@ ${all(terms, IN_LABELS)}::tsquery then 2 else 1 end as score
    from product_search where lexemes @@ ${all(terms)}::tsquery)`;
}

/** Those of one tier: inside it a list's order is one that an index has, so that not all of them need to be sorted. */
export function matchingTier(terms: readonly Sign[], tier: Tier): RawBuilder<unknown> {
  const [inTitle, inLabels] = [all(terms, IN_TITLE), all(terms, IN_LABELS)];
  const asked = {
    3: inTitle,
    2: `${inLabels} & !(${inTitle})`,
    1: `${all(terms)} & !(${inTitle}) & !(${inLabels})`,
  };
  return raw`(select product_id as found_id, ${raw.lit(tier)} as score
    from product_search where lexemes @@ ${asked[tier]}::tsquery)`;
}

/** The products that have most of what was asked, as the same table: the score is the number of grams in common. */
export function matchingNearly(terms: readonly Sign[]): RawBuilder<unknown> {
  const singles = unique(terms.map((sign) => single(sign)));
  const pairs = unique(terms.flatMap(({ pair }) => (pair ? [quote(pair)] : [])));
  const least = Math.ceil(singles.length * NEAR_SHARE);
  return raw`(select found_id, single_hits + pair_hits as score from
      (select product_id as found_id, ${countOf(singles)} as single_hits, ${countOf(pairs)} as pair_hits
        from product_search where lexemes @@ ${anyPart(terms)}::tsquery) counted
    where single_hits >= ${least}::int)`;
}

/** Two characters with one wrong have half in common with half the shop: no near search for so little. */
export function hasNear(terms: readonly Sign[]): boolean {
  return terms.length > 2;
}

/** A tsquery that asks for every sign, and for neighbours as neighbours. */
export function all(terms: readonly Sign[], place = ''): string {
  return unique(terms.flatMap((sign) => [single(sign, place), ...(sign.pair ? [quote(sign.pair, place)] : [])])).join(
    ' & ',
  );
}

/** A tsquery that asks for any one of the signs. */
export function any(terms: readonly Sign[]): string {
  return unique(terms.map((sign) => single(sign))).join(' | ');
}

/**
 * A tsquery for one whole part of the question among k + 1: when at most k signs are wrong, one part has none. It
 * leaves few products to count grams in, where asking for any gram would leave half the shop.
 */
function anyPart(terms: readonly Sign[]): string {
  const parts = Math.min(Math.max(Math.floor(terms.length / 4), 1), MAX_WRONG) + 1;
  return Array.from({ length: parts }, (_, index) => {
    const from = Math.floor((index * terms.length) / parts);
    const [first, ...rest] = terms.slice(from, Math.floor(((index + 1) * terms.length) / parts));
    return `(${all([{ ...first!, pair: null }, ...rest])})`;
  }).join(' | ');
}

function countOf(queries: readonly string[]): RawBuilder<unknown> {
  if (queries.length === 0) return raw`0`;
  return raw.join(
    queries.map((query) => raw`(lexemes @@ ${query}::tsquery)::int`),
    raw` + `,
  );
}

const single = ({ text, isWord }: Sign, place = '') => `${quote(text, place)}${isWord && text.length > 1 ? ':*' : ''}`;
// grams hold letters, digits and marks alone: nothing in them could end the quotation
const quote = (gram: string, place = '') => `'${place}${gram}'`;
const unique = (texts: readonly string[]) => [...new Set(texts)];
