import type { z } from 'zod';
import type { Cart, CartItem } from '@jishi/contract/carts';
import { MAX_CART_LINES, MAX_QUANTITY } from '@jishi/contract/plain/limits';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { RULE_OF_SHOPPER, shippingHint, type ShopperRule } from '../pricing/shippingWords';
import { readSkus, SKU_COLUMNS, SKU_TABLES, type RawSku } from '../products/skus';

type ItemRow = RawSku & { quantity: number; isSelected: boolean; rule: ShopperRule | null };

/** An empty cart promises nothing. */
const NO_HINT = { freeFromFen: null, missingFen: null, unserved: null };
const NEWEST_FIRST = 'order by c.added_at desc, c.sku_id desc';

/** The cart with today's prices and stock. Nothing of them is stored in it. */
export async function getCart(ctx: Context, userId: string): Promise<z.output<typeof Cart>> {
  const rows = await ctx.db.query<ItemRow>({
    name: 'carts.get',
    text: `select ${SKU_COLUMNS}, c.quantity, c.is_selected as "isSelected",
        ${RULE_OF_SHOPPER} as rule
      from cart_items c join (${SKU_TABLES}) on k.sku_id = c.sku_id where c.user_id = $1 ${NEWEST_FIRST}`,
    values: [userId],
  });
  return toCart(ctx, rows);
}

function toCart(ctx: Context, rows: ItemRow[]): z.output<typeof Cart> {
  const items = rows.map(toItem);
  const buyable = items.filter((item) => item.state === 'valid');
  const selected = buyable.filter((item) => item.isSelected);
  const selectedFen = sum(selected, (item) => item.quantity * item.priceFen);
  return {
    items,
    count: sum(buyable, (item) => item.quantity),
    selectedCount: sum(selected, (item) => item.quantity),
    selectedFen,
    shipping: rows[0] ? shippingHint(ctx, rows[0].rule, selectedFen) : NO_HINT,
  };
}

function toItem(row: ItemRow): z.output<typeof CartItem> {
  return {
    skuId: row.skuId,
    productId: row.productId,
    title: row.title,
    optionText: row.optionText,
    imageUrl: row.imageUrl,
    priceFen: Number(row.priceFen),
    quantity: row.quantity,
    stock: row.stock,
    state: stateOf(row),
    isSelected: row.isSelected,
  };
}

function stateOf({ isOnShelf, stock, quantity }: ItemRow): z.output<typeof CartItem>['state'] {
  if (!isOnShelf) return 'off_shelf';
  if (stock === 0) return 'sold_out';
  return stock < quantity ? 'insufficient' : 'valid';
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
  return getCart(ctx, userId);
}

/** Changes quantity or selection in one statement; throws `not_found` for a SKU that is not in the cart. */
export async function updateCartItem(
  ctx: Context,
  userId: string,
  skuId: string,
  change: { quantity?: number; isSelected?: boolean },
): Promise<z.output<typeof Cart>> {
  const rows = await ctx.db.query<ItemRow & { isChanged: boolean }>({
    name: 'carts.change',
    // what the statement changes is not among what it reads, so the changed row is taken from its own answer
    text: `with changed as (
        update cart_items set quantity = coalesce($3::int, quantity), is_selected = coalesce($4::boolean, is_selected)
        where user_id = $1 and sku_id = $2 returning sku_id, quantity, is_selected
      )
      select ${SKU_COLUMNS}, coalesce(d.quantity, c.quantity) as quantity,
        coalesce(d.is_selected, c.is_selected) as "isSelected", ${RULE_OF_SHOPPER} as rule, d.sku_id is not null as "isChanged"
      from cart_items c join (${SKU_TABLES}) on k.sku_id = c.sku_id left join changed d on d.sku_id = c.sku_id
      where c.user_id = $1 ${NEWEST_FIRST}`,
    values: [userId, skuId, change.quantity ?? null, change.isSelected ?? null],
  });
  if (!rows.some((row) => row.isChanged)) throw new AppError('not_found');
  return toCart(ctx, rows);
}

export async function selectAllCartItems(
  ctx: Context,
  userId: string,
  isSelected: boolean,
): Promise<z.output<typeof Cart>> {
  await ctx.db.query(sql`update cart_items set is_selected = ${isSelected} where user_id = ${userId}`);
  return getCart(ctx, userId);
}

/** Removing what is not there is fine. */
export async function removeCartItem(ctx: Context, userId: string, skuId: string): Promise<z.output<typeof Cart>> {
  await ctx.db.query(sql`delete from cart_items where user_id = ${userId} and sku_id = ${skuId}`);
  return getCart(ctx, userId);
}
