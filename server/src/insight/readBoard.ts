import type { z } from 'zod';
import type { Board } from '@jishi/contract/admin/board';
import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { listTodos } from './listTodos';
import { readFigures } from './readFigures';

/** How the shop, or the caller's stores, are doing today, and what waits for the caller. */
export async function readBoard(
  ctx: Pick<Context, 'db' | 'now'>,
  actor: Pick<Actor, 'role' | 'storeIds'>,
): Promise<z.output<typeof Board>> {
  const now = ctx.now();
  const figures = await readFigures(ctx.db, now, actor.storeIds);
  return { at: now.toISOString(), ...figures, todos: await listTodos(ctx, actor) };
}
