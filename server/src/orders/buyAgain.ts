import type { z } from 'zod';
import type { BoughtAgain } from '@jishi/contract/orders';
import { addCartItems } from '../carts/addCartItems';
import type { Context } from '../context';
import { getOrder } from './readOrder';

/** Puts what an order held into the cart again, as far as it can still be bought. Throws `not_found`. */
export async function buyAgain(ctx: Context, userId: string, orderId: string): Promise<z.output<typeof BoughtAgain>> {
  const { lines } = await getOrder(ctx.db, userId, orderId);
  const { added, refused } = await addCartItems(ctx, userId, lines);
  const named = refused.flatMap(({ skuId, code }) =>
    lines.filter((line) => line.skuId === skuId).map(({ title, optionText }) => ({ skuId, title, optionText, code })),
  );
  return { added, refused: named };
}
