import type { z } from 'zod';
import type { AccountDeletion } from '@jishi/contract/account';
import { DELETION_DAYS } from '@jishi/contract/plain/limits';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { enqueue } from '../jobs';

type Deletion = z.output<typeof AccountDeletion>;

/** The outbox topic that carries a deletion out; the handler is in deleteAccount.ts. */
export const DELETE_ACCOUNT = 'account.delete';

const DAY_MS = 86_400_000;

/** Whether a person asked to be deleted, and from when on it may be done. */
export async function getAccountDeletion(db: Queryable, userId: string): Promise<Deletion> {
  const [row] = await db.query<{ requested_at: Date; due_at: Date }>(
    sql`select requested_at, due_at from account_deletions where user_id = ${userId}`,
  );
  if (!row) return { state: 'none', requestedAt: null, dueAt: null };
  return { state: 'requested', requestedAt: row.requested_at.toISOString(), dueAt: row.due_at.toISOString() };
}

/** Records the wish, and the job that carries it out; a second one keeps the first one's days. */
export async function requestAccountDeletion(ctx: Context, userId: string): Promise<Deletion> {
  const now = ctx.now();
  const due = new Date(now.getTime() + DELETION_DAYS * DAY_MS);
  await ctx.db.tx(async (tx) => {
    const [asked] = await tx.query(
      sql`insert into account_deletions (user_id, requested_at, due_at) values (${userId}, ${now}, ${due})
        on conflict do nothing returning user_id`,
    );
    if (asked) await enqueue(ctx, tx, { topic: DELETE_ACCOUNT, payload: { userId }, runAt: due });
  });
  return getAccountDeletion(ctx.db, userId);
}

/** Takes the wish back; its job then finds nothing to do. What has been carried out stays so. */
export async function withdrawAccountDeletion(db: Queryable, userId: string): Promise<Deletion> {
  await db.query(sql`delete from account_deletions where user_id = ${userId} and done_at is null`);
  return getAccountDeletion(db, userId);
}
