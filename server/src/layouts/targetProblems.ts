import type { Context } from '../context';
import { sql } from '../db/db';
import type { Problem } from './problems';
import type { Reference } from './references';

interface Known {
  products: Map<string, { title: string; state: string }>;
  categories: Set<string>;
  tags: Set<string>;
  /** Slugs of campaigns, and whether each is released or about to be. */
  campaigns: Map<string, boolean>;
  stores: Map<string, { name: string; isActive: boolean }>;
}

/** Links that lead nowhere, and products that are not there. What is hidden keeps nothing from being published. */
export async function targetProblems(ctx: Context, slug: string, references: readonly Reference[]): Promise<Problem[]> {
  const known = await readKnown(ctx, references);
  return references.flatMap((reference) => {
    const { blockId, path, isHidden } = reference;
    const found = faultOf(reference, known, slug);
    if (!found) return [];
    return [{ level: isHidden ? 'warning' : found.level, blockId, path, text: found.text }];
  });
}

function faultOf(reference: Reference, known: Known, slug: string): Pick<Problem, 'level' | 'text'> | null {
  const { products, categories, tags, campaigns, stores } = known;
  switch (reference.to) {
    case 'product': {
      const product = products.get(reference.id);
      if (!product) return { level: 'error', text: '商品不存在了' };
      if (product.state === 'on_shelf') return null;
      const { title } = product;
      if (reference.isListed) return { level: 'warning', text: `「${title}」已下架，顾客看不到` };
      return { level: 'error', text: `「${title}」已下架，点了打不开` };
    }
    case 'category':
      return categories.has(reference.slug) ? null : { level: 'error', text: `分类「${reference.slug}」不存在了` };
    case 'tag':
      return tags.has(reference.tag) ? null : { level: 'warning', text: `没有商品带标签「${reference.tag}」` };
    case 'campaign': {
      const isReleased = campaigns.get(reference.slug);
      if (isReleased === undefined) return { level: 'error', text: `活动页「${reference.slug}」不存在了` };
      return isReleased || reference.slug === slug
        ? null
        : { level: 'error', text: `活动页「${reference.slug}」还没有发布` };
    }
    case 'store': {
      const store = stores.get(reference.id);
      if (!store) return { level: 'error', text: '门店不存在了，重新选' };
      return store.isActive ? null : { level: 'warning', text: `「${store.name}」已停业，选它的人看不到` };
    }
    case 'picture':
    case 'film':
      return null;
  }
}

async function readKnown({ db, now }: Context, references: readonly Reference[]): Promise<Known> {
  const [ids, slugs, tags, campaigns, storeIds] = [
    references.flatMap((one) => (one.to === 'product' ? one.id : [])),
    references.flatMap((one) => (one.to === 'category' ? one.slug : [])),
    references.flatMap((one) => (one.to === 'tag' ? one.tag : [])),
    references.flatMap((one) => (one.to === 'campaign' ? one.slug : [])),
    references.flatMap((one) => (one.to === 'store' ? one.id : [])),
  ];
  const products = await db.query<{ id: string; title: string; state: string }>(
    sql`select product_id as id, title, state from products where product_id = any(${ids}::bigint[])`,
  );
  const known = await db.query<{ what: string; name: string; isReleased: boolean }>(
    sql`select 'category' as what, slug as name, true as "isReleased" from categories where slug = any(${slugs}::text[])
      union all
      select 'tag', tag, true from unnest(${tags}::text[]) as wanted (tag)
        where exists (select 1 from products where state = 'on_shelf' and tags @> array[tag])
      union all
      select 'campaign', p.slug, exists (select 1 from layout_releases r where r.page_id = p.page_id
          and r.withdrawn_at is null and (r.ends_at is null or r.ends_at > ${now()}))
        from layout_pages p where p.page = 'campaign' and p.slug = any(${campaigns}::text[])`,
  );
  const stores = await db.query<{ id: string; name: string; isActive: boolean }>(
    sql`select store_id as id, name, is_active as "isActive" from stores where store_id = any(${storeIds}::bigint[])`,
  );
  const named = (what: string) => known.filter((row) => row.what === what);
  return {
    products: new Map(products.map(({ id, ...product }) => [id, product])),
    categories: new Set(named('category').map(({ name }) => name)),
    tags: new Set(named('tag').map(({ name }) => name)),
    campaigns: new Map(named('campaign').map(({ name, isReleased }) => [name, isReleased])),
    stores: new Map(stores.map(({ id, ...store }) => [id, store])),
  };
}
