import type { AdminOk } from '../api/call';
import { fenOf } from '../components/yuan';

type Sku = AdminOk<'GET /admin/products/:productId'>['skus'][number];

export interface Option {
  name: string;
  values: string[];
}

/** One row of the table: what can be bought, and for how much. */
export interface SkuRow {
  /** One value of each option. */
  values: string[];
  priceFen: number | null;
  compareAtFen: number | null;
  code: string;
  /** Units to begin with; of an SKU that is there already the stock has its own page. */
  stock: number | null;
  /** False: this combination is not sold. */
  isOn: boolean;
  /** What the table does not show, kept as it was. */
  known: Sku | null;
}

export const MAX_SKUS = 200;

export const keyOf = (values: readonly string[]): string => JSON.stringify(values);

export const blankRow = (values: string[] = []): SkuRow => ({
  values,
  priceFen: null,
  compareAtFen: null,
  code: '',
  stock: 0,
  isOn: true,
  known: null,
});

/** Every combination of the options that have values; one row without any. */
export function combinationsOf(options: readonly Option[]): string[][] {
  return options
    .filter(({ values }) => values.length > 0)
    .reduce<string[][]>((rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])), [[]]);
}

/**
 * The rows for changed options: a combination that was there keeps what was typed, a new one takes the prices of the
 * first row that it is a part of, or that is a part of it, because an option was added or taken away.
 */
export function arrange(options: readonly Option[], before: readonly SkuRow[]): SkuRow[] {
  const known = new Map(before.map((row) => [keyOf(row.values), row]));
  return combinationsOf(options).map((values) => {
    const same = known.get(keyOf(values));
    if (same) return same;
    const near = before.find(
      (row) => row.values.length !== values.length && (isPart(row.values, values) || isPart(values, row.values)),
    );
    const row = blankRow(values);
    return near ? { ...row, priceFen: near.priceFen, compareAtFen: near.compareAtFen } : row;
  });
}

const isPart = (few: readonly string[], many: readonly string[]) => few.every((value) => many.includes(value));

export const COLUMNS = ['priceFen', 'compareAtFen', 'stock', 'code'] as const;
export type Column = (typeof COLUMNS)[number];

/** Cells that were copied in a spreadsheet, from a row and a column on to the right and downward; null for a single cell. */
export function paste(rows: readonly SkuRow[], text: string, at: { row: number; column: Column }): SkuRow[] | null {
  const grid = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  if (grid.length === 1 && grid[0]!.length === 1) return null;
  const first = COLUMNS.indexOf(at.column);
  return rows.map((row, index) => {
    const cells = grid[index - at.row];
    if (!cells) return row;
    return cells.reduce((changed, cell, offset) => {
      const column = COLUMNS[first + offset];
      return column ? { ...changed, ...read(column, cell.trim()) } : changed;
    }, row);
  });
}

function read(column: Column, text: string): Partial<SkuRow> {
  if (column === 'code') return { code: text };
  if (column === 'stock') return /^\d{1,7}$/.test(text) ? { stock: Number(text) } : {};
  if (text === '' && column === 'compareAtFen') return { compareAtFen: null };
  const fen = fenOf(text);
  return fen === null ? {} : { [column]: fen };
}
