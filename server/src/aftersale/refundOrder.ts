import type { z } from 'zod';
import type { adminAftersaleRoutes } from '@jishi/contract/admin/aftersales';
import type { Context } from '../context';
import { ownerOf } from '../orders/findOrders';
import { approve } from './answer';
import { lockAftersale } from './moveAftersale';
import { getAftersale, type AftersaleBody } from './readAftersale';
import { requestAftersale } from './requestAftersale';

type Input = z.output<(typeof adminAftersaleRoutes)['POST /admin/orders/:orderId/refunds']['body']>;

/**
 * The merchant gives money back without being asked: the same request that a shopper makes, approved at once. The same
 * key gives the same refund. Throws as `requestAftersale` does.
 */
export async function refundOrder(
  ctx: Context,
  orderId: string,
  { key, note, ...asked }: Input,
): Promise<AftersaleBody> {
  const userId = await ownerOf(ctx.db, orderId);
  const input = { ...asked, kind: 'refund' as const, description: '', pictureIds: [] };
  const { id } = await requestAftersale(ctx, userId, orderId, key, input, 'merchant');
  await ctx.db.tx(async (tx) => {
    const aftersale = await lockAftersale(tx, userId, id);
    if (aftersale.state === 'requested') await approve(ctx, tx, aftersale, { actor: 'merchant', note });
  });
  return getAftersale(ctx, userId, id);
}
