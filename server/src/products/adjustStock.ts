import type { z } from 'zod';
import type { Stock, StockEntry } from '@jishi/contract/admin/stock';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { bumpRevision } from '../db/revisions';
import { AppError } from '../errors';

type StockBody = z.output<typeof Stock>;
type Entry = z.output<typeof StockEntry>;

/** What an employee counted, and why it is written down. */
export interface Count {
  skuId: string;
  onHand: number;
  note: string;
  employeeId: string;
}

/**
 * Sets the units on hand, with an entry for the difference. Throws `not_found`, and `conflict` (details: the stock)
 * when orders hold more than that.
 */
export function adjustStock(ctx: Context, count: Count): Promise<{ before: StockBody; after: StockBody }> {
  return ctx.db.tx(async (tx) => {
    const moved = await setOnHand(ctx, tx, count);
    const canBeBought = ({ onHand, reserved }: StockBody) => onHand > reserved;
    if (canBeBought(moved.before) !== canBeBought(moved.after)) await bumpRevision(tx, 'stock');
    return moved;
  });
}

async function setOnHand(ctx: Context, tx: Tx, { skuId, onHand, note, employeeId }: Count) {
  const [row] = await tx.query<{ onHand: number; reserved: number; isMoved: boolean }>(
    sql`with known as (
        select on_hand, reserved from stock where sku_id = ${skuId} for update
      ), moved as (
        update stock set on_hand = ${onHand}::int
        from known where stock.sku_id = ${skuId} and known.reserved <= ${onHand}::int returning stock.sku_id
      ), logged as (
        insert into stock_entries (sku_id, entry_id, on_hand_delta, reserved_delta, reason, ref, note, created_at)
        select moved.sku_id, ${ctx.makeId()}::bigint, ${onHand}::int - known.on_hand, 0, 'adjust', ${employeeId}, ${note},
          ${ctx.now()}::timestamptz
        from moved, known where known.on_hand <> ${onHand}::int
      )
      select on_hand as "onHand", reserved, exists (select 1 from moved) as "isMoved" from known`,
  );
  if (!row) throw new AppError('not_found');
  const { isMoved, ...known } = row;
  if (!isMoved) throw new AppError('conflict', known);
  const before = { skuId, ...known };
  return { before, after: { ...before, onHand } };
}

/** What moved a SKU's stock, newest first. Throws `not_found`. */
export async function listStockEntries(
  db: Queryable,
  skuId: string,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: Entry[]; nextCursor: string | null }> {
  const [known] = await db.query(sql`select 1 from stock where sku_id = ${skuId}`);
  if (!known) throw new AppError('not_found');
  const rows = await db.query<Omit<Entry, 'createdAt'> & { createdAt: Date }>(
    sql`select entry_id as id, on_hand_delta as "onHandDelta", reserved_delta as "reservedDelta", reason, ref, note,
        created_at as "createdAt"
      from stock_entries
      where sku_id = ${skuId} and (${cursor ?? null}::bigint is null or entry_id < ${cursor ?? null}::bigint)
      order by entry_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(
    rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    limit,
  );
}
