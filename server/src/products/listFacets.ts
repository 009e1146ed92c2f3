import { sql as raw, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { FacetsQuery, ProductFacets } from '@jishi/contract/products';
import type { Queryable } from '../db/db';
import { build } from '../db/tables';
import { hasNear, matchingExactly, matchingNearly, readTerms } from '../search/terms';
import { hasValue, inCategory, ofProduct, readAttributes } from './filters';
import { isFound } from './listProducts';
import { joined, type Found } from './readRows';

type Query = z.output<typeof FacetsQuery>;
type Facets = z.output<typeof ProductFacets>;
type Condition = RawBuilder<unknown>;
interface Row {
  total: number;
  in_stock: number;
  attributes: { name: string; value: string; count: number }[];
  categories: Facets['categories'];
}

const MOST_NAMES = 6;
const MOST_VALUES = 12;

/** What the list of the same query could be narrowed to; searches as the list does, near when nothing is exact. */
export async function listFacets(db: Queryable, query: Query): Promise<Facets> {
  if (!query.q) return count(db, query, null);
  const terms = readTerms(query.q);
  if (!terms) return { total: 0, inStock: 0, attributes: [], categories: [] };
  const facets = await count(db, query, joined(matchingExactly(terms)));
  if (facets.total > 0 || !hasNear(terms) || (await isFound(db, terms))) return facets;
  return count(db, query, joined(matchingNearly(terms)));
}

/** One statement over the SKUs of what the product's own row and the words leave. */
async function count(db: Queryable, query: Query, found: Found | null): Promise<Facets> {
  const wanted = readAttributes(query.attributes);
  const asked = [...wanted].map(([name, values]) => ({ name, isMet: hasValue(name, values) }));
  const isStocked = query.inStock === 'true' ? raw`has_stock` : raw`true`;
  const statement = raw<Row>`with chosen as materialized (
      select product_id, options, ${query.category ? inCategory(query.category) : raw`true`} as is_inside
      from ${found ?? raw`products`} where ${raw.join(ofProduct(query), raw` and `)}),
    units as materialized (
      select product_id, is_inside, options, k.option_values, coalesce(s.on_hand > s.reserved, false) as has_stock,
        ${missedOf(asked)} as missed, ${firstMissedOf(asked)} as missed_name
      from chosen products join skus k using (product_id) left join stock s on s.sku_id = k.sku_id
      where k.state = 'on_shelf')
    select
      ${
        wanted.size > 0 || query.inStock === 'true'
          ? raw`(select count(distinct product_id)::int from units where is_inside and missed = 0 and ${isStocked})`
          : raw`(select count(*)::int from chosen where is_inside)`
      } as total,
      (select count(distinct product_id)::int from units where is_inside and missed = 0 and has_stock) as in_stock,
      (select coalesce(json_agg(row_to_json(a)), '[]') from (
        select o.option ->> 'name' as name, option_values[o.place] as value, count(distinct product_id)::int as count
        from units cross join lateral jsonb_array_elements(options) with ordinality as o (option, place)
        where is_inside and ${isStocked} and option_values[o.place] is not null
          and (missed = 0 or missed = 1 and missed_name = o.option ->> 'name')
        group by 1, 2) a) as attributes,
      (select coalesce(json_agg(row_to_json(c) order by c.count desc, c.position, c.slug), '[]') from (
        select upper.slug, upper.name, upper.position, count(distinct pc.product_id)::int as count
        from product_categories pc join categories c on c.category_id = pc.category_id
        join categories upper on upper.category_id = coalesce(c.parent_id, c.category_id)
        where pc.product_id in (${
          wanted.size > 0 || query.inStock === 'true'
            ? raw`select product_id from units where missed = 0 and ${isStocked}`
            : raw`select product_id from chosen`
        })
        group by upper.category_id) c) as categories`;
  const [row] = await db.run<Row>({ compile: () => statement.compile(build) });
  const { total, in_stock, attributes, categories } = row!;
  return {
    total,
    inStock: in_stock,
    attributes: mostOf(attributes, wanted),
    categories: categories.slice(0, MOST_VALUES).map(({ slug, name, count }) => ({ slug, name, count })),
  };
}

interface Asked {
  name: string;
  isMet: Condition;
}

/** How many of the chosen attributes an SKU lacks. A value is counted among SKUs that lack its own name's choice alone. */
function missedOf(asked: readonly Asked[]): Condition {
  if (asked.length === 0) return raw`0`;
  return raw.join(
    asked.map(({ isMet }) => raw`case when ${isMet} then 0 else 1 end`),
    raw` + `,
  );
}

function firstMissedOf(asked: readonly Asked[]): Condition {
  if (asked.length === 0) return raw`null::text`;
  const cases = asked.map(({ name, isMet }) => raw`when (${isMet}) is not true then ${name}::text`);
  return raw`case ${raw.join(cases, raw` `)} end`;
}

/** The names with the most products and their commonest values. Equal ones in the order of their code points. */
function mostOf(counted: Row['attributes'], wanted: Map<string, string[]>): Facets['attributes'] {
  const byName = new Map<string, { value: string; count: number }[]>();
  for (const { name, value, count } of counted) {
    // the list takes `name:value,name:value`: what has these signs in it cannot be asked for
    if (!/[:,]/.test(name) && !value.includes(',')) byName.set(name, [...(byName.get(name) ?? []), { value, count }]);
  }
  for (const [name, values] of wanted) {
    const known = byName.get(name) ?? [];
    const gone = values.filter((value) => !known.some((one) => one.value === value));
    byName.set(name, [...known, ...gone.map((value) => ({ value, count: 0 }))]);
  }
  const isChosen = (name: string, value?: string) =>
    value === undefined ? wanted.has(name) : (wanted.get(name)?.includes(value) ?? false);
  return [...byName]
    .map(([name, values]) => ({ name, values, count: values.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => Number(isChosen(b.name)) - Number(isChosen(a.name)) || byCount(a, b) || byText(a.name, b.name))
    .slice(0, MOST_NAMES)
    .map(({ name, values }) => ({
      name,
      values: values
        .sort(
          (a, b) =>
            Number(isChosen(name, b.value)) - Number(isChosen(name, a.value)) ||
            byCount(a, b) ||
            byText(a.value, b.value),
        )
        .slice(0, MOST_VALUES)
        .sort((a, b) => byCount(a, b) || byText(a.value, b.value)),
    }));
}

const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count;
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
