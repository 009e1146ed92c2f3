import { readFile } from 'node:fs/promises';
import type { Db, Observer } from '../../src/db/db';
import { openPglite } from '../../src/db/pglite';
import { makeDatabase } from './postgresTemplate';
import { TEMPLATE_FILE } from './prepareDatabase';

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
  return makeDatabase(process.env.TEST_TEMPLATE, observer);
}
