import type { z } from 'zod';
import type { TillKey } from '@jishi/contract/admin/till';
import { hashToken, makeToken } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { KEY_PREFIX } from './desk';

type KeyBody = z.output<typeof TillKey>;

interface KeyRow {
  id: string;
  name: string;
  storeId: string;
  storeName: string;
  ending: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** The last made first. */
export const listTillKeys = (db: Queryable): Promise<KeyBody[]> => readKeys(db, null);

/** The key itself is in this answer and nowhere else. Throws `not_found` for a store that is not there. */
export async function createTillKey(
  ctx: Context,
  createdBy: string,
  { storeId, name }: { storeId: string; name: string },
): Promise<{ key: KeyBody; secret: string }> {
  const [store] = await ctx.db.query(sql`select 1 from stores where store_id = ${storeId}`);
  if (!store) throw new AppError('not_found', { storeId });
  const secret = KEY_PREFIX + makeToken().token;
  const keyId = ctx.makeId();
  await ctx.db.query(
    sql`insert into till_keys (key_id, key_hash, store_id, name, ending, created_by, created_at)
      values (${keyId}, ${hashToken(secret)}, ${storeId}, ${name}, ${secret.slice(-4)}, ${createdBy}, ${ctx.now()})`,
  );
  const [key] = await readKeys(ctx.db, keyId);
  return { key: key!, secret };
}

/** From now on it opens nothing; again, it changes nothing. Throws `not_found`. */
export async function revokeTillKey(ctx: Context, keyId: string): Promise<{ before: KeyBody; after: KeyBody }> {
  const [before] = await readKeys(ctx.db, keyId);
  if (!before) throw new AppError('not_found', { keyId });
  await ctx.db.query(sql`update till_keys set revoked_at = coalesce(revoked_at, ${ctx.now()}) where key_id = ${keyId}`);
  const [after] = await readKeys(ctx.db, keyId);
  return { before, after: after! };
}

async function readKeys(db: Queryable, keyId: string | null): Promise<KeyBody[]> {
  const rows = await db.query<KeyRow>(
    sql`select k.key_id as id, k.name, k.store_id as "storeId", coalesce(s.name, '') as "storeName", k.ending,
        k.created_at as "createdAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"
      from till_keys k left join stores s on s.store_id = k.store_id
      where ${keyId}::bigint is null or k.key_id = ${keyId}::bigint order by k.key_id desc`,
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}
