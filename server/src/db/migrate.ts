import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { sql, type Db } from './db';

/** The names of the migrations that this build brings, in order. */
export async function knownMigrations(folder = migrationsFolder()): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

/**
 * Applies what is missing of `migrations/*.sql`, in order, each in a transaction, and never backwards.
 * A database that knows a migration this build does not is newer than the program: refused. `only` stops there: a backup
 * is filled into the tables that it was taken from, and brought up to date afterwards.
 */
export async function migrate(db: Db, folder = migrationsFolder(), only?: readonly string[]): Promise<void> {
  await db.query(
    sql`create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())`,
  );
  const known = await knownMigrations(folder);
  const applied = new Set(
    (await db.query<{ name: string }>(sql`select name from schema_migrations`)).map((row) => row.name),
  );
  const unknown = [...applied].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`数据库比程序新（多出 ${unknown.join('、')}），请用更新的版本启动`);
  }
  const wanted = only ? known.filter((name) => only.includes(name)) : known;
  for (const name of wanted.filter((candidate) => !applied.has(candidate))) {
    const text = await readFile(path.join(folder, name), 'utf8');
    try {
      await db.script(`begin;\n${text}\ninsert into schema_migrations (name) values ('${name}');\ncommit;`);
    } catch (error) {
      await db.script('rollback');
      // Two servers starting together on one PostgreSQL: the other was first.
      const rows = await db.query(sql`select 1 from schema_migrations where name = ${name}`);
      if (rows.length === 0) throw error;
    }
  }
}

/** Beside the sources when run from TypeScript, beside the bundle in production. */
export function migrationsFolder(): string {
  return path.resolve(__dirname, __dirname.endsWith('dist') ? 'migrations' : '../../migrations');
}
