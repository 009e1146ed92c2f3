import type { Context } from '../context';
import type { Tx } from '../db/db';
import { enqueue } from '../jobs';

/** The outbox topic that brings points to where an order stands (`userId`, `orderId`); jobs.ts has the handler. */
export const ORDER_POINTS = 'points.order';

/** An order is done, or some of its money goes back: its points follow once this commits. */
export const settleOrderPointsLater = (ctx: Context, tx: Tx, userId: string, orderId: string): Promise<void> =>
  enqueue(ctx, tx, { topic: ORDER_POINTS, payload: { userId, orderId } });
