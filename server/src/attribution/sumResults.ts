import type { Queryable } from '../db/db';
import { readResults, type ResultFigures, type ResultFilter, type ResultRow } from './results';

/** The rows, and what they come to: an order with two products is one. */
export async function sumResults(
  db: Queryable,
  filter: ResultFilter,
): Promise<{ items: ResultRow[]; total: ResultFigures }> {
  const items = await readResults(db, filter);
  const counted = filter.by === 'product' ? await readResults(db, { ...filter, by: 'code' }) : items;
  const sum = (name: keyof ResultFigures) => counted.reduce((whole, row) => whole + row[name], 0);
  return {
    items,
    total: {
      scans: sum('scans'),
      newCustomers: sum('newCustomers'),
      orders: sum('orders'),
      amountFen: sum('amountFen'),
      refundedFen: sum('refundedFen'),
      commissionFen: sum('commissionFen'),
    },
  };
}
