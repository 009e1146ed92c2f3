import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { bumpRevision } from '../db/revisions';

export interface Units {
  skuId: string;
  quantity: number;
}

/**
 * Reserves all lines or tells which could not be: answers the ids of the reserved ones. Rows are locked in sku_id
 * order, so that two carts never deadlock, and the guard is in the statement: stock never goes below zero.
 */
export async function reserveStock(ctx: Context, tx: Tx, units: readonly Units[], ref: string): Promise<Set<string>> {
  const rows = await tx.query<{ sku_id: string; available: number }>(
    sql.named('stock.reserve')`with wanted as (
        select * from unnest(${ids(units)}::bigint[], ${quantities(units)}::int[], ${entryIds(ctx, units)}::bigint[])
          as w(sku_id, quantity, entry_id)
      ), locked as (
        select sku_id from stock where sku_id = any(${ids(units)}::bigint[]) order by sku_id for update
      ), taken as (
        update stock s set reserved = s.reserved + w.quantity
        from wanted w join locked l on l.sku_id = w.sku_id
        where s.sku_id = w.sku_id and s.on_hand - s.reserved >= w.quantity
        returning s.sku_id, w.quantity, w.entry_id, s.on_hand - s.reserved as available
      ), logged as (
        insert into stock_entries (sku_id, entry_id, on_hand_delta, reserved_delta, reason, ref, created_at)
        select sku_id, entry_id, 0, quantity, 'reserve', ${ref}, ${ctx.now()}::timestamptz from taken
      )
      select sku_id, available from taken`,
  );
  if (rows.some((row) => row.available === 0)) await bumpRevision(tx, 'stock');
  return new Set(rows.map((row) => row.sku_id));
}

/** Gives the reserved units of a closed order back. */
export function releaseStock(ctx: Context, tx: Tx, units: readonly Units[], ref: string): Promise<void> {
  return settle(ctx, tx, units, ref, 'release');
}

/** Turns the reserved units of a paid order into sold ones. */
export function sellStock(ctx: Context, tx: Tx, units: readonly Units[], ref: string): Promise<void> {
  return settle(ctx, tx, units, ref, 'sell');
}

/**
 * Puts sold units back on the shelf: of goods that were never shipped (`refund`), or that came back (`return`). A SKU
 * that the shop has given up since has no shelf.
 */
export async function restock(
  ctx: Context,
  tx: Tx,
  units: readonly Units[],
  ref: string,
  reason: 'refund' | 'return',
): Promise<void> {
  if (units.length === 0) return;
  const rows = await tx.query<{ was_sold_out: boolean }>(
    sql`with wanted as (
        select * from unnest(${ids(units)}::bigint[], ${quantities(units)}::int[], ${entryIds(ctx, units)}::bigint[])
          as w(sku_id, quantity, entry_id)
      ), locked as (
        select sku_id from stock where sku_id = any(${ids(units)}::bigint[]) order by sku_id for update
      ), moved as (
        update stock s set on_hand = s.on_hand + w.quantity
        from wanted w join locked l on l.sku_id = w.sku_id where s.sku_id = w.sku_id
        returning s.sku_id, w.quantity, w.entry_id, s.on_hand - s.reserved = w.quantity as was_sold_out
      ), logged as (
        insert into stock_entries (sku_id, entry_id, on_hand_delta, reserved_delta, reason, ref, created_at)
        select sku_id, entry_id, quantity, 0, ${reason}, ${ref}, ${ctx.now()}::timestamptz from moved
      )
      select was_sold_out from moved`,
  );
  if (rows.some((row) => row.was_sold_out)) await bumpRevision(tx, 'stock');
}

async function settle(ctx: Context, tx: Tx, units: readonly Units[], ref: string, reason: 'release' | 'sell') {
  const sold = reason === 'sell' ? 1 : 0;
  const rows = await tx.query<{ was_sold_out: boolean }>(
    sql.named('stock.settle')`with wanted as (
        select * from unnest(${ids(units)}::bigint[], ${quantities(units)}::int[], ${entryIds(ctx, units)}::bigint[])
          as w(sku_id, quantity, entry_id)
      ), locked as (
        select sku_id from stock where sku_id = any(${ids(units)}::bigint[]) order by sku_id for update
      ), moved as (
        update stock s set reserved = s.reserved - w.quantity, on_hand = s.on_hand - w.quantity * ${sold}::int
        from wanted w join locked l on l.sku_id = w.sku_id
        where s.sku_id = w.sku_id and s.reserved >= w.quantity
        returning s.sku_id, w.quantity, w.entry_id, s.on_hand - s.reserved = w.quantity as was_sold_out
      ), logged as (
        insert into stock_entries (sku_id, entry_id, on_hand_delta, reserved_delta, reason, ref, created_at)
        select sku_id, entry_id, -quantity * ${sold}::int, -quantity, ${reason}, ${ref}, ${ctx.now()}::timestamptz from moved
      )
      select sku_id, was_sold_out from moved`,
  );
  if (rows.length !== units.length) throw new Error(`stock of ${ref} was not reserved as its lines say`);
  if (!sold && rows.some((row) => row.was_sold_out)) await bumpRevision(tx, 'stock');
}

const ids = (units: readonly Units[]) => units.map((unit) => unit.skuId);
const quantities = (units: readonly Units[]) => units.map((unit) => unit.quantity);
const entryIds = (ctx: Context, units: readonly Units[]) => units.map(() => ctx.makeId());
