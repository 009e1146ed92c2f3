import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { Db } from '../../src/db/db';
import { openPglite } from '../../src/db/pglite';
import { openPostgres } from '../../src/db/postgres';
import { BARE_FILE } from './prepareDatabase';
import { isPostgres, POSTGRES_URL } from './testDb';

/** A database without a single table, as a merchant makes one to restore into; gone after `drop`. */
export async function emptyDb(
  engine: Db['engine'] = isPostgres ? 'postgres' : 'pglite',
): Promise<{ db: Db; url: string | null; drop(): Promise<void> }> {
  if (engine === 'pglite') {
    const db = await openPglite({ loadDataDir: new Blob([await readFile(BARE_FILE)]) });
    return { db, url: null, drop: () => db.close() };
  }
  const name = `jishi_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${name}`;
  const db = openPostgres({ url: url.href });
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
