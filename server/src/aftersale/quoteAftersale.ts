import type { z } from 'zod';
import type { AskRefund, OrderAftersales, RefundQuote } from '@jishi/contract/aftersales';
import type { Context } from '../context';
import { askableUntil, readPaidLines, readPaidOrder, refuseWay, shippingOf, waysBack, worthOfUnits } from './paidOrder';
import { readAftersalesOf } from './readAftersale';
import { fenLeft, unitsLeft } from './worth';

/** What these units are worth now. Throws `not_found`, `order_state`, `aftersale_over`, `aftersale_units`. */
export async function quoteAftersale(
  ctx: Context,
  userId: string,
  orderId: string,
  { kind, lines: asked }: z.output<typeof AskRefund>,
): Promise<z.output<typeof RefundQuote>> {
  const order = await readPaidOrder(ctx.db, userId, orderId);
  refuseWay(order, kind, ctx.now());
  const lines = await readPaidLines(ctx.db, userId, orderId);
  const worth = worthOfUnits(lines, asked);
  return {
    lines: worth.map(({ skuId, quantity, fen }) => ({ skuId, quantity, fen })),
    goodsFen: worth.reduce((sum, { fen }) => sum + fen, 0),
    shippingFen: shippingOf(order, lines, worth),
  };
}

/** What was asked back of an order, and what still can be. Throws `not_found`. */
export async function readOrderAftersales(
  ctx: Context,
  userId: string,
  orderId: string,
): Promise<z.output<typeof OrderAftersales>> {
  const order = await readPaidOrder(ctx.db, userId, orderId);
  const lines = await readPaidLines(ctx.db, userId, orderId);
  return {
    items: await readAftersalesOf(ctx, userId, orderId),
    kinds: [...waysBack(order, lines, ctx.now())],
    lines: lines.map((line) => ({ skuId: line.skuId, leftUnits: unitsLeft(line), leftFen: fenLeft(line) })),
    until: askableUntil(order)?.toISOString() ?? null,
  };
}
