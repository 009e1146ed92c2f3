import type { z } from 'zod';
import type { Cart } from '@jishi/contract/carts';
import { MAX_QUANTITY } from '@jishi/contract/plain/limits';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { readSkus } from '../products/skus';
import { getCart } from './cart';

interface LineRow {
  sku_id: string;
  is_selected: boolean;
  added_at: Date;
}

/**
 * Puts another SKU of the same product in the place of a line, all at once or not at all. Where that SKU is in the
 * cart already the two become one line, up to 99 units and up to what is in stock.
 * Throws `not_found` for a line that is not there and an unknown SKU, `off_shelf`, `sold_out`, and `conflict` for a SKU
 * of another product.
 */
export async function replaceCartItem(
  ctx: Context,
  userId: string,
  skuId: string,
  next: { skuId: string; quantity: number },
): Promise<z.output<typeof Cart>> {
  const skus = await readSkus(ctx.db, [skuId, next.skuId]);
  const [old, wanted] = [skus.get(skuId), skus.get(next.skuId)];
  if (!old || !wanted) throw new AppError('not_found');
  if (old.productId !== wanted.productId) throw new AppError('conflict');
  if (!wanted.isOnShelf) throw new AppError('off_shelf');
  const most = Math.min(wanted.stock, MAX_QUANTITY);
  if (next.quantity > most) throw new AppError('sold_out', { skuId: next.skuId, stock: wanted.stock });
  await ctx.db.tx(async (tx) => {
    // both lines in one order, so that a change there and one back do not wait for each other
    const lines = await tx.query<LineRow>(
      sql`select sku_id, is_selected, added_at from cart_items
        where user_id = ${userId} and sku_id in (${skuId}, ${next.skuId}) order by sku_id for update`,
    );
    const line = lines.find(({ sku_id }) => sku_id === skuId);
    if (!line) throw new AppError('not_found');
    await tx.query(sql`delete from cart_items where user_id = ${userId} and sku_id = ${skuId}`);
    // the new line keeps the old one's place
    await tx.query(
      sql`insert into cart_items (user_id, sku_id, quantity, is_selected, added_at)
        values (${userId}, ${next.skuId}, ${next.quantity}, ${line.is_selected}, ${line.added_at})
        on conflict (user_id, sku_id) do update
        set quantity = least(cart_items.quantity + excluded.quantity, greatest(${most}, cart_items.quantity)),
          is_selected = cart_items.is_selected or excluded.is_selected,
          added_at = greatest(cart_items.added_at, excluded.added_at)`,
    );
  });
  return getCart(ctx, userId);
}
