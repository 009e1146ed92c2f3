import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import type { JobHandlers } from '../jobs';
import { DELETE_ACCOUNT } from './deletion';
import { PERSONAL_TABLES } from './personalTables';

const HOUR_MS = 3_600_000;
const RETRY_MS = 6 * HOUR_MS;
/** By then every request that was under way at the deletion has ended, and what it still wrote can be taken too. */
const SWEEP_MS = HOUR_MS;

/**
 * `idle`: nobody asked, or it was withdrawn, or it is not due yet. `waiting`: an order or a refund is under way.
 * `done`: at `doneAt`, now or before.
 */
export type DeletionOutcome = { state: 'idle' } | { state: 'waiting' } | { state: 'done'; doneAt: Date };

export const accountJobs: JobHandlers = {
  /** Comes back until it could be done, and once more to sweep. */
  async [DELETE_ACCOUNT](ctx, payload) {
    const outcome = await deleteAccount(ctx, payload.userId!);
    if (outcome.state === 'waiting') return { waitUntil: new Date(ctx.now().getTime() + RETRY_MS) };
    if (outcome.state === 'idle') return undefined;
    const sweepAt = new Date(outcome.doneAt.getTime() + SWEEP_MS);
    return ctx.now() < sweepAt ? sweepAt : undefined;
  },
};

/** Forgets a person whose deletion is due, in one transaction: all of it or nothing. Again, it changes nothing. */
export function deleteAccount(ctx: Context, userId: string): Promise<DeletionOutcome> {
  return ctx.db.tx(async (tx) => {
    const now = ctx.now();
    // locked: a withdrawal comes before all of it or finds it done
    const [wish] = await tx.query<{ done_at: Date | null }>(
      sql`select done_at from account_deletions where user_id = ${userId} and due_at <= ${now} for update`,
    );
    if (!wish) return { state: 'idle' };
    if (await hasUnfinished(tx, userId)) return { state: 'waiting' };
    await forget(tx, userId, now);
    const doneAt = wish.done_at ?? now;
    await tx.query(sql`update account_deletions set done_at = ${doneAt} where user_id = ${userId}`);
    return { state: 'done', doneAt };
  });
}

/** Goods that the person waits for, or money that is still moving. */
async function hasUnfinished(db: Queryable, userId: string): Promise<boolean> {
  const [row] = await db.query<{ isUnfinished: boolean }>(
    sql`select exists (select 1 from orders where user_id = ${userId} and state not in ('done', 'closed'))
      or exists (select 1 from aftersales where user_id = ${userId} and state not in ('done', 'rejected', 'withdrawn'))
      or exists (select 1 from refunds where user_id = ${userId} and state in ('requested', 'processing'))
      or exists (select 1 from payments where user_id = ${userId} and state in ('paying', 'refunding')) as "isUnfinished"`,
  );
  return row!.isUnfinished;
}

async function forget(tx: Tx, userId: string, now: Date): Promise<void> {
  for (const [table, forgetting] of Object.entries(PERSONAL_TABLES)) {
    if (forgetting.does === 'delete') {
      await tx.query({ text: `delete from ${table} where user_id = $1`, values: [userId] });
    } else if (forgetting.does === 'strip') await tx.query(forgetting.strip(userId, now));
  }
}
