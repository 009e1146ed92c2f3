import { readFile } from 'node:fs/promises';
import type { Db } from '../../src/db/db';
import { openPglite } from '../../src/db/pglite';
import { makeDatabase } from './postgresTemplate';
import { BARE_FILE } from './prepareDatabase';
import { isPostgres } from './testDb';

/** A database without a single table, as a merchant makes one to restore into; gone after `drop`. */
export async function emptyDb(
  engine: Db['engine'] = isPostgres ? 'postgres' : 'pglite',
): Promise<{ db: Db; url: string | null; drop(): Promise<void> }> {
  if (engine === 'pglite') {
    const db = await openPglite({ loadDataDir: new Blob([await readFile(BARE_FILE)]) });
    return { db, url: null, drop: () => db.close() };
  }
  return makeDatabase();
}
