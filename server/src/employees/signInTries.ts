import { isIPv6 } from 'node:net';
import { hashToken } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

/** Wrong passwords in a row from one source before it is locked for that name, and for how long. */
export const MAX_TRIES = 5;
const LOCK_MS = 15 * 60_000;
/** Tries for one name from all unknown devices together, after which they go one after another, ever slower. */
export const FREE_TRIES = 20;
const MAX_DELAY_S = 30;

/** Long ago: tries that come at once look at clocks that differ a little. */
const NO_WAIT = new Date(0);

/** All that come from unknown devices. */
const EVERYBODY = '*';

/**
 * Where a try comes from: a device in which this employee has signed in before, or else an address; an IPv6 household
 * counts as one. Only hashes are kept.
 */
export async function sourceOf(
  db: Queryable,
  loginName: string,
  { ip, deviceToken }: { ip: string; deviceToken?: string | undefined },
): Promise<{ source: string; isKnown: boolean }> {
  if (deviceToken) {
    const tokenHash = hashToken(deviceToken);
    const [known] = await db.query(
      sql`select 1 from employee_devices d join employees e on e.employee_id = d.employee_id
        where d.token_hash = ${tokenHash} and e.login_name = ${loginName}`,
    );
    if (known) return { source: `device ${tokenHash}`, isKnown: true };
  }
  const network = isIPv6(ip) ? ip.split(':').slice(0, 4).join(':') : ip;
  return { source: `address ${hashToken(network)}`, isKnown: false };
}

/**
 * Counts a try before its password is looked at, so that tries sent all at once are counted too. Throws `rate_limited`
 * (details: `retryAt`): for a source after five tries, and for unknown devices while others of them are slowed down.
 */
export async function countTry(
  ctx: Pick<Context, 'db' | 'now'>,
  loginName: string,
  { source, isKnown }: { source: string; isKnown: boolean },
): Promise<void> {
  const now = ctx.now();
  const until = new Date(now.getTime() + LOCK_MS);
  await ctx.db.query(sql`delete from sign_in_tries where until <= ${now}`);
  const [own] = await ctx.db.query<{ tries: number; until: Date }>(
    sql`insert into sign_in_tries as t (login_name, source, tries, until, next_at)
      values (${loginName}, ${source}, 1, ${until}, ${NO_WAIT})
      on conflict (login_name, source) do update set tries = t.tries + 1,
        until = case when t.tries < ${MAX_TRIES}::int then excluded.until else t.until end
      returning tries, until`,
  );
  if (own!.tries > MAX_TRIES) throw new AppError('rate_limited', { retryAt: own!.until.toISOString() });
  if (isKnown) return;
  // a refused try does not count: whoever floods the name neither locks it nor makes the wait longer
  const [taken] = await ctx.db.query(
    sql`insert into sign_in_tries as t (login_name, source, tries, until, next_at)
      values (${loginName}, ${EVERYBODY}, 1, ${until}, ${NO_WAIT})
      on conflict (login_name, source) do update set tries = t.tries + 1, until = excluded.until,
        next_at = case when t.tries < ${FREE_TRIES}::int then t.next_at else ${now}::timestamptz
          + make_interval(secs => least(power(2, least(t.tries - ${FREE_TRIES}::int, 10)), ${MAX_DELAY_S}::int)) end
        where t.next_at <= ${now}
      returning tries`,
  );
  if (taken) return;
  const [wait] = await ctx.db.query<{ next_at: Date }>(
    sql`select next_at from sign_in_tries where login_name = ${loginName} and source = ${EVERYBODY}`,
  );
  throw new AppError('rate_limited', { retryAt: (wait?.next_at ?? now).toISOString() });
}

/** The password was right. Those that others guess meanwhile stay slowed down. */
export async function forgetTries(db: Queryable, loginName: string, { source }: { source: string }): Promise<void> {
  await db.query(sql`delete from sign_in_tries where login_name = ${loginName} and source = ${source}`);
}
