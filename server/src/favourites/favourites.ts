import type { z } from 'zod';
import type { Favourite } from '@jishi/contract/favourites';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readCursor, writeCursor } from '../products/cursor';
import { readCards } from '../products/readCards';

type Page = { items: z.output<typeof Favourite>[]; nextCursor: string | null };

/** A person's favourites, the newest first, with today's price and stock. */
export async function listFavourites(
  db: Queryable,
  userId: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page> {
  const [ms, id] = readCursor(query.cursor) ?? [null, null];
  const rows = await db.query<{ product_id: string; added_fen: string; added_at: Date }>(
    sql`select product_id, added_fen, added_at from favourites
      where user_id = ${userId}
        and (${ms}::bigint is null or (added_at, product_id) < (to_timestamp(${ms}::bigint / 1000.0), ${id}::bigint))
      order by added_at desc, product_id desc limit ${query.limit + 1}`,
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
      return card ? [{ ...card, addedFen: Number(row.added_fen), addedAt: row.added_at.toISOString() }] : [];
    }),
    nextCursor: rows.length > query.limit && last ? writeCursor([`${+last.added_at}`, last.product_id]) : null,
  };
}

export async function isFavourite(db: Queryable, userId: string, productId: string): Promise<boolean> {
  const rows = await db.query(
    sql.named('favourites.is')`select 1 from favourites where user_id = ${userId} and product_id = ${productId}`,
  );
  return rows.length > 0;
}

/** Keeps the day and price of the first time. Throws `not_found`. */
export async function addFavourite(ctx: Context, userId: string, productId: string): Promise<void> {
  const card = (await readCards(ctx.db, [productId])).get(productId);
  if (!card) throw new AppError('not_found');
  await ctx.db.query(
    sql`insert into favourites (user_id, product_id, added_fen, added_at)
      values (${userId}, ${productId}, ${card.product.priceFen}, ${ctx.now()}) on conflict do nothing`,
  );
}

/** Removing what is not there is fine. */
export async function removeFavourite(db: Queryable, userId: string, productId: string): Promise<void> {
  await db.query(sql`delete from favourites where user_id = ${userId} and product_id = ${productId}`);
}
