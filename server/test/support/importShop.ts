import { sql, type Observer } from '../../src/db/db';
import { importCatalogue, type ImportResult } from '../../src/imports/importCatalogue';
import { csvFolder, csvText, SHOPIFY_HEADER, type CsvRow } from './csv';
import { testApp, type TestApp } from './testApp';

export interface ImportShop {
  test: TestApp;
  write(content: string | Buffer): Promise<string>;
  importText(content: string | Buffer): Promise<ImportResult>;
  importRows(rows: CsvRow[], header?: readonly string[]): Promise<ImportResult>;
  /** The product as a shopper sees it, or undefined. */
  // tests read deep into answers whose shape they are about to check
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  productOf(handle: string): Promise<any>;
  /** All that an import may write, to compare. */
  everything(): Promise<unknown>;
  close(): Promise<void>;
}

/** An empty shop into which files are imported without fetching pictures. */
export async function importShop(observer?: Observer): Promise<ImportShop> {
  const [test, files] = await Promise.all([testApp({ observer }), csvFolder()]);
  const { db } = test.ctx;
  const importText = async (content: string | Buffer) =>
    importCatalogue(test.ctx, await files.write(content), { isFetching: false });
  return {
    test,
    write: files.write,
    importText,
    importRows: (rows, header = SHOPIFY_HEADER) => importText(csvText(header, rows)),
    async productOf(handle) {
      const [row] = await db.query<{ id: string }>(sql`select product_id as id from products where handle = ${handle}`);
      return row && (await (await test.shopper()).get(`/api/products/${row.id}`)).body;
    },
    async everything() {
      const tables = ['products', 'skus', 'stock', 'stock_entries', 'categories', 'product_categories'];
      const parts = tables.map((name) => `(select coalesce(jsonb_agg(t order by t::text), '[]') from ${name} t)`);
      const [row] = await db.query<{ all: unknown }>({ text: `select ${parts.join(' || ')} as all`, values: [] });
      return row!.all;
    },
    close: async () => {
      await Promise.all([test.close(), files.remove()]);
    },
  };
}

/** The lines and reasons of a file that must have been refused. */
export function faultsOf(result: ImportResult): [number, string][] {
  if (result.isImported) throw new Error('the file was imported');
  return result.faults.map(({ line, reason }) => [line, reason]);
}
