import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export type CsvRow = Record<string, string | number>;

/** Writes cells the way spreadsheets do: quoted when they hold a quote, a comma or a line break. */
export function csvText(header: readonly string[], rows: readonly CsvRow[], newline = '\n'): string {
  const cell = (value: string | number = '') =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : String(value);
  const lines = [header.map(cell), ...rows.map((row) => header.map((name) => cell(row[name])))];
  return lines.map((line) => line.join(',') + newline).join('');
}

/** The columns of Shopify's export that matter, in its order. */
export const SHOPIFY_HEADER = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Barcode',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
  'Variant Image',
  'Status',
] as const;

/** A plain product on one row. */
export function plainRow(handle: string, more: CsvRow = {}): CsvRow {
  return {
    Handle: handle,
    Title: `商品 ${handle}`,
    Published: 'true',
    'Option1 Name': 'Title',
    'Option1 Value': 'Default Title',
    'Variant Inventory Qty': 5,
    'Variant Price': '19.90',
    Status: 'active',
    ...more,
  };
}

export interface CsvFolder {
  write(content: string | Buffer): Promise<string>;
  remove(): Promise<void>;
}

/** A folder of its own for the files of one suite. */
export async function csvFolder(): Promise<CsvFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-csv-'));
  let count = 0;
  return {
    async write(content) {
      const file = path.join(folder, `${++count}.csv`);
      await writeFile(file, content);
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
