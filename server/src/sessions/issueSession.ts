import type { z } from 'zod';
import type { Session } from '@jishi/contract/sessions';
import { makeToken, type SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';

const SESSION_MS = 90 * 86_400_000;

export const sessionEnd = (now: Date) => new Date(now.getTime() + SESSION_MS);

/** A fresh token on the same device and visit, for a caller whose own was revoked by what they just did. */
export async function issueSession(
  ctx: Context,
  tx: Tx,
  session: SessionRow,
  userId: string,
): Promise<z.output<typeof Session>> {
  const { platform, appId, openId, deviceId, visitId } = session;
  const { token, tokenHash } = makeToken();
  const now = ctx.now();
  const expiresAt = sessionEnd(now);
  await tx.query(
    sql`insert into sessions (token_hash, user_id, platform, app_id, open_id, device_id, visit_id, created_at, expires_at)
      values (${tokenHash}, ${userId}, ${platform}, ${appId}, ${openId}, ${deviceId}, ${visitId}, ${now}, ${expiresAt})`,
  );
  return { token, userId, visitId, expiresAt: expiresAt.toISOString() };
}
