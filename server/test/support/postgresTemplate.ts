import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Observer } from '../../src/db/db';
import { migrate } from '../../src/db/migrate';
import { openPostgres } from '../../src/db/postgres';

/** The administrative address of the PostgreSQL that tests may use; each suite makes a database of its own on it. */
const POSTGRES_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: POSTGRES_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export function addressOf(database: string): string {
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${database}`;
  return url.href;
}

/** A database of its own, gone after `drop`; a copy of `template` when one is named. */
export async function makeDatabase(template?: string, observer?: Observer) {
  const name = `jishi_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}${template ? ` template ${template}` : ''}`);
  const url = addressOf(name);
  const db = openPostgres({ url, observer });
  return {
    db,
    url,
    drop: async () => {
      await db.close();
      await administer(`drop database ${name} with (force)`);
    },
  };
}

/** A migrated, empty database that others are copied from, which is quicker than migrating each. */
export async function makeTemplate(): Promise<void> {
  const name = `jishi_template_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  // the workers inherit it
  process.env.TEST_TEMPLATE = name;
  const db = openPostgres({ url: addressOf(name) });
  await migrate(db);
  await db.close();
}

/** Jest's global tear-down. */
export default async function dropTemplate(): Promise<void> {
  const name = process.env.TEST_TEMPLATE;
  if (name) await administer(`drop database if exists ${name} with (force)`);
}
