import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { keptFields, readHeader, type Columns } from './columns';
import { readCsv } from './readCsv';
import { LIMITS, readRow, shown, type ImportRow } from './readRow';

/** A line of the file and what is to be said about it, in Chinese. */
export interface Remark {
  line: number;
  reason: string;
}

/** What the first pass leaves behind for the second: little, whatever the size of the file. */
export interface CheckedFile {
  columns: Columns;
  keeps: ReturnType<typeof keptFields>;
  products: Map<string, SeenProduct>;
  rows: number;
  pictureUrls: Set<string>;
  /** SKU code → where it stands. */
  codes: Map<string, { line: number; handle: string }>;
  warnings: Remark[];
}

export interface SeenProduct {
  line: number;
  rows: number;
  isGiftCard: boolean;
  /** Which of the three option columns are used, and their names. */
  axes: { column: number; name: string }[];
}

/** Only while checking. */
interface Draft extends SeenProduct {
  combinations: Map<string, number>;
  images: number;
}

/** Reads the whole file and finds everything that is wrong with it; nothing is written unless `faults` is empty. */
export async function checkFile(
  file: string,
  onProgress: (rows: number, share: number) => void = () => undefined,
): Promise<{ checked: CheckedFile; faults: Remark[] } | { checked: null; faults: Remark[] }> {
  const { size } = await stat(file);
  const stream = createReadStream(file);
  const faults: Remark[] = [];
  const drafts = new Map<string, Draft>();
  let checked: CheckedFile | null = null;

  for await (const record of readCsv(stream)) {
    if (!checked) {
      const header = record.fault === undefined ? readHeader(record.fields) : { faults: [record.fault] };
      if ('faults' in header) {
        return { checked: null, faults: header.faults.map((reason) => ({ line: record.line, reason })) };
      }
      checked = {
        columns: header,
        keeps: keptFields(header),
        products: drafts,
        rows: 0,
        pictureUrls: new Set(),
        codes: new Map(),
        warnings: [],
      };
      continue;
    }
    checked.rows += 1;
    if (record.fault !== undefined) {
      faults.push({ line: record.line, reason: record.fault });
      continue;
    }
    const { row, faults: rowFaults, warnings } = readRow(record.line, record.fields, checked.columns);
    const add = (reason: string) => faults.push({ line: record.line, reason });
    if (row.handle === '') {
      rowFaults.forEach(add);
      continue;
    }
    const draft = drafts.get(row.handle) ?? start(row, checked, add);
    drafts.set(row.handle, draft);
    draft.rows += 1;
    if (draft.isGiftCard) continue;
    rowFaults.forEach(add);
    for (const reason of warnings) checked.warnings.push({ line: record.line, reason });
    if (row.image) addImage(row.image.url, draft, checked, add);
    if (row.variant) addVariant(row, draft, checked, add);
    if (checked.rows % 500 === 0) onProgress(checked.rows, Math.min(1, stream.bytesRead / size));
  }

  if (!checked) return { checked: null, faults: [{ line: 1, reason: '文件是空的' }] };
  onProgress(checked.rows, 1);
  for (const draft of drafts.values()) {
    if (!draft.isGiftCard && draft.combinations.size === 0) {
      faults.push({ line: draft.line, reason: '这件商品没有一行带价格（Variant Price）' });
    }
    draft.combinations.clear();
  }
  if (checked.rows === 0) faults.push({ line: 1, reason: '只有表头，没有商品' });
  return { checked, faults: faults.sort((a, b) => a.line - b.line) };
}

function start(row: ImportRow, checked: CheckedFile, add: (reason: string) => void): Draft {
  const axes = row.optionNames.flatMap((name, column) => (name ? [{ column, name }] : []));
  const isPlain = axes.length === 1 && /^title$/i.test(axes[0]!.name);
  const isDefault = isPlain && (!row.variant || /^default title$/i.test(row.variant.optionValues[axes[0]!.column]!));
  if (row.isGiftCard) checked.warnings.push({ line: row.line, reason: `礼品卡“${shown(row.product.title)}”已跳过` });
  else {
    if (row.product.title === '') add('商品的首行缺少标题（Title）');
    if (new Set(axes.map((axis) => axis.name)).size < axes.length) add('选项名重复');
    if (row.product.video?.posterUrl) checked.pictureUrls.add(row.product.video.posterUrl);
  }
  return {
    line: row.line,
    rows: 0,
    isGiftCard: row.isGiftCard,
    axes: isDefault ? [] : axes,
    combinations: new Map(),
    images: 0,
  };
}

function addImage(url: string, draft: Draft, checked: CheckedFile, add: (reason: string) => void): void {
  checked.pictureUrls.add(url);
  draft.images += 1;
  if (draft.images === LIMITS.images + 1) add(`图片太多（至多 ${LIMITS.images} 张）`);
}

function addVariant(row: ImportRow, draft: Draft, checked: CheckedFile, add: (reason: string) => void): void {
  const { code, imageUrl, optionValues } = row.variant!;
  if (imageUrl) checked.pictureUrls.add(imageUrl);
  for (const { column, name } of draft.axes) {
    if (optionValues[column] === '') add(`缺少选项“${shown(name)}”的值（Option${column + 1} Value）`);
  }
  const stray = optionValues.findIndex(
    (value, column) =>
      value !== '' && !/^default title$/i.test(value) && !draft.axes.some((axis) => axis.column === column),
  );
  if (stray >= 0) add(`有选项值“${shown(optionValues[stray]!)}”，但首行没有选项名（Option${stray + 1} Name）`);

  const values = valuesOf(draft.axes, optionValues);
  const key = values.join('\n');
  const twin = draft.combinations.get(key);
  if (twin !== undefined) add(`与第 ${twin} 行的款式${values.length ? `“${shown(values.join(' / '))}”` : ''}重复`);
  else draft.combinations.set(key, row.line);
  if (draft.combinations.size === LIMITS.skus + 1) add(`款式太多（至多 ${LIMITS.skus} 个）`);

  if (code === null) return;
  const other = checked.codes.get(code);
  if (other) add(`SKU 编码“${shown(code)}”与第 ${other.line} 行重复`);
  else checked.codes.set(code, { line: row.line, handle: row.handle });
}

/** A variant's values on the axes that its product uses. */
export function valuesOf(axes: SeenProduct['axes'], optionValues: readonly string[]): string[] {
  return axes.map(({ column }) => optionValues[column]!);
}
