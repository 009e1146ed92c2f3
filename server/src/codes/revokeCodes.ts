import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql } from '../db/db';
import { reachCodes } from './reachCode';

/**
 * Revokes codes, all or none, for good. Answers those that were in use or over until now. Throws `not_found` (details:
 * `token`), also for another store's.
 */
export async function revokeCodes(ctx: Context, actor: Actor, tokens: readonly string[]): Promise<string[]> {
  await reachCodes(ctx, actor, tokens);
  const rows = await ctx.db.query<{ token: string }>(
    sql`update short_codes set state = 'revoked' where token = any(${tokens}::text[]) and state = 'active' returning token`,
  );
  return rows.map(({ token }) => token);
}
