import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Db } from '../db/db';
import { AppError } from '../errors';

/** What a platform answers to a request for a token. */
export interface FreshToken {
  token: string;
  expiresInMs: number;
}

/** Tokens with which our servers speak to a platform's, one for all processes: a second one may end the first. */
export interface AccessTokens {
  /** A token that is good for a while; any number of first callers make one request. Throws what `fetch` throws. */
  get(name: string, fetch: () => Promise<FreshToken>): Promise<string>;
  /** After the platform refused `refused`: a newer one, asked for once however many were refused. */
  renew(name: string, refused: string, fetch: () => Promise<FreshToken>): Promise<string>;
}

/** A token is not used in its last minutes: it must outlive the request that carries it. */
const MARGIN_MS = 5 * 60_000;
/** Longer than any token request may take. */
const LEASE_MS = 15_000;
const POLL_MS = 50;
const PATIENCE_MS = 20_000;

export function accessTokens(db: Db, now: () => Date): AccessTokens {
  const running = new Map<string, Promise<string>>();

  const read = async (name: string): Promise<string | null> => {
    const [row] = await db.query<{ token: string | null }>(
      sql.named('tokens.read')`select token from access_tokens where name = ${name} and expires_at > ${now()}`,
    );
    return row?.token ?? null;
  };

  /** The token, or null when another process holds the lease. */
  const fetchWithLease = async (
    name: string,
    refused: string | null,
    fetch: () => Promise<FreshToken>,
  ): Promise<string | null> => {
    const at = now();
    const leaseUntil = new Date(at.getTime() + LEASE_MS);
    const [lease] = await db.query(
      sql`insert into access_tokens (name, lease_until) values (${name}, ${leaseUntil})
        on conflict (name) do update set lease_until = excluded.lease_until
        where (access_tokens.lease_until is null or access_tokens.lease_until <= ${at})
          and (access_tokens.token is null or access_tokens.expires_at <= ${at}
            or access_tokens.token = ${refused}::text)
        returning name`,
    );
    if (!lease) return null;
    // from here on only while the lease is still ours: an answer that took longer must not undo the next holder's
    try {
      const { token, expiresInMs } = await fetch();
      const expiresAt = new Date(now().getTime() + Math.max(expiresInMs - MARGIN_MS, expiresInMs / 2));
      await db.query(
        sql`update access_tokens set token = ${token}, expires_at = ${expiresAt}, lease_until = null
          where name = ${name} and lease_until = ${leaseUntil}`,
      );
      return token;
    } catch (error) {
      await db.query(
        sql`update access_tokens set lease_until = null where name = ${name} and lease_until = ${leaseUntil}`,
      );
      throw error;
    }
  };

  const obtain = async (name: string, refused: string | null, fetch: () => Promise<FreshToken>): Promise<string> => {
    for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
      const known = await read(name);
      if (known !== null && known !== refused) return known;
      const fresh = await fetchWithLease(name, refused, fetch);
      if (fresh !== null) return fresh;
      await delay(POLL_MS);
    }
    throw new AppError('platform_unavailable');
  };

  const once = (name: string, refused: string | null, fetch: () => Promise<FreshToken>): Promise<string> => {
    const key = `${name} ${refused ?? ''}`;
    const known = running.get(key);
    if (known) return known;
    const started = obtain(name, refused, fetch).finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };

  return {
    get: (name, fetch) => once(name, null, fetch),
    renew: (name, refused, fetch) => once(name, refused, fetch),
  };
}
