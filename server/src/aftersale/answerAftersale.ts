import type { z } from 'zod';
import type { AdminAftersale } from '@jishi/contract/admin/aftersales';
import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import type { Tx } from '../db/db';
import type { Units } from '../orders/stock';
import { approve, reject } from './answer';
import { readAftersaleDetail, visibleOwner } from './findAftersales';
import { lockAftersale, type LockedAftersale } from './moveAftersale';
import { receive } from './returnGoods';

/** Which request an employee answers. */
export interface Answering {
  actor: Pick<Actor, 'storeIds'>;
  aftersaleId: string;
}

type Detail = z.output<typeof AdminAftersale>;

/** Throws `not_found` (another store's too), `aftersale_state`, `return_address_missing`. */
export function approveAftersale(ctx: Context, answering: Answering, answer: string): Promise<Detail> {
  return act(ctx, answering, (tx, aftersale) => approve(ctx, tx, aftersale, { actor: 'merchant', note: answer }));
}

/** Throws `not_found` (another store's too), `aftersale_state`. */
export function rejectAftersale(ctx: Context, answering: Answering, answer: string): Promise<Detail> {
  return act(ctx, answering, (tx, aftersale) => reject(ctx, tx, aftersale, { actor: 'merchant', note: answer }));
}

/** Throws `not_found` (another store's too), `aftersale_state`, `aftersale_units`. */
export function receiveAftersale(
  ctx: Context,
  answering: Answering,
  { restocked, note }: { restocked: readonly Units[]; note: string },
): Promise<Detail> {
  return act(ctx, answering, (tx, aftersale) => receive(ctx, tx, aftersale, restocked, { actor: 'merchant', note }));
}

async function act(
  ctx: Context,
  { actor, aftersaleId }: Answering,
  work: (tx: Tx, aftersale: LockedAftersale) => Promise<void>,
): Promise<Detail> {
  await ctx.db.tx(async (tx) => {
    const userId = await visibleOwner(tx, aftersaleId, actor.storeIds);
    await work(tx, await lockAftersale(tx, userId, aftersaleId));
  });
  return readAftersaleDetail(ctx, aftersaleId, actor.storeIds);
}
