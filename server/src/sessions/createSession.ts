import type { z } from 'zod';
import type { CreateSession, Session } from '@jishi/contract/sessions';
import { makeToken } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { mergePeople } from '../members/mergePeople';
import type { PlatformIdentity } from '../platform/types';
import { createPerson, guestOf, personOf } from './findPerson';
import { sourceOf } from './source';
import { sessionEnd } from './issueSession';

type Input = z.output<typeof CreateSession>;

/**
 * Silent login. With a login code: the person behind (platform, appId, openId), made at the first visit. Without
 * one (H5, or a guest of the super-app): whose token this device had before, or a new person. Records the device and the
 * visit with its source. Throws `login_failed`, `platform_unavailable`.
 */
export async function createSession(ctx: Context, input: Input): Promise<z.output<typeof Session>> {
  const { platform, appId, deviceId, launch } = input;
  const identity = input.code
    ? await ctx.platforms[platform].exchangeLogin({ appId, code: input.code, deviceId })
    : null;
  const { token, tokenHash } = makeToken();
  const now = ctx.now();
  const visitId = ctx.makeId();
  const expiresAt = sessionEnd(now);
  const userId = await ctx.db.tx(async (tx) => {
    const id = await whoIs(ctx, tx, input, identity);
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
  ctx.kickJobs();
  return { token, userId, visitId, expiresAt: expiresAt.toISOString() };
}

async function whoIs(ctx: Context, tx: Tx, input: Input, identity: PlatformIdentity | null): Promise<string> {
  const { platform, appId, deviceId, previousToken } = input;
  const guest = previousToken === undefined ? undefined : await guestOf(ctx, tx, { previousToken, deviceId });
  if (!identity) return guest ?? createPerson(ctx, tx);
  const person = await personOf(ctx, tx, { platform, appId, ...identity });
  if (guest !== undefined && guest !== person && (await isNobody(tx, guest))) {
    await mergePeople(ctx, tx, { from: guest, into: person, reason: 'guest' });
  }
  return person;
}

/** A guest who logs in takes along what they had; a person with an account of their own stays apart. */
async function isNobody(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.query(
    sql`select 1 from identities where user_id = ${userId} union all select 1 from phones where user_id = ${userId}`,
  );
  return rows.length === 0;
}
