import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

/** Column types of the tables that are queried through `build`; bigint ids and fen arrive as text. */
export interface Tables {
  products: {
    product_id: string;
    handle: string;
    title: string;
    subtitle: string;
    description_html: string;
    vendor: string;
    state: 'on_shelf' | 'off_shelf';
    tags: string[];
    options: { name: string; values: string[] }[];
    images: { url: string; alt: string }[];
    price_fen: string;
    max_price_fen: string;
    compare_at_fen: string | null;
    sales_count: number;
    created_at: Date;
    updated_at: Date;
  };
  product_categories: { product_id: string; category_id: string; position: number };
  categories: {
    category_id: string;
    parent_id: string | null;
    slug: string;
    name: string;
    image_url: string | null;
    position: number;
  };
  skus: { sku_id: string; product_id: string; state: 'on_shelf' | 'off_shelf' };
  stock: { sku_id: string; on_hand: number; reserved: number };
  orders: { user_id: string; order_id: string; state: string };
}

/**
 * Kysely as a compiler only: it builds the queries whose shape depends on the request, `Db.run` sends them.
 * Statements of a fixed shape are written by hand with `sql`.
 */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
