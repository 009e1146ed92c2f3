import type { z } from 'zod';
import type { HistoryItem } from '@jishi/contract/history';
import { MAX_HISTORY } from '@jishi/contract/plain/limits';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readCursor, writeCursor } from '../products/cursor';
import { readCards } from '../products/readCards';

type Page = { items: z.output<typeof HistoryItem>[]; nextCursor: string | null };

/** What a person looked at, the latest first, with today's price and stock. */
export async function listHistory(
  db: Queryable,
  userId: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page> {
  const [ms, id] = readCursor(query.cursor) ?? [null, null];
  const rows = await db.query<{ product_id: string; seen_at: Date }>(
    sql`select product_id, seen_at from history
      where user_id = ${userId}
        and (${ms}::bigint is null or (seen_at, product_id) < (to_timestamp(${ms}::bigint / 1000.0), ${id}::bigint))
      order by seen_at desc, product_id desc limit ${query.limit + 1}`,
  );
  const shown = rows.slice(0, query.limit);
  const cards = await readCards(
    db,
    shown.map((row) => row.product_id),
  );
  const last = shown.at(-1);
  return {
    items: shown.flatMap((row) => {
      const card = cards.get(row.product_id);
      return card ? [{ ...card, seenAt: row.seen_at.toISOString() }] : [];
    }),
    nextCursor: rows.length > query.limit && last ? writeCursor([`${+last.seen_at}`, last.product_id]) : null,
  };
}

/** Looked at now: one row a product; the oldest beyond 200 leave. Throws `not_found`. */
export async function recordVisit(ctx: Context, userId: string, productId: string): Promise<void> {
  await ctx.db.tx(async (tx) => {
    // one after another: two at once would each overlook the other's row
    await tx.query(sql`select 1 from users where user_id = ${userId} for update`);
    const saved = await tx.query(
      sql`insert into history (user_id, product_id, seen_at)
        select ${userId}::bigint, product_id, ${ctx.now()}::timestamptz from products where product_id = ${productId}
        on conflict (user_id, product_id) do update set seen_at = excluded.seen_at returning product_id`,
    );
    if (saved.length === 0) throw new AppError('not_found');
    await tx.query(
      sql`delete from history where user_id = ${userId} and product_id in (
          select product_id from history where user_id = ${userId}
          order by seen_at desc, product_id desc offset ${MAX_HISTORY})`,
    );
  });
}

/** Removing what is not there is fine. */
export async function removeVisit(db: Queryable, userId: string, productId: string): Promise<void> {
  await db.query(sql`delete from history where user_id = ${userId} and product_id = ${productId}`);
}

export async function clearHistory(db: Queryable, userId: string): Promise<void> {
  await db.query(sql`delete from history where user_id = ${userId}`);
}
