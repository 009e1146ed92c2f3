import path from 'node:path';
import { diskAssets } from './assets/assetStore';
import { hotReads } from './cache/hotReads';
import type { Context } from './context';
import type { Db, Observer } from './db/db';
import { claimNode, idMaker } from './db/ids';
import { migrate } from './db/migrate';
import { openPglite } from './db/pglite';
import { openPostgres } from './db/postgres';
import type { Env } from './env';
import { platformsFor } from './platform/platforms';
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
  return {
    db,
    env,
    makeId: idMaker(await claimNode(db)),
    now: () => new Date(),
    platforms: platformsFor(env, db),
    assets: diskAssets(path.join(env.dataDir, 'assets')),
    kickJobs: () => undefined,
    hot: hotReads(db),
  };
}
