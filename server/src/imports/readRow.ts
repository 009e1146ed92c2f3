import { parseYuan } from '@jishi/contract/plain/money';
import type { CatalogueProduct, CatalogueSku } from '../products/catalogue';
import type { ColumnName, Columns } from './columns';
import { readFacts, readVideo } from './readExtras';

/** One row of the file, checked by itself. What only the whole product shows is checked in checkFile. */
export interface ImportRow {
  line: number;
  handle: string;
  product: Omit<CatalogueProduct, 'handle' | 'options' | 'images' | 'skus'>;
  isGiftCard: boolean;
  optionNames: string[];
  /** Absent in a row that only adds a picture. Its option values are the three columns' texts. */
  variant: CatalogueSku | null;
  image: { url: string; alt: string; position: number } | null;
}

export interface ReadRow {
  row: ImportRow;
  faults: string[];
  warnings: string[];
}

export const LIMITS = {
  handle: 255,
  title: 255,
  body: 200_000,
  vendor: 100,
  type: 255,
  tags: 50,
  tag: 40,
  optionName: 50,
  optionValue: 100,
  code: 100,
  barcode: 100,
  alt: 500,
  url: 2000,
  /** Fen. */
  price: 1_000_000_000,
  inventory: 100_000_000,
  grams: 100_000_000,
  images: 250,
  skus: 2000,
} as const;

const VARIANT: ColumnName[] = [
  'option1Value',
  'option2Value',
  'option3Value',
  'code',
  'inventory',
  'price',
  'compareAt',
  'barcode',
];
// a database refuses NUL, and the others are never meant
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const ON_SHELF: Record<string, boolean> = { active: true, draft: false, archived: false, unlisted: false };

/** Reads one record. Faults are Chinese sentences; a row with faults is only good for knowing its handle. */
export function readRow(line: number, fields: readonly string[], columns: Columns): ReadRow {
  const faults: string[] = [];
  const warnings: string[] = [];
  const get = (column: ColumnName) => fields[columns.at[column] ?? -1]?.trim() ?? '';
  const short = (column: ColumnName, label: string, most: number) => {
    const text = get(column);
    if (text.length > most) faults.push(`${label}太长（${text.length} 字，至多 ${most}）`);
    return text;
  };

  if (fields.some((field) => CONTROL.test(field))) faults.push('含有看不见的控制字符');
  if (fields.slice(columns.count).some((field) => field.trim() !== '')) faults.push('比表头多出几列');
  if (columns.extraOptions.some((index) => fields[index]?.trim())) faults.push('选项超过 3 个');

  const handle = short('handle', 'Handle ', LIMITS.handle).toLowerCase();
  if (handle === '') faults.push('缺少 Handle');
  else if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(handle)) faults.push(`Handle“${shown(handle)}”只能有字母、数字和 . _ -`);

  const tags = [
    ...new Set(
      get('tags')
        .split(/[,，]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
  if (tags.length > LIMITS.tags) faults.push(`标签太多（${tags.length} 个，至多 ${LIMITS.tags}）`);
  const longTag = tags.find((tag) => tag.length > LIMITS.tag);
  if (longTag) faults.push(`标签“${shown(longTag)}”太长（至多 ${LIMITS.tag} 字）`);

  const isOnShelf = readFlag(get('published'), 'Published', true, faults) && readStatus(get('status'), faults);
  const row: ImportRow = {
    line,
    handle,
    isGiftCard: readFlag(get('giftCard'), 'Gift Card', false, faults),
    product: {
      title: short('title', '标题', LIMITS.title),
      subtitle: '',
      descriptionHtml: short('body', '描述', LIMITS.body),
      vendor: short('vendor', 'Vendor ', LIMITS.vendor),
      categories: readCategory(
        short('type', 'Type ', LIMITS.type),
        short('productCategory', 'Product Category ', LIMITS.type),
      ),
      tags,
      state: isOnShelf ? 'on_shelf' : 'off_shelf',
      video: readVideo(get('video'), short('videoPoster', 'Video Poster ', LIMITS.url), faults),
      facts: readFacts(get('facts'), faults),
    },
    optionNames: (['option1Name', 'option2Name', 'option3Name'] as const).map((column, index) =>
      short(column, `Option${index + 1} Name `, LIMITS.optionName),
    ),
    variant: null,
    image: readImage(),
  };
  if (VARIANT.some((column) => get(column) !== '')) row.variant = readVariant();
  return { row, faults, warnings };

  function readImage(): ImportRow['image'] {
    const url = short('imageSrc', 'Image Src ', LIMITS.url);
    if (url === '') return null;
    const position = Number(get('imagePosition') || Number.NaN);
    return { url, alt: short('imageAlt', 'Image Alt Text ', LIMITS.alt), position: position > 0 ? position : Infinity };
  }

  function readVariant(): CatalogueSku {
    const priceFen = readMoney(get('price'), '价格', 'Variant Price', faults);
    if (get('price') === '') faults.push('缺少价格（Variant Price）');
    let compareAtFen = readMoney(get('compareAt'), '原价', 'Variant Compare At Price', faults);
    if (priceFen !== null && compareAtFen !== null && compareAtFen <= priceFen) {
      if (compareAtFen > 0 && compareAtFen < priceFen) warnings.push('原价低于现价，没有采用');
      compareAtFen = null;
    }
    return {
      code: short('code', 'SKU 编码', LIMITS.code) || null,
      optionValues: (['option1Value', 'option2Value', 'option3Value'] as const).map((column, index) =>
        short(column, `Option${index + 1} Value `, LIMITS.optionValue),
      ),
      priceFen: priceFen ?? 0,
      compareAtFen,
      stock: readCount(get('inventory'), '库存', 'Variant Inventory Qty', LIMITS.inventory, faults),
      imageUrl: short('variantImage', 'Variant Image ', LIMITS.url) || null,
      weightGrams: readGrams(get('grams'), faults),
      barcode: short('barcode', '条码', LIMITS.barcode) || null,
    };
  }
}

/** A cell's text as it is quoted in a message. */
export function shown(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function readMoney(text: string, label: string, header: string, faults: string[]): number | null {
  if (text === '') return null;
  const fen = parseYuan(text.replace(/(\.\d\d)0+$/, '$1'));
  if (fen === null) faults.push(`${label}“${shown(text)}”不是不小于 0、至多两位小数的金额（${header}）`);
  else if (fen > LIMITS.price) faults.push(`${label}“${shown(text)}”太大（${header}）`);
  return fen;
}

function readCount(text: string, label: string, header: string, most: number, faults: string[]): number | null {
  if (text === '') return null;
  if (!/^\d+$/.test(text)) faults.push(`${label}“${shown(text)}”不是不小于 0 的整数（${header}）`);
  else if (Number(text) > most) faults.push(`${label}“${shown(text)}”太大（${header}）`);
  else return Number(text);
  return null;
}

function readGrams(text: string, faults: string[]): number | null {
  if (text === '') return null;
  const grams = /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text)) : Number.NaN;
  if (grams <= LIMITS.grams) return grams;
  faults.push(`重量“${shown(text)}”不是克数（Variant Grams）`);
  return null;
}

function readFlag(text: string, header: string, byDefault: boolean, faults: string[]): boolean {
  if (text === '') return byDefault;
  if (/^(true|yes|1)$/i.test(text)) return true;
  if (!/^(false|no|0)$/i.test(text)) faults.push(`${header} 只能是 true 或 false，不能是“${shown(text)}”`);
  return false;
}

function readStatus(text: string, faults: string[]): boolean {
  if (text === '') return true;
  const isOnShelf = ON_SHELF[text.toLowerCase()];
  if (isOnShelf === undefined) faults.push(`Status 只能是 active、draft 或 archived，不能是“${shown(text)}”`);
  return isOnShelf ?? false;
}

/** `服装 > 女装` and `服装/女装` make two levels; Shopify's own taxonomy, which may be deeper, is cut after two. */
function readCategory(type: string, productCategory: string): string[][] {
  const text = type || productCategory;
  const parts = /[>＞]/.test(text) || type === '' ? text.split(/[>＞]/) : text.split(/[/／]/);
  const path = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, 2);
  return path.length > 0 ? [path] : [];
}
