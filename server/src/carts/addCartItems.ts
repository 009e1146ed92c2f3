import { MAX_CART_LINES, MAX_QUANTITY } from '@jishi/contract/plain/limits';
import type { Context } from '../context';
import { sql } from '../db/db';
import { readSkus, type SkuRow } from '../products/skus';

export interface CartUnits {
  skuId: string;
  quantity: number;
}

export interface Refusal {
  skuId: string;
  code: 'off_shelf' | 'sold_out' | 'cart_full';
}

/**
 * Sees to it that the cart holds at least these units, as many of them as are in stock, selected. What cannot be
 * bought is refused, each for its reason; adding the same again changes nothing. SKUs differ.
 */
export async function addCartItems(
  ctx: Context,
  userId: string,
  items: readonly CartUnits[],
): Promise<{ added: CartUnits[]; refused: Refusal[] }> {
  const skus = await readSkus(
    ctx.db,
    items.map((item) => item.skuId),
  );
  return ctx.db.tx(async (tx) => {
    const rows = await tx.query<{ sku_id: string }>(sql`select sku_id from cart_items where user_id = ${userId}`);
    const held = new Set(rows.map((row) => row.sku_id));
    const added: CartUnits[] = [];
    const refused: Refusal[] = [];
    for (const { skuId, quantity } of items) {
      const code = refusal(skus.get(skuId)) ?? (held.has(skuId) || held.size < MAX_CART_LINES ? null : 'cart_full');
      if (code) refused.push({ skuId, code });
      else {
        held.add(skuId);
        added.push({ skuId, quantity: Math.min(quantity, skus.get(skuId)!.stock, MAX_QUANTITY) });
      }
    }
    await tx.query(
      sql`insert into cart_items (user_id, sku_id, quantity, is_selected, added_at)
        select ${userId}::bigint, a.sku_id, a.quantity, true, ${ctx.now()}::timestamptz
        from unnest(${added.map((item) => item.skuId)}::bigint[], ${added.map((item) => item.quantity)}::int[]) as a(sku_id, quantity)
        on conflict (user_id, sku_id) do update
        set quantity = greatest(cart_items.quantity, excluded.quantity), is_selected = true, added_at = excluded.added_at`,
    );
    return { added, refused };
  });
}

function refusal(sku: SkuRow | undefined): Refusal['code'] | null {
  if (!sku?.isOnShelf) return 'off_shelf';
  return sku.stock === 0 ? 'sold_out' : null;
}
