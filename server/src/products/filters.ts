import { sql as raw, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ListProductsQuery } from '@jishi/contract/products';

type Query = z.output<typeof ListProductsQuery>;
type Condition = RawBuilder<unknown>;

/** Everything that a list asks of a product besides the words: conditions on `products`, joined by `and`. */
export function filtersOf(query: Query): Condition[] {
  const conditions = ofProduct(query);
  if (query.category) conditions.push(inCategory(query.category));
  const wanted = readAttributes(query.attributes);
  const isInStock = query.inStock === 'true';
  if (isInStock || wanted.size > 0) conditions.push(hasSku(wanted, isInStock));
  return conditions;
}

/** Those that look at the product's row alone. */
export function ofProduct(query: Pick<Query, 'tag' | 'priceMin' | 'priceMax'>): Condition[] {
  const conditions: Condition[] = [raw`state = 'on_shelf'`];
  if (query.tag) conditions.push(raw`tags @> array[${query.tag}]::text[]`);
  if (query.priceMin !== undefined) conditions.push(raw`price_fen >= ${query.priceMin}::bigint`);
  if (query.priceMax !== undefined) conditions.push(raw`price_fen <= ${query.priceMax}::bigint`);
  return conditions;
}

export function inCategory(slug: string): Condition {
  return raw`exists (select 1 from product_categories pc join categories c on c.category_id = pc.category_id
    left join categories parent on parent.category_id = c.parent_id
    where pc.product_id = products.product_id and (c.slug = ${slug} or parent.slug = ${slug}))`;
}

/** One SKU has to have it all: red in stock is not a red one sold out beside a blue one in stock. */
function hasSku(wanted: Map<string, string[]>, isInStock: boolean): Condition {
  const conditions: Condition[] = [
    raw`k.product_id = products.product_id and k.state = 'on_shelf'`,
    ...[...wanted].map(([name, values]) => hasValue(name, values)),
    ...(isInStock ? [raw`s.on_hand > s.reserved`] : []),
  ];
  return raw`exists (select 1 from skus k left join stock s on s.sku_id = k.sku_id
    where ${raw.join(conditions, raw` and `)})`;
}

/** That an SKU `k` of `products` has one of the values under this name: 大 may be a size and a pattern. */
export function hasValue(name: string, values: readonly string[]): Condition {
  return raw`(k.option_values && ${values}::text[] and k.option_values[(
    select o.place from jsonb_array_elements(products.options) with ordinality as o (option, place)
    where o.option ->> 'name' = ${name} limit 1)] = any(${values}::text[]))`;
}

/** `釉色:柿红,釉色:杏白,容量:180ml` → the values of each name. Text without a colon is no attribute. */
export function readAttributes(text = ''): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const pair of text.split(',')) {
    const at = pair.indexOf(':');
    if (at < 1 || at === pair.length - 1) continue;
    const name = pair.slice(0, at);
    byName.set(name, [...(byName.get(name) ?? []), pair.slice(at + 1)]);
  }
  return byName;
}
