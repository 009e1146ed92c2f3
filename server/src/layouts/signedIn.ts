import { authenticate } from '../auth';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';

/** Whether the bearer is somebody: with a phone number or a super-app's identity. A guest is not, nor is a lost token. */
export async function isSomebody(ctx: Context, authorization: string | undefined): Promise<boolean> {
  if (!authorization) return false;
  try {
    const { userId } = await authenticate(ctx, authorization);
    const [row] = await ctx.db.query<{ known: boolean }>(
      sql.named('layouts.somebody')`select exists (select 1 from identities where user_id = ${userId})
        or exists (select 1 from phones where user_id = ${userId}) as known`,
    );
    return row!.known;
  } catch (error) {
    if (error instanceof AppError && error.code === 'session_required') return false;
    throw error;
  }
}
