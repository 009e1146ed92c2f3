import type { z } from 'zod';
import type { StaffPeriod } from '@jishi/contract/plain/staff';
import type { Figures } from '@jishi/contract/staff';
import { readResults, type ResultFigures } from '../attribution/results';
import type { Context } from '../context';
import { sql } from '../db/db';
import type { Guide } from './guideOf';
import { spansOf, type Span } from './periods';

type FiguresBody = z.output<typeof Figures>;

const NOTHING: FiguresBody = {
  scans: 0,
  newCustomers: 0,
  orders: 0,
  amountFen: 0,
  refundedFen: 0,
  commissionFen: 0,
};

/** A guide's figures of a period, beside those of as much of the one before, and their place in each store. */
export async function readFigures(ctx: Context, { employeeId, stores }: Guide, period: StaffPeriod) {
  const at = ctx.now();
  const spans = spansOf(period, at);
  const totals = async (span: Span) => {
    const [row] = await readResults(ctx.db, { ...span, by: 'staff', employeeId });
    return row ? figuresOf(row) : NOTHING;
  };
  return {
    now: await totals(spans.now),
    before: await totals(spans.before),
    ranks: await Promise.all(stores.map((store) => rankIn(ctx, store, employeeId, spans.now))),
    countedAt: at.toISOString(),
  };
}

/** By what is left after refunds. Those who sold nothing come last, together. */
async function rankIn(ctx: Context, store: Guide['stores'][number], employeeId: string, span: Span) {
  const guides = await ctx.db.query<{ id: string }>(
    sql`select e.employee_id as id from employee_stores es join employees e on e.employee_id = es.employee_id
      where es.store_id = ${store.id} and e.state = 'active' and e.user_id is not null`,
  );
  const rows = await readResults(ctx.db, { ...span, by: 'staff', storeId: store.id });
  const net = new Map(rows.map((row) => [row.key, row.amountFen - row.refundedFen]));
  const own = net.get(employeeId) ?? 0;
  const ahead = guides.filter(({ id }) => (net.get(id) ?? 0) > own).length;
  return { storeName: store.name, rank: ahead + 1, of: guides.length };
}

/** What each code, or each product, brought a guide in the period. */
export async function readOwnResults(ctx: Context, { employeeId }: Guide, period: StaffPeriod, by: 'code' | 'product') {
  const { now } = spansOf(period, ctx.now());
  const rows = await readResults(ctx.db, { ...now, by, employeeId });
  return {
    items: rows.map((row) => ({ ...figuresOf(row), id: row.key, name: row.name, pictureUrl: row.pictureUrl })),
  };
}

const figuresOf = ({ scans, newCustomers, orders, amountFen, refundedFen, commissionFen }: ResultFigures) => ({
  scans,
  newCustomers,
  orders,
  amountFen,
  refundedFen,
  commissionFen,
});
