import type { z } from 'zod';
import type { AccountDeletion } from '@jishi/contract/account';
import { DELETION_DAYS } from '@jishi/contract/plain/limits';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';

type Deletion = z.output<typeof AccountDeletion>;

const DAY_MS = 86_400_000;

/** Whether a person asked to be deleted, and from when on it may be done. */
export async function getAccountDeletion(db: Queryable, userId: string): Promise<Deletion> {
  const [row] = await db.query<{ requested_at: Date; due_at: Date }>(
    sql`select requested_at, due_at from account_deletions where user_id = ${userId}`,
  );
  if (!row) return { state: 'none', requestedAt: null, dueAt: null };
  return { state: 'requested', requestedAt: row.requested_at.toISOString(), dueAt: row.due_at.toISOString() };
}

/** Records the wish; a second one keeps the first one's days. */
export async function requestAccountDeletion(ctx: Context, userId: string): Promise<Deletion> {
  const now = ctx.now();
  const due = new Date(now.getTime() + DELETION_DAYS * DAY_MS);
  await ctx.db.query(
    sql`insert into account_deletions (user_id, requested_at, due_at) values (${userId}, ${now}, ${due})
      on conflict do nothing`,
  );
  return getAccountDeletion(ctx.db, userId);
}

export async function withdrawAccountDeletion(db: Queryable, userId: string): Promise<Deletion> {
  await db.query(sql`delete from account_deletions where user_id = ${userId}`);
  return getAccountDeletion(db, userId);
}
