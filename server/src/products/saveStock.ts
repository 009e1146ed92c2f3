import type { Context } from '../context';
import { sql, type Tx } from '../db/db';

/** What a catalogue says about one SKU's stock. */
export interface StockLine {
  skuId: string;
  /** Units on hand; null: leave them. */
  wanted: number | null;
}

/** A SKU whose stock could not go down to what the catalogue says, because orders hold more. */
export interface HeldStock extends StockLine {
  kept: number;
}

interface StockRow {
  sku_id: string;
  on_hand: number;
  reserved: number;
}

const BATCH = 1000;

/**
 * Sets units on hand, never below what orders hold, each change with its entry. In `sku_id` order and at the end of
 * the caller's transaction, so that shoppers wait for its locks as briefly as possible.
 */
export async function saveStock(
  tx: Tx,
  ctx: Pick<Context, 'makeId' | 'now'>,
  lines: StockLine[],
): Promise<HeldStock[]> {
  const sorted = [...lines].sort((a, b) => (BigInt(a.skuId) < BigInt(b.skuId) ? -1 : 1));
  const held: HeldStock[] = [];
  for (let start = 0; start < sorted.length; start += BATCH) {
    held.push(...(await saveBatch(tx, ctx, sorted.slice(start, start + BATCH))));
  }
  return held;
}

async function saveBatch(tx: Tx, ctx: Pick<Context, 'makeId' | 'now'>, lines: StockLine[]): Promise<HeldStock[]> {
  const ids = lines.map((line) => line.skuId);
  const seen = byId(
    await tx.query<StockRow>(sql`select sku_id, on_hand, reserved from stock where sku_id = any(${ids}::bigint[])`),
  );
  const fresh = lines.filter((line) => !seen.has(line.skuId));
  if (fresh.length > 0) {
    await tx.query(
      sql`insert into stock (sku_id, on_hand)
        select * from unnest(${fresh.map((line) => line.skuId)}::bigint[], ${fresh.map((line) => line.wanted ?? 0)}::int[])`,
    );
  }
  const changed = lines.filter(({ skuId, wanted }) => {
    const row = seen.get(skuId);
    return row && wanted !== null && wanted !== row.on_hand;
  });
  const moves = fresh.map((line) => ({ skuId: line.skuId, delta: line.wanted ?? 0 }));
  const held: HeldStock[] = [];
  if (changed.length > 0) {
    const changedIds = changed.map((line) => line.skuId);
    // takes the locks and reads in one statement: an order may have come between
    const locked = byId(
      await tx.query<StockRow>(
        sql`update stock set on_hand = on_hand where sku_id = any(${changedIds}::bigint[]) returning sku_id, on_hand, reserved`,
      ),
    );
    const next = changed.map((line) => {
      const row = locked.get(line.skuId)!;
      const kept = Math.max(line.wanted!, row.reserved);
      if (kept > line.wanted!) held.push({ ...line, kept });
      moves.push({ skuId: line.skuId, delta: kept - row.on_hand });
      return kept;
    });
    await tx.query(
      sql`update stock set on_hand = i.on_hand
        from unnest(${changedIds}::bigint[], ${next}::int[]) as i(sku_id, on_hand) where stock.sku_id = i.sku_id`,
    );
  }
  await writeEntries(
    tx,
    ctx,
    moves.filter((move) => move.delta !== 0),
  );
  return held;
}

async function writeEntries(
  tx: Tx,
  { makeId, now }: Pick<Context, 'makeId' | 'now'>,
  moves: { skuId: string; delta: number }[],
): Promise<void> {
  if (moves.length === 0) return;
  await tx.query(
    sql`insert into stock_entries (sku_id, entry_id, on_hand_delta, reserved_delta, reason, ref, created_at)
      select i.sku_id, i.entry_id, i.delta, 0, 'catalogue', '', ${now()}::timestamptz
      from unnest(${moves.map((move) => move.skuId)}::bigint[], ${moves.map(() => makeId())}::bigint[],
        ${moves.map((move) => move.delta)}::int[]) as i(sku_id, entry_id, delta)`,
  );
}

const byId = (rows: StockRow[]) => new Map(rows.map((row) => [row.sku_id, row]));
