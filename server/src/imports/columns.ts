import type { KeptField } from '../products/catalogue';

/** Shopify's header of each column: the classic export first, then the template of 2025. */
const HEADERS = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body (html)', 'body html', 'description'],
  vendor: ['vendor'],
  type: ['type'],
  productCategory: ['product category'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  giftCard: ['gift card'],
  option1Name: ['option1 name'],
  option1Value: ['option1 value'],
  option2Name: ['option2 name'],
  option2Value: ['option2 value'],
  option3Name: ['option3 name'],
  option3Value: ['option3 value'],
  code: ['variant sku', 'sku'],
  grams: ['variant grams', 'weight value (grams)'],
  inventory: ['variant inventory qty', 'inventory quantity'],
  price: ['variant price', 'price'],
  compareAt: ['variant compare at price', 'compare-at price'],
  barcode: ['variant barcode', 'barcode'],
  imageSrc: ['image src', 'product image url'],
  imagePosition: ['image position'],
  imageAlt: ['image alt text'],
  video: ['video src'],
  videoPoster: ['video poster'],
  facts: ['facts'],
  variantImage: ['variant image', 'variant image url'],
} as const;

export type ColumnName = keyof typeof HEADERS;

/** Where each column stands; absent columns are absent from the record. */
export interface Columns {
  at: Partial<Record<ColumnName, number>>;
  count: number;
  /** Columns of a fourth option and beyond, which must be empty. */
  extraOptions: number[];
}

const REQUIRED = { handle: 'Handle', title: 'Title', price: 'Variant Price' } as const;

/** Finds the columns by header, whatever their order and case. Answers what is wrong in Chinese instead of throwing. */
export function readHeader(fields: readonly string[]): Columns | { faults: string[] } {
  const names = fields.map((field) => field.trim().toLowerCase());
  const at: Columns['at'] = {};
  const faults: string[] = [];
  for (const [column, headers] of Object.entries(HEADERS) as [ColumnName, readonly string[]][]) {
    const places = names.flatMap((name, index) => (headers.includes(name) ? [index] : []));
    if (places.length > 1) faults.push(`列“${fields[places[0]!]!.trim()}”出现了 ${places.length} 次`);
    if (places[0] !== undefined) at[column] = places[0];
  }
  for (const [column, header] of Object.entries(REQUIRED) as [ColumnName, string][]) {
    if (at[column] === undefined) faults.push(`缺少“${header}”列`);
  }
  if (faults.length > 0) return { faults };
  const extraOptions = names.flatMap((name, index) => (/^option([4-9]|\d\d+) (name|value)$/.test(name) ? [index] : []));
  return { at, count: names.length, extraOptions };
}

const KEPT: [KeptField, ColumnName[]][] = [
  ['descriptionHtml', ['body']],
  ['vendor', ['vendor']],
  ['categories', ['type', 'productCategory']],
  ['tags', ['tags']],
  ['state', ['published', 'status']],
  ['images', ['imageSrc']],
  ['video', ['video']],
  ['facts', ['facts']],
  ['code', ['code']],
  ['compareAtFen', ['compareAt']],
  ['skuImages', ['variantImage']],
  ['weightGrams', ['grams']],
  ['barcode', ['barcode']],
];

/** What this file says nothing about: a file of prices and stock leaves descriptions and pictures alone. */
export function keptFields({ at }: Columns): ReadonlySet<KeptField> {
  const silent = KEPT.filter(([, columns]) => columns.every((column) => at[column] === undefined));
  // the format has no subtitle
  return new Set<KeptField>(['subtitle', ...silent.map(([field]) => field)]);
}
