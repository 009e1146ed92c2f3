import path from 'node:path';
import { openBlobs } from '../assets/openBlobs';
import type { Blobs } from '../assets/blobs';
import type { Db } from '../db/db';
import { holdDataDir } from '../db/holdDataDir';
import { openPglite } from '../db/pglite';
import { openPostgres } from '../db/postgres';
import { readEnv, type Env } from '../env';

const STORAGE = /^(DATABASE_|DATA_DIR$|ASSETS_S3_)/;

/** Where the shop keeps its things. A wrong key of some platform must not stand between a merchant and a backup. */
export function readStorage(source: Record<string, string | undefined>): Env {
  return readEnv(Object.fromEntries(Object.entries(source).filter(([name]) => STORAGE.test(name))));
}

export interface OpenShop {
  db: Db;
  blobs: Blobs;
  close(): Promise<void>;
}

/** Opens a stopped shop, as it is: nothing is migrated. Throws DataFolderInUse. */
export async function openShop(env: Env): Promise<OpenShop> {
  const blobs = openBlobs(env);
  if (env.DATABASE_URL) {
    const db = openPostgres({ url: env.DATABASE_URL, usePrepared: false, poolSize: 2 });
    return { db, blobs, close: () => db.close() };
  }
  const release = await holdDataDir(env.dataDir);
  const db = await openPglite({ dataDir: path.join(env.dataDir, 'database') });
  return {
    db,
    blobs,
    async close() {
      await db.close();
      await release();
    },
  };
}
