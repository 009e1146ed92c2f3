import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { Db, Observer } from '../../src/db/db';
import { migrate } from '../../src/db/migrate';
import { openPglite } from '../../src/db/pglite';
import { openPostgres } from '../../src/db/postgres';
import { TEMPLATE_FILE } from './prepareDatabase';

/** The administrative address of the PostgreSQL that tests may use; each suite makes a database of its own on it. */
export const POSTGRES_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const isPostgres = process.env.TEST_DB === 'postgres';

export interface TestDb {
  db: Db;
  /** For tests that start server processes; null on PGlite. */
  url: string | null;
  drop(): Promise<void>;
}

/** A migrated, empty database on the engine under test, gone after `drop`. */
export async function testDb(observer?: Observer): Promise<TestDb> {
  if (!isPostgres) {
    const db = await openPglite({ loadDataDir: new Blob([await readFile(TEMPLATE_FILE)]), observer });
    return { db, url: null, drop: () => db.close() };
  }
  const name = `jishi_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${name}`;
  const db = openPostgres({ url: url.href, observer });
  await migrate(db);
  return {
    db,
    url: url.href,
    drop: async () => {
      await db.close();
      await administer(`drop database ${name} with (force)`);
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: POSTGRES_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}
