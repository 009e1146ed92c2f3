import { PERSONAL_TABLES } from '../account/personalTables';
import { sql, type Tx } from '../db/db';

export interface Pair {
  from: string;
  into: string;
}

/**
 * Gives a person's rows of every table to another, as the list of tables says. Answers how many rows moved, by table.
 * Again, it moves what was written meanwhile and nothing else.
 */
export async function moveRows(tx: Tx, { from, into }: Pair, now: Date): Promise<Record<string, number>> {
  const columns = await columnsOf(tx, Object.keys(PERSONAL_TABLES));
  const moved: Record<string, number> = {};
  for (const [table, rule] of Object.entries(PERSONAL_TABLES)) {
    if (rule.merge === 'stay') continue;
    if (rule.merge === 'custom') {
      await tx.query(rule.merging(from, into, now));
      continue;
    }
    const text = rule.merge === 'point' ? pointTo(table) : moveTo(table, columns.get(table)!, rule.conflict);
    const [row] = await tx.query<{ n: number }>({ text, values: [from, into] });
    if (row!.n > 0) moved[table] = row!.n;
  }
  return moved;
}

const pointTo = (table: string) =>
  `with moved as (update ${table} set user_id = $2 where user_id = $1 returning 1) select count(*)::int as n from moved`;

/** Deleted and written anew, because a table that is spread by `user_id` allows no change of it. */
function moveTo(table: string, columns: readonly string[], conflict = ''): string {
  const others = columns.filter((column) => column !== 'user_id').join(', ');
  return `with gone as (delete from ${table} where user_id = $1 returning *),
    put as (
      insert into ${table} (user_id, ${others}) select $2::bigint, ${others} from gone
      ${conflict}
    )
    select count(*)::int as n from gone`;
}

async function columnsOf(tx: Tx, tables: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ table: string; columns: string[] }>(
    sql`select t.name as table, array_agg(a.attname::text order by a.attnum) as columns
      from unnest(${tables}::text[]) as t(name) join pg_attribute a on a.attrelid = to_regclass(t.name)
      where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' group by t.name`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}
