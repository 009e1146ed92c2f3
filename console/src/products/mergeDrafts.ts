import type { Draft } from './draft';
import { keyOf, type SkuRow } from './skuMatrix';

/**
 * What one person typed, put on top of what another one saved meanwhile: what the first did not touch is the other's.
 * Both began with `base`. Where both changed one field or one cell of the table, `mine` stays.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Draft {
  const pick = <K extends keyof Draft>(field: K): Draft[K] => (same(mine[field], base[field]) ? theirs : mine)[field];
  return {
    title: pick('title'),
    subtitle: pick('subtitle'),
    handle: theirs.handle,
    vendor: pick('vendor'),
    categoryIds: pick('categoryIds'),
    tags: pick('tags'),
    images: pick('images'),
    videoUrl: pick('videoUrl'),
    posterUrl: pick('posterUrl'),
    facts: pick('facts'),
    descriptionHtml: pick('descriptionHtml'),
    options: pick('options'),
    rows: mergeRows(base, mine, theirs),
  };
}

const CELLS = ['priceFen', 'compareAtFen', 'code', 'isOn'] as const;

/** The rows of whoever's options stand, cell by cell. */
function mergeRows(base: Draft, mine: Draft, theirs: Draft): SkuRow[] {
  const [was, typed, saved] = [base, mine, theirs].map(
    ({ rows }) => new Map(rows.map((row) => [keyOf(row.values), row])),
  );
  const frame = same(mine.options, base.options) ? theirs : mine;
  return frame.rows.map((row) => {
    const key = keyOf(row.values);
    const [before, own, other] = [was!.get(key), typed!.get(key), saved!.get(key)];
    if (!own || !other) return row;
    const kept = CELLS.filter((cell) => !before || own[cell] !== before[cell]).map((cell) => [cell, own[cell]]);
    return { ...other, ...(Object.fromEntries(kept) as Partial<SkuRow>) };
  });
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
