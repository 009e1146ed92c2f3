import {
  ANSWER_DAYS,
  ANSWER_HOURS,
  RECEIVE_DAYS,
  RETURN_DAYS,
  canMoveAftersale,
  type AftersaleActor,
  type AftersaleKind,
  type AftersaleState,
} from '@jishi/contract/plain/aftersales';
import type { OrderState } from '@jishi/contract/plain/orders';
import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { AppError } from '../errors';
import { enqueue } from '../jobs';
import { lockPaidOrder, type PaidOrder } from './paidOrder';
import { AFTERSALE_DUE } from './topics';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A request whose row is locked, and its order's. */
export interface LockedAftersale {
  userId: string;
  aftersaleId: string;
  order: PaidOrder;
  kind: AftersaleKind;
  state: AftersaleState;
  orderState: OrderState;
  goodsFen: number;
  dueAt: Date | null;
}

/** Who moves it, and what they say about it. */
export interface MovedBy {
  actor: AftersaleActor;
  note?: string;
}

/** Throws `not_found`. Orders are always locked before their requests, so that nobody waits in a circle. */
export async function lockAftersale(tx: Tx, userId: string, aftersaleId: string): Promise<LockedAftersale> {
  const [found] = await tx.query<{ orderId: string }>(
    sql`select order_id as "orderId" from aftersales where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
  if (!found) throw new AppError('not_found');
  const order = await lockPaidOrder(tx, userId, found.orderId);
  const [row] = await tx.query<
    Omit<LockedAftersale, 'userId' | 'aftersaleId' | 'order' | 'goodsFen'> & { goodsFen: string }
  >(
    sql`select kind, state, order_state as "orderState", goods_fen as "goodsFen", due_at as "dueAt" from aftersales
      where user_id = ${userId} and aftersale_id = ${aftersaleId} for update`,
  );
  return { ...row!, userId, aftersaleId, order, goodsFen: Number(row!.goodsFen) };
}

/**
 * Moves a locked request and notes who did it, with the time at which the new state ends by itself. Throws
 * `aftersale_state` (details: `state`) where the table of moves has none.
 */
export async function moveAftersale(
  ctx: Context,
  tx: Tx,
  aftersale: LockedAftersale,
  to: AftersaleState,
  by: MovedBy,
): Promise<LockedAftersale> {
  const { userId, aftersaleId, state } = aftersale;
  if (!canMoveAftersale(state, to)) throw new AppError('aftersale_state', { state });
  const dueAt = dueOf(to, aftersale.orderState, ctx.now());
  await tx.query(
    sql`update aftersales set state = ${to}, due_at = ${dueAt},
        done_at = case when ${to} = 'done' then ${ctx.now()}::timestamptz else done_at end
      where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
  await noteMove(ctx, tx, { userId, aftersaleId, from: state, to, ...by });
  if (dueAt) await enqueueDue(ctx, tx, { userId, aftersaleId, state: to, dueAt });
  return { ...aftersale, state: to, dueAt };
}

/** When a state ends by itself, or an answer is overdue; null: only somebody's act ends it. */
export function dueOf(state: AftersaleState, orderState: OrderState, now: Date): Date | null {
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (state) {
    case 'requested':
      return after(orderState === 'paid' ? ANSWER_HOURS * HOUR_MS : ANSWER_DAYS * DAY_MS);
    case 'approved':
      return after(RETURN_DAYS * DAY_MS);
    case 'returning':
      return after(RECEIVE_DAYS * DAY_MS);
    default:
      return null;
  }
}

export async function enqueueDue(
  ctx: Context,
  tx: Tx,
  due: { userId: string; aftersaleId: string; state: AftersaleState; dueAt: Date },
): Promise<void> {
  const { dueAt: runAt, ...payload } = due;
  await enqueue(ctx, tx, { topic: AFTERSALE_DUE, payload, runAt });
}

export async function noteMove(
  ctx: Context,
  tx: Tx,
  move: MovedBy & { userId: string; aftersaleId: string; from: AftersaleState | null; to: AftersaleState },
): Promise<void> {
  const { userId, aftersaleId, from, to, actor, note = '' } = move;
  await tx.query(
    sql`insert into aftersale_moves (user_id, aftersale_id, move_id, from_state, to_state, actor, note, created_at)
      values (${userId}, ${aftersaleId}, ${ctx.makeId()}, ${from}, ${to}, ${actor}, ${note}, ${ctx.now()})`,
  );
}

/** Whose request it is; throws `not_found`. */
export async function aftersaleOwner(db: Queryable, aftersaleId: string): Promise<string> {
  const [row] = await db.query<{ userId: string }>(
    sql`select user_id as "userId" from aftersale_owners where aftersale_id = ${aftersaleId}`,
  );
  if (!row) throw new AppError('not_found');
  return row.userId;
}
