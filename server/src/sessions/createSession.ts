import type { z } from 'zod';
import type { CreateSession, Session } from '@jishi/contract/sessions';
import { makeToken } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { sourceOf } from './source';

const SESSION_DAYS = 90;

/**
 * Silent login. With a login code: the person behind (platform, appId, openId), made at the first visit. Without
 * one (H5, or a guest of the super-app): a new person. Records the device and the visit with its source.
 * Throws `login_failed`, `platform_unavailable`.
 */
export async function createSession(
  ctx: Context,
  input: z.output<typeof CreateSession>,
): Promise<z.output<typeof Session>> {
  const { platform, appId, deviceId, launch } = input;
  const identity = input.code
    ? await ctx.platforms[platform].exchangeLogin({ appId, code: input.code, deviceId })
    : null;
  const { token, tokenHash } = makeToken();
  const now = ctx.now();
  const visitId = ctx.makeId();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  const userId = await ctx.db.tx(async (tx) => {
    const id = identity ? await personOf(ctx, tx, { platform, appId, ...identity }) : await createPerson(ctx, tx);
    await tx.query(
      sql`with device as (
          insert into devices (device_id, platform, first_seen_at, last_seen_at) values (${deviceId}, ${platform}, ${now}, ${now})
          on conflict (device_id) do update set last_seen_at = excluded.last_seen_at
        ), visit as (
          insert into visits (user_id, visit_id, device_id, platform, app_id, source, scene, path, query, created_at)
          values (${id}, ${visitId}, ${deviceId}, ${platform}, ${appId}, ${sourceOf(platform, launch)}, ${launch.scene},
            ${launch.path}, ${JSON.stringify(launch.query)}, ${now})
        )
        insert into sessions (token_hash, user_id, platform, app_id, open_id, device_id, visit_id, created_at, expires_at)
        values (${tokenHash}, ${id}, ${platform}, ${appId}, ${identity?.openId ?? null}, ${deviceId}, ${visitId}, ${now}, ${expiresAt})`,
    );
    return id;
  });
  return { token, userId, visitId, expiresAt: expiresAt.toISOString() };
}

async function createPerson(ctx: Context, tx: Tx): Promise<string> {
  const userId = ctx.makeId();
  await tx.query(sql`insert into users (user_id, created_at) values (${userId}, ${ctx.now()})`);
  return userId;
}

interface IdentityKey {
  platform: string;
  appId: string;
  openId: string;
  unionId: string | null;
}

/**
 * Two first visits at once make one person: the loser of the insert takes the winner's. The identity is held until the
 * session is written: a deletion of the account comes before both, or revokes the session too.
 */
async function personOf(ctx: Context, tx: Tx, { platform, appId, openId, unionId }: IdentityKey): Promise<string> {
  const find = async () => {
    const [row] = await tx.query<{ user_id: string }>(
      sql`select user_id from identities where platform = ${platform} and app_id = ${appId} and open_id = ${openId}
        for key share`,
    );
    return row?.user_id;
  };
  const known = await find();
  if (known) return known;
  const userId = ctx.makeId();
  const [made] = await tx.query<{ user_id: string }>(
    sql`insert into identities (platform, app_id, open_id, user_id, union_id, created_at)
      values (${platform}, ${appId}, ${openId}, ${userId}, ${unionId}, ${ctx.now()})
      on conflict (platform, app_id, open_id) do nothing returning user_id`,
  );
  if (!made) return (await find())!;
  await tx.query(sql`insert into users (user_id, created_at) values (${userId}, ${ctx.now()})`);
  return userId;
}
