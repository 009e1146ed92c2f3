import { sql, type Queryable } from '../db/db';

/** What cached answers depend on, at one moment. */
export interface Versions {
  catalogue: string;
  stock: string;
  layouts: string;
  /** By product id: the units of its SKUs on the shelf, in their order, `3,0,12`. */
  units: Record<string, string>;
}

/** One statement, so one snapshot. Costs the same for the whole shop: three rows, and the SKUs of the products asked for. */
export async function readVersions(db: Queryable, productIds: readonly string[]): Promise<Versions> {
  if (productIds.length === 0) {
    const [row] = await db.query<Omit<Versions, 'units'>>(
      sql.named('revisions.get')`select max(revision) filter (where scope = 'catalogue') as catalogue,
        max(revision) filter (where scope = 'stock') as stock,
        max(revision) filter (where scope = 'layouts') as layouts from revisions`,
    );
    return { ...row!, units: {} };
  }
  const [row] = await db.query<Versions>(
    sql.named('revisions.units')`select max(revision) filter (where scope = 'catalogue') as catalogue,
        max(revision) filter (where scope = 'stock') as stock,
        max(revision) filter (where scope = 'layouts') as layouts,
        (select coalesce(json_object_agg(product_id, units), '{}') from (
          select k.product_id, string_agg(coalesce(s.on_hand - s.reserved, 0)::text, ',' order by k.position, k.sku_id) as units
          from skus k left join stock s on s.sku_id = k.sku_id
          where k.product_id = any(${productIds}::bigint[]) and k.state = 'on_shelf' group by k.product_id
        ) of_product) as units
      from revisions`,
  );
  return row!;
}
