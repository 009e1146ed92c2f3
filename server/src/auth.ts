import { createHash, randomBytes } from 'node:crypto';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from './context';
import { sql } from './db/db';
import { AppError } from './errors';

/** The caller, as every `session` route sees them. */
export interface SessionRow {
  userId: string;
  visitId: string;
  platform: Platform;
  appId: string;
  openId: string | null;
  deviceId: string;
}

/** A token is 32 random bytes; only its hash is stored. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Resolves `Bearer <token>`; throws `session_required` for none, an unknown, an expired or a revoked one. */
export async function authenticate(ctx: Context, authorization: string | undefined): Promise<SessionRow> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
  if (!token) throw new AppError('session_required');
  const [row] = await ctx.db.query<SessionRow>(
    sql.named('sessions.get')`select user_id as "userId", visit_id as "visitId", platform, app_id as "appId",
        open_id as "openId", device_id as "deviceId"
      from sessions where token_hash = ${hashToken(token)} and expires_at > ${ctx.now()} and revoked_at is null`,
  );
  if (!row) throw new AppError('session_required');
  return row;
}
