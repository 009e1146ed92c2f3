import type { ResultKey } from '@jishi/contract/plain/attribution';
import type { Queryable } from '../db/db';
import { describeKeys } from './describeKeys';
import { readSales } from './readSales';
import { readScans } from './readScans';

export interface ResultFilter {
  /** Both instants; `to` is not in it any more. */
  from: Date;
  to: Date;
  by: ResultKey;
  /** Of one employee. */
  employeeId?: string;
  /** Of one store. */
  storeId?: string;
  /** Of these stores; null: of all. */
  storeIds?: readonly string[] | null;
}

/**
 * Scans and orders count when they happened, money that went back when it did. An order that went back whole until `to`
 * is none.
 */
export interface ResultFigures {
  scans: number;
  newCustomers: number;
  orders: number;
  amountFen: number;
  refundedFen: number;
  commissionFen: number;
}

/** `key`: the id, the token or the day; empty for what has none, which is what makes the rows add up. */
export interface ResultRow extends ResultFigures {
  key: string;
  name: string;
  pictureUrl: string | null;
}

/**
 * What the staff brought in a time, told apart by one thing; the most money first, days in their order. By employee there
 * is a row for nobody too, with every order of the shop that is nobody's: together they are all that was sold. The other
 * rows are of what employees brought.
 */
export async function readResults(db: Queryable, filter: ResultFilter): Promise<ResultRow[]> {
  const rows = new Map<string, ResultFigures>();
  for (const { key, ...figures } of [...(await readScans(db, filter)), ...(await readSales(db, filter))]) {
    rows.set(key, { ...(rows.get(key) ?? NOTHING), ...figures });
  }
  const described = await describeKeys(db, filter.by, [...rows.keys()]);
  const items = [...rows].map(([key, figures]) => ({ key, ...described(key), ...figures }));
  return items.sort(filter.by === 'day' ? byKey : byMoney);
}

const NOTHING: ResultFigures = { scans: 0, newCustomers: 0, orders: 0, amountFen: 0, refundedFen: 0, commissionFen: 0 };

const byKey = (a: ResultRow, b: ResultRow) => (a.key < b.key ? -1 : 1);
/** What is nobody's is last, however much. */
const byMoney = (a: ResultRow, b: ResultRow) =>
  Number(a.key === '') - Number(b.key === '') || b.amountFen - a.amountFen || b.scans - a.scans || byKey(a, b);
