import { sql, type Db, type Queryable } from '../db/db';
import { GRAMS_VERSION, gramsOf } from './grams';
import { IN_LABELS, IN_TITLE } from './terms';

interface Row {
  productId: string;
  title: string;
  subtitle: string;
  tags: string[];
  options: { name: string; values: string[] }[];
  categories: string[] | null;
}

const BACKFILL = 500;

/**
 * Makes the lexemes of some products from what the database has of them. Call it in the transaction that changes a
 * title, subtitle, tag, option or category; with `isCatchingUp` rows of the present version are left as they are.
 */
export async function indexProducts(
  db: Queryable,
  productIds: readonly string[],
  { isCatchingUp = false } = {},
): Promise<void> {
  const rows = await db.query<Row>(
    sql`select p.product_id as "productId", p.title, p.subtitle, p.tags, p.options,
        (select array_agg(c.name) || array_agg(coalesce(parent.name, ''))
          from product_categories pc join categories c on c.category_id = pc.category_id
          left join categories parent on parent.category_id = c.parent_id
          where pc.product_id = p.product_id) as categories
      from products p where p.product_id = any(${productIds}::bigint[])`,
  );
  const records = rows.map((row) => ({ productId: row.productId, lexemes: lexemesOf(row) }));
  await db.query(
    sql`insert into product_search (product_id, version, lexemes)
      select "productId", ${GRAMS_VERSION}, array_to_tsvector(lexemes)
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r("productId" bigint, lexemes text[])
      on conflict (product_id) do update set version = excluded.version, lexemes = excluded.lexemes
        where not ${isCatchingUp}::boolean or product_search.version <> excluded.version`,
  );
}

/** Indexes what an older program wrote. Doing it twice, or in two processes at once, changes nothing. */
export async function backfillSearch(db: Db): Promise<number> {
  const missing = await db.query<{ id: string }>(
    sql`select p.product_id as id from products p left join product_search s on s.product_id = p.product_id
      where s.version is distinct from ${GRAMS_VERSION}::smallint order by p.product_id`,
  );
  for (let from = 0; from < missing.length; from += BACKFILL) {
    const ids = missing.slice(from, from + BACKFILL).map(({ id }) => id);
    await indexProducts(db, ids, { isCatchingUp: true });
  }
  return missing.length;
}

function lexemesOf({ title, subtitle, tags, options, categories }: Row): string[] {
  const ofTitle = gramsOf([title]);
  const ofLabels = gramsOf([...tags, ...options.flatMap(({ values }) => values), ...(categories ?? [])]);
  const anywhere = new Set([...ofTitle, ...ofLabels, ...gramsOf([subtitle])]);
  return [...anywhere, ...ofTitle.map((gram) => IN_TITLE + gram), ...ofLabels.map((gram) => IN_LABELS + gram)];
}
