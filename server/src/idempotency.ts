import { createHash } from 'node:crypto';
import { sql, type Tx } from './db/db';
import { AppError } from './errors';

export interface IdempotentRequest {
  userId: string;
  key: string;
  route: string;
  body: unknown;
}

/**
 * Claims a key inside the transaction that does the work. Answers null when the work is to be done now, else what
 * was answered the first time. A second request with the same key waits for the first one's transaction.
 * Throws `idempotency_conflict` for the same key with another body or on another route.
 */
export async function claimKey<T>(tx: Tx, { userId, key, route, body }: IdempotentRequest): Promise<T | null> {
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  const [claimed] = await tx.query(
    sql.named('idempotency.claim')`insert into idempotency_keys (user_id, key, route, body_hash)
      values (${userId}, ${key}, ${route}, ${bodyHash}) on conflict (user_id, key) do nothing returning key`,
  );
  if (claimed) return null;
  const [known] = await tx.query<{ route: string; body_hash: string; response: T | null }>(
    sql.named(
      'idempotency.get',
    )`select route, body_hash, response from idempotency_keys where user_id = ${userId} and key = ${key}`,
  );
  if (!known?.response || known.route !== route || known.body_hash !== bodyHash)
    throw new AppError('idempotency_conflict');
  return known.response;
}
