import type { Context } from '../context';
import { sql } from '../db/db';
import { saveCatalogue, type SavedCatalogue } from '../products/saveCatalogue';
import { checkFile, type CheckedFile, type Remark } from './checkFile';
import { collectPictures, type CollectedPictures, type CollectOptions } from './collectPictures';
import { readProducts } from './readProducts';

export type ImportContext = Pick<Context, 'db' | 'makeId' | 'now' | 'assets'>;

export interface ImportOptions {
  /** False: pictures are not fetched. */
  isFetching?: boolean;
  /** Replaced in tests. */
  download?: Pick<CollectOptions, 'resolve' | 'isPublic' | 'connectTimeout' | 'wholeTimeout' | 'maxBytes'>;
  onProgress?(progress: ImportProgress): void;
}

export interface ImportProgress {
  phase: 'check' | 'pictures' | 'save';
  /** Lines read so far. */
  rows: number;
  /** Of this phase: percent of the file, pictures, products. */
  done: number;
  total: number;
}

/** How an import ended. With faults nothing was written. */
export type ImportResult =
  | { isImported: false; rows: number; faults: Remark[]; faultCount: number }
  | ({
      isImported: true;
      rows: number;
      warnings: Remark[];
      warningCount: number;
      uncategorised: number;
    } & SavedCatalogue & {
        pictures: Omit<CollectedPictures, 'addressOf'>;
      });

/** Faults and warnings that travel; of the others only the number. */
const MAX_REMARKS = 50;
const MAX_HELD = 50;

/** Imports a Shopify product CSV: the whole file is checked, pictures are fetched, then all is written at once. */
export async function importCatalogue(
  ctx: ImportContext,
  file: string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const progress = options.onProgress ?? (() => undefined);
  const { checked, faults } = await checkFile(file, (rows, share) =>
    progress({ phase: 'check', rows, done: Math.floor(share * 100), total: 100 }),
  );
  if (checked && faults.length === 0) faults.push(...(await findForeignCodes(ctx, checked)));
  if (!checked || faults.length > 0) {
    const [rows, faultCount] = [checked?.rows ?? 0, faults.length];
    return { isImported: false, rows, faults: faults.slice(0, MAX_REMARKS), faultCount };
  }

  const { rows } = checked;
  const pictures = await collectPictures(ctx, checked.pictureUrls, {
    ...options.download,
    isFetching: options.isFetching ?? true,
    onProgress: (done, total) => progress({ phase: 'pictures', rows, done, total }),
  });
  let uncategorised = 0;
  const total = [...checked.products.values()].filter((product) => !product.isGiftCard).length;
  const saved = await saveCatalogue(
    ctx,
    async function* () {
      uncategorised = 0;
      for await (const product of readProducts(file, checked, pictures.addressOf)) {
        if (product.categories.length === 0) uncategorised += 1;
        yield product;
      }
    },
    { keeps: checked.keeps, onProgress: (done) => progress({ phase: 'save', rows, done, total }) },
  );
  const { addressOf: _, ...counts } = pictures;
  return {
    isImported: true,
    rows,
    ...saved,
    held: saved.held.slice(0, MAX_HELD),
    warnings: checked.warnings.slice(0, MAX_REMARKS),
    warningCount: checked.warnings.length,
    uncategorised: checked.keeps.has('categories') ? 0 : uncategorised,
    pictures: counts,
  };
}

const BATCH = 1000;

/** SKU codes that a product outside the file already sells under: importing them would make a double. */
async function findForeignCodes({ db }: ImportContext, { codes, products }: CheckedFile): Promise<Remark[]> {
  const all = [...codes.keys()];
  const remarks: Remark[] = [];
  for (let start = 0; start < all.length; start += BATCH) {
    const rows = await db.query<{ code: string; handle: string }>(
      sql`select k.code, p.handle from skus k join products p on p.product_id = k.product_id
        where k.state = 'on_shelf' and k.code = any(${all.slice(start, start + BATCH)}::text[])`,
    );
    for (const { code, handle } of rows) {
      if (products.has(handle)) continue;
      remarks.push({ line: codes.get(code)!.line, reason: `SKU 编码“${code}”已属于商品“${handle}”` });
    }
  }
  return remarks.sort((a, b) => a.line - b.line);
}
