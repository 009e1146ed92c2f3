import type { z } from 'zod';
import type { Cart, CartItem } from '@jishi/contract/carts';
import { MAX_CART_LINES, MAX_QUANTITY } from '@jishi/contract/plain/limits';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readSkus, type SkuRow } from '../products/skus';

interface ItemRow {
  sku_id: string;
  quantity: number;
  is_selected: boolean;
}

/** The cart with today's prices and stock. Nothing of them is stored in it. */
export async function getCart(db: Queryable, userId: string): Promise<z.output<typeof Cart>> {
  const rows = await db.query<ItemRow>(
    sql.named('carts.get')`select sku_id, quantity, is_selected from cart_items
      where user_id = ${userId} order by added_at desc, sku_id desc`,
  );
  const skus = await readSkus(
    db,
    rows.map((row) => row.sku_id),
  );
  const items = rows.flatMap((row) => {
    const sku = skus.get(row.sku_id);
    return sku ? [toItem(row, sku)] : [];
  });
  const buyable = items.filter((item) => item.state === 'valid');
  const selected = buyable.filter((item) => item.isSelected);
  return {
    items,
    count: sum(buyable, (item) => item.quantity),
    selectedCount: sum(selected, (item) => item.quantity),
    selectedFen: sum(selected, (item) => item.quantity * item.priceFen),
  };
}

function toItem(row: ItemRow, sku: SkuRow): z.output<typeof CartItem> {
  return {
    skuId: row.sku_id,
    productId: sku.productId,
    title: sku.title,
    optionText: sku.optionText,
    imageUrl: sku.imageUrl,
    priceFen: sku.priceFen,
    quantity: row.quantity,
    stock: sku.stock,
    state: stateOf(row, sku),
    isSelected: row.is_selected,
  };
}

function stateOf(row: ItemRow, sku: SkuRow): z.output<typeof CartItem>['state'] {
  if (!sku.isOnShelf) return 'off_shelf';
  if (sku.stock === 0) return 'sold_out';
  return sku.stock < row.quantity ? 'insufficient' : 'valid';
}

const sum = <T>(list: T[], value: (item: T) => number) => list.reduce((total, item) => total + value(item), 0);

/**
 * Adds units; what is there already grows, up to 99 and up to what is in stock.
 * Throws `not_found`, `off_shelf`, `sold_out`, `cart_full`.
 */
export async function addCartItem(
  ctx: Context,
  userId: string,
  input: { skuId: string; quantity: number },
): Promise<z.output<typeof Cart>> {
  const sku = (await readSkus(ctx.db, [input.skuId])).get(input.skuId);
  if (!sku) throw new AppError('not_found');
  if (!sku.isOnShelf) throw new AppError('off_shelf');
  const most = Math.min(sku.stock, MAX_QUANTITY);
  if (input.quantity > most) throw new AppError('sold_out', { skuId: input.skuId, stock: sku.stock });
  await ctx.db.tx(async (tx) => {
    await tx.query(
      sql`insert into cart_items (user_id, sku_id, quantity, is_selected, added_at)
        values (${userId}, ${input.skuId}, ${input.quantity}, true, ${ctx.now()})
        on conflict (user_id, sku_id) do update
        set quantity = least(cart_items.quantity + excluded.quantity, greatest(${most}, cart_items.quantity)),
          is_selected = true, added_at = excluded.added_at`,
    );
    const [row] = await tx.query<{ n: number }>(
      sql`select count(*)::int as n from cart_items where user_id = ${userId}`,
    );
    if (row!.n > MAX_CART_LINES) throw new AppError('cart_full');
  });
  return getCart(ctx.db, userId);
}

/** Changes quantity or selection; throws `not_found` for a SKU that is not in the cart. */
export async function updateCartItem(
  ctx: Context,
  userId: string,
  skuId: string,
  change: { quantity?: number; isSelected?: boolean },
): Promise<z.output<typeof Cart>> {
  const rows = await ctx.db.query(
    sql`update cart_items set quantity = coalesce(${change.quantity ?? null}::int, quantity),
        is_selected = coalesce(${change.isSelected ?? null}::boolean, is_selected)
      where user_id = ${userId} and sku_id = ${skuId} returning sku_id`,
  );
  if (rows.length === 0) throw new AppError('not_found');
  return getCart(ctx.db, userId);
}

export async function selectAllCartItems(
  ctx: Context,
  userId: string,
  isSelected: boolean,
): Promise<z.output<typeof Cart>> {
  await ctx.db.query(sql`update cart_items set is_selected = ${isSelected} where user_id = ${userId}`);
  return getCart(ctx.db, userId);
}

/** Removing what is not there is fine. */
export async function removeCartItem(ctx: Context, userId: string, skuId: string): Promise<z.output<typeof Cart>> {
  await ctx.db.query(sql`delete from cart_items where user_id = ${userId} and sku_id = ${skuId}`);
  return getCart(ctx.db, userId);
}
