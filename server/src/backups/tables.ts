import { createHash } from 'node:crypto';
import { sql, type Queryable, type Row, type Tx } from '../db/db';

export interface Table {
  name: string;
  /** In the order of the rows' values; generated columns are made anew by the engine. */
  columns: { name: string; type: string }[];
}

/** How many rows, and a sum over them that does not depend on their order. */
export interface TableDigest {
  rows: number;
  digest: string;
}

/** Written by the migrations themselves. */
const NOT_DATA = 'schema_migrations';
const FETCH = 500;

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const run = <R = Row>(db: Queryable, text: string, values: unknown[] = []) => db.query<R>({ text, values });

/** Every table that holds data of the shop, whatever feature it is of: nobody has to remember to add one. */
export async function listTables(db: Queryable): Promise<Table[]> {
  return db.query<Table & Row>(
    sql`select c.relname as name,
        json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
          as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> ${NOT_DATA} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname order by c.relname`,
  );
}

/** Whether the database holds anything at all, be it only tables without rows. */
export async function hasTables(db: Queryable): Promise<boolean> {
  const rows = await db.query(
    sql`select 1 from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')
      limit 1`,
  );
  return rows.length > 0;
}

/** Makes every engine write times and numbers the same way. Call it first in the transaction. */
export async function writeAlike(tx: Tx): Promise<void> {
  await tx.query(
    sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
      set_config('IntervalStyle', 'postgres', true), set_config('extra_float_digits', '1', true),
      set_config('bytea_output', 'hex', true)`,
  );
}

/**
 * The rows of a table, each a JSON array of its values as text: exact for every type, and the same on both engines.
 * Only one table at a time in a transaction.
 */
export async function* readRows(tx: Tx, table: Table): AsyncGenerator<string[]> {
  const values = table.columns.map(({ name }) => `${quote(name)}::text`).join(', ');
  await run(
    tx,
    `declare backup_rows no scroll cursor for select to_json(array[${values}])::text as line from ${quote(table.name)}`,
  );
  for (;;) {
    const rows = await run<{ line: string }>(tx, `fetch ${FETCH} from backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await run(tx, 'close backup_rows');
}

/** Writes rows that `readRows` gave. */
export async function writeRows(tx: Tx, table: Table, lines: string[]): Promise<void> {
  const names = table.columns.map(({ name }) => quote(name)).join(', ');
  const values = table.columns.map(({ type }, index) => `(line->>${index})::${type}`).join(', ');
  await run(
    tx,
    `insert into ${quote(table.name)} (${names}) select ${values} from json_array_elements($1::json) line`,
    [`[${lines.join(',')}]`],
  );
}

/** Adds up rows in any order. */
export function digester(): { add(lines: string[]): void; result(): TableDigest } {
  let [rows, sum] = [0, 0n];
  return {
    add(lines) {
      for (const line of lines) {
        rows += 1;
        sum += BigInt(`0x${createHash('sha256').update(line).digest('hex').slice(0, 32)}`);
      }
    },
    result: () => ({ rows, digest: (sum % (1n << 128n)).toString(16).padStart(32, '0') }),
  };
}

/** What a table of this transaction holds. */
export async function digestTable(tx: Tx, table: Table): Promise<TableDigest> {
  const digest = digester();
  for await (const lines of readRows(tx, table)) digest.add(lines);
  return digest.result();
}

/**
 * Empties all tables and runs `fill` while none of them points at another, so that rows may come in any order; the
 * references are checked when they come back.
 */
export async function refill(tx: Tx, tables: Table[], fill: () => Promise<void>): Promise<void> {
  const references = await tx.query<{ table: string; name: string; definition: string }>(
    sql`select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0`,
  );
  for (const { table, name } of references) await run(tx, `alter table ${table} drop constraint ${quote(name)}`);
  await run(tx, `truncate ${tables.map(({ name }) => quote(name)).join(', ')}`);
  await fill();
  for (const { table, name, definition } of references) {
    await run(tx, `alter table ${table} add constraint ${quote(name)} ${definition}`);
  }
}
