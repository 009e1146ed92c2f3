import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { openAssets } from './assets/assetStore';
import { openBlobs } from './assets/openBlobs';
import { openWorkshop } from './assets/workshop';
import { hotReads } from './cache/hotReads';
import type { Context } from './context';
import { sql, type Db, type Observer } from './db/db';
import { claimNode, idMaker } from './db/ids';
import { migrate } from './db/migrate';
import { openPglite } from './db/pglite';
import { openPostgres } from './db/postgres';
import type { Env } from './env';
import { accessTokens } from './platform/accessTokens';
import { platformsFor } from './platform/platforms';
import { smsFor } from './platform/sms';
import { openPosters } from './posters/posters';
import { backfillSearch } from './search/indexProducts';

/** Opens the database that the configuration names, migrates it, and puts everything that services need together. */
export async function openContext(
  env: Env,
  observer?: Observer,
): Promise<{ ctx: Context; close: () => Promise<void> }> {
  const db: Db = env.DATABASE_URL
    ? openPostgres({ url: env.DATABASE_URL, usePrepared: env.DATABASE_PREPARED, observer })
    : await openPglite({ dataDir: path.join(env.dataDir, 'database'), observer });
  await migrate(db);
  await backfillSearch(db);
  const ctx = await contextFor(env, db);
  return { ctx, close: () => db.close() };
}

/** A context over a database that is open and migrated. */
export async function contextFor(env: Env, db: Db): Promise<Context> {
  const ctx: Context = {
    db,
    env,
    makeId: idMaker(await claimNode(db)),
    now: () => new Date(),
    platforms: platformsFor(env, db, {
      tokens: accessTokens(db, () => ctx.now()),
      now: () => ctx.now(),
      publicUrl: env.PUBLIC_URL.replace(/\/$/, ''),
    }),
    sms: smsFor(env),
    // through the context, whose clock tests turn
    assets: openAssets(openBlobs(env), await linkSecret(db), () => ctx.now()),
    workshop: openWorkshop(),
    posters: openPosters(),
    kickJobs: () => undefined,
    hot: hotReads(db),
  };
  return ctx;
}

/** Signs short links to private files; all processes of a shop have the same. */
async function linkSecret(db: Db): Promise<string> {
  const [row] = await db.query<{ value: string }>(
    sql`insert into server_secrets (name, value) values ('links', ${randomBytes(32).toString('base64url')})
      on conflict (name) do update set value = server_secrets.value returning value`,
  );
  return row!.value;
}
