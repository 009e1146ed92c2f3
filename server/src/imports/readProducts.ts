import { createReadStream } from 'node:fs';
import type { CatalogueProduct } from '../products/catalogue';
import { valuesOf, type CheckedFile, type SeenProduct } from './checkFile';
import { readCsv } from './readCsv';
import { readRow, type ImportRow } from './readRow';

export class FileChanged extends Error {
  constructor() {
    super('文件在导入过程中被改动，没有写入任何内容，请重新导入');
  }
}

/**
 * The second pass over a file that was found good: products as soon as their last row is read, so that memory holds
 * only those that are open. `picture` gives the shop's address of a picture of the file.
 */
export async function* readProducts(
  file: string,
  { columns, products }: CheckedFile,
  picture: (url: string) => string,
): AsyncGenerator<CatalogueProduct> {
  const open = new Map<string, ImportRow[]>();
  let isHeader = true;
  let left = products.size;
  for await (const record of readCsv(createReadStream(file))) {
    if (record.fault !== undefined) throw new FileChanged();
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const { row, faults } = readRow(record.line, record.fields, columns);
    const seen = products.get(row.handle);
    if (!seen) throw new FileChanged();
    const rows = open.get(row.handle) ?? [];
    rows.push(row);
    open.set(row.handle, rows);
    if (faults.length > 0 && !seen.isGiftCard) throw new FileChanged();
    if (rows.length < seen.rows) continue;
    open.delete(row.handle);
    left -= 1;
    if (!seen.isGiftCard) yield toProduct(rows, seen, picture);
  }
  if (left !== 0) throw new FileChanged();
}

function toProduct(rows: ImportRow[], seen: SeenProduct, picture: (url: string) => string): CatalogueProduct {
  const first = rows[0]!;
  const skus = rows.flatMap(({ variant }) =>
    variant
      ? {
          ...variant,
          optionValues: valuesOf(seen.axes, variant.optionValues),
          imageUrl: variant.imageUrl && picture(variant.imageUrl),
        }
      : [],
  );
  const { video = null } = first.product;
  const images = rows
    .flatMap(({ image }) => image ?? [])
    .sort((a, b) => (a.position === b.position ? 0 : a.position - b.position))
    .map(({ url, alt }) => ({ url: picture(url), alt }));
  return {
    handle: first.handle,
    ...first.product,
    video: video && { ...video, posterUrl: video.posterUrl && picture(video.posterUrl) },
    options: seen.axes.map(({ name }, axis) => ({
      name,
      values: [...new Set(skus.map((sku) => sku.optionValues[axis]!))],
    })),
    images: images.filter(({ url }, index) => images.findIndex((image) => image.url === url) === index),
    skus,
  };
}
