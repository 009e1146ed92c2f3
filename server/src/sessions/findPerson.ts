import type { Platform } from '@jishi/contract/plain/platforms';
import { hashToken } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { unionPerson } from '../members/unionPerson';

/** A guest's token can be exchanged for so long after it ended. */
const RENEW_DAYS = 365;
const DAY_MS = 86_400_000;
/** A token that was exchanged can be exchanged again for so long: the answer may have been lost. */
const RENEW_AGAIN_MS = 10 * 60_000;

/** Until when a token that is revoked for a successor can be exchanged. */
export const renewUntil = (now: Date) => new Date(now.getTime() + RENEW_AGAIN_MS);

export interface IdentityKey {
  platform: Platform;
  appId: string;
  openId: string;
  unionId: string | null;
}

export async function createPerson(ctx: Context, tx: Tx): Promise<string> {
  const userId = ctx.makeId();
  await tx.query(sql`insert into users (user_id, created_at) values (${userId}, ${ctx.now()})`);
  return userId;
}

/**
 * The person behind an identity, made at the first visit; one whose union id is known from another of our apps is the
 * same person. Two first visits at once make one person: the loser of the insert takes the winner's. The identity is
 * held until the session is written: a deletion or a merge comes before both, or revokes the session too.
 */
export async function personOf(ctx: Context, tx: Tx, identity: IdentityKey): Promise<string> {
  const { platform, appId, openId, unionId } = identity;
  const union = unionId === null ? undefined : await joinUnion(ctx, tx, identity, unionId);
  const find = async () => {
    const [row] = await tx.query<{ user_id: string }>(
      sql`select user_id from identities where platform = ${platform} and app_id = ${appId} and open_id = ${openId}
        for share`,
    );
    return row?.user_id;
  };
  const known = await find();
  if (known) return known;
  const userId = union ?? ctx.makeId();
  const [made] = await tx.query<{ user_id: string }>(
    sql`insert into identities (platform, app_id, open_id, user_id, union_id, created_at)
      values (${platform}, ${appId}, ${openId}, ${userId}, ${unionId}, ${ctx.now()})
      on conflict (platform, app_id, open_id) do nothing returning user_id`,
  );
  if (!made) return (await find())!;
  if (!union) await tx.query(sql`insert into users (user_id, created_at) values (${userId}, ${ctx.now()})`);
  return userId;
}

/** An identity from before its app was bound to the others learns its union id. */
async function joinUnion(
  ctx: Context,
  tx: Tx,
  { platform, appId, openId }: IdentityKey,
  unionId: string,
): Promise<string | undefined> {
  await tx.query(
    sql`update identities set union_id = ${unionId} where platform = ${platform} and app_id = ${appId}
      and open_id = ${openId} and union_id is distinct from ${unionId}`,
  );
  const person = await unionPerson(ctx, tx, platform, unionId);
  if (person === undefined) return undefined;
  // held like a known identity; one that was merged or forgotten meanwhile is nobody's
  const [row] = await tx.query<{ user_id: string }>(
    sql`select user_id from users where user_id = ${person} for key share`,
  );
  return row?.user_id;
}

/**
 * Whose a guest's token was: ended by time, or exchanged a moment ago and asked for again; never one that was revoked,
 * and from this device only. The person is held until the session is written.
 */
export async function guestOf(
  ctx: Context,
  tx: Tx,
  { previousToken, deviceId }: { previousToken: string; deviceId: string },
): Promise<string | undefined> {
  const now = ctx.now();
  const endedAfter = new Date(now.getTime() - RENEW_DAYS * DAY_MS);
  const [row] = await tx.query<{ user_id: string }>(
    sql`select s.user_id from sessions s join users u on u.user_id = s.user_id
      where s.token_hash = ${hashToken(previousToken)} and s.device_id = ${deviceId} and s.open_id is null
        and case when s.revoked_at is null then s.expires_at > ${endedAfter} else s.renew_until > ${now} end
      for key share of u`,
  );
  if (!row) return undefined;
  await tx.query(
    sql`update sessions set revoked_at = coalesce(revoked_at, ${now}),
        renew_until = coalesce(renew_until, ${renewUntil(now)})
      where token_hash = ${hashToken(previousToken)}`,
  );
  return row.user_id;
}
