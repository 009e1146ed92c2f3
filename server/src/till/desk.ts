import { authenticate, hashToken } from '../auth';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import type { Taker } from '../members/tillSlots';
import { guideOf } from '../staff/guideOf';

/** Tells a key from a session's token. */
export const KEY_PREFIX = 'till_';

/**
 * Who asks: a cash desk by its key, or somebody who works for the shop by their own session. Throws `session_required` for
 * neither, a revoked key among them, and `forbidden` for a shopper.
 */
export async function deskOf(ctx: Context, authorization: string | undefined): Promise<Taker> {
  const key = new RegExp(`^Bearer (${KEY_PREFIX}[A-Za-z0-9_-]{43})$`).exec(authorization ?? '')?.[1];
  if (key === undefined) {
    const session = await authenticate(ctx, authorization);
    return { employeeId: (await guideOf(ctx, session)).employeeId, keyId: null };
  }
  const [row] = await ctx.db.query<{ keyId: string }>(
    sql.named('till.key')`update till_keys set last_used_at = ${ctx.now()}
      where key_hash = ${hashToken(key)} and revoked_at is null returning key_id as "keyId"`,
  );
  if (!row) throw new AppError('session_required');
  return { employeeId: null, keyId: row.keyId };
}
