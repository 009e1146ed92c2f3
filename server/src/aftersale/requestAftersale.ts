import type { z } from 'zod';
import type { RequestAftersale } from '@jishi/contract/aftersales';
import { aftersaleReasons, type AftersaleActor } from '@jishi/contract/plain/aftersales';
import { useUploads } from '../assets/uploads';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { claimKey } from '../idempotency';
import { dueOf, enqueueDue, noteMove } from './moveAftersale';
import {
  lockPaidOrder,
  readPaidLines,
  readPaidOrder,
  refuseWay,
  shippingOf,
  worthOfUnits,
  type PaidOrder,
} from './paidOrder';
import { getAftersale, type AftersaleBody } from './readAftersale';
import { spread, type WorthLine } from './worth';

type Input = z.output<typeof RequestAftersale>;

/** What is asked for, and what it is worth. */
interface Asked {
  actor: AftersaleActor;
  order: PaidOrder;
  worth: WorthLine[];
  goodsFen: number;
  shippingFen: number;
}

/**
 * Asks for money back for some units of an order. The order's row is locked meanwhile, so that no unit is asked back
 * twice. The same key gives the same request. Throws `not_found`, `order_state` (also for a reason that does not fit
 * how the order stands now), `aftersale_over`, `aftersale_units`, `refund_too_high` (details: `maxFen`),
 * `idempotency_conflict`.
 */
export async function requestAftersale(
  ctx: Context,
  userId: string,
  orderId: string,
  key: string,
  input: Input,
  /** The merchant may ask in the shopper's place. */
  actor: AftersaleActor = 'shopper',
): Promise<AftersaleBody> {
  const aftersaleId = await ctx.db.tx(async (tx) => {
    const body = { orderId, ...input };
    const known = await claimKey<{ aftersaleId: string }>(tx, { userId, key, route: 'requestAftersale', body });
    if (known) return known.aftersaleId;
    await readPaidOrder(tx, userId, orderId);
    const order = await lockPaidOrder(tx, userId, orderId);
    refuseWay(order, input.kind, ctx.now());
    if (!aftersaleReasons(input.kind, order.state).includes(input.reason)) {
      throw new AppError('order_state', { state: order.state });
    }
    const lines = await readPaidLines(tx, userId, orderId);
    const worth = worthOfUnits(lines, input.lines);
    const maxFen = worth.reduce((sum, { fen }) => sum + fen, 0);
    const goodsFen = input.goodsFen ?? maxFen;
    if (goodsFen > maxFen) throw new AppError('refund_too_high', { maxFen });
    const made = await insert(ctx, tx, userId, input, {
      actor,
      order,
      worth,
      goodsFen,
      shippingFen: shippingOf(order, lines, worth),
    });
    await tx.query(
      sql`update idempotency_keys set response = ${JSON.stringify({ aftersaleId: made })}::jsonb
        where user_id = ${userId} and key = ${key}`,
    );
    return made;
  });
  ctx.kickJobs();
  return getAftersale(ctx, userId, aftersaleId);
}

async function insert(ctx: Context, tx: Tx, userId: string, input: Input, asked: Asked): Promise<string> {
  const { actor, order, worth, goodsFen, shippingFen } = asked;
  const aftersaleId = ctx.makeId();
  const dueAt = dueOf('requested', order.state, ctx.now())!;
  const maxFen = worth.reduce((sum, { fen }) => sum + fen, 0);
  const parts = spread(goodsFen, worth);
  const lines = JSON.stringify(
    worth.map(({ fen, ...line }, index) => ({ ...line, maxFen: fen, fen: parts[index]!.fen })),
  );
  await useUploads(ctx, tx, userId, input.pictureIds);
  await tx.query(
    sql`with owner as (
        insert into aftersale_owners (aftersale_id, user_id) values (${aftersaleId}, ${userId})
      ), lines as (
        insert into aftersale_lines (user_id, aftersale_id, line_id, order_id, sku_id, quantity, max_fen, fen)
        select ${userId}::bigint, ${aftersaleId}::bigint, l."lineId", ${order.orderId}::bigint, l."skuId", l.quantity,
          l."maxFen", l.fen
        from jsonb_to_recordset(${lines}::jsonb) as l("lineId" bigint, "skuId" bigint, quantity int, "maxFen" bigint, fen bigint)
      ), pictures as (
        insert into aftersale_pictures (user_id, aftersale_id, upload_id, position)
        select ${userId}::bigint, ${aftersaleId}::bigint, id, nth
        from unnest(${input.pictureIds}::bigint[]) with ordinality as p(id, nth)
      )
      insert into aftersales (user_id, aftersale_id, order_id, kind, state, reason, description, order_state, max_fen,
        goods_fen, shipping_fen, due_at, created_at)
      values (${userId}, ${aftersaleId}, ${order.orderId}, ${input.kind}, 'requested', ${input.reason}, ${input.description},
        ${order.state}, ${maxFen}, ${goodsFen}, ${shippingFen}, ${dueAt}, ${ctx.now()})`,
  );
  await noteMove(ctx, tx, { userId, aftersaleId, from: null, to: 'requested', actor });
  await enqueueDue(ctx, tx, { userId, aftersaleId, state: 'requested', dueAt });
  return aftersaleId;
}
