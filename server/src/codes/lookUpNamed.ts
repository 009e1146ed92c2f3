import type { CodeTarget } from '@jishi/contract/plain/codes';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

export interface Target {
  kind: CodeTarget;
  id: string;
}

/** What the things are called that codes are to be made for. */
export interface Named {
  title(target: Target): string;
  employee(id: string): string;
  store: string;
}

const TITLES: Record<Exclude<CodeTarget, 'home'>, string> = {
  // a target's id is any text
  product: `select product_id::text as id, title as name from products where product_id = any(array(
    select given::bigint from unnest($1::text[]) given where given ~ '^[1-9][0-9]{0,17}$'))`,
  category: 'select slug as id, name from categories where slug = any($1::text[])',
  page: `select slug as id, title as name from layout_pages where page = 'campaign' and slug = any($1::text[])`,
};

/**
 * Throws `not_found` (details: `what`, and which `id`) for a target or store that is not there, and for an employee who is
 * not there, has left, or does not work in the store; `invalid_request` for an end that is over already.
 */
export async function lookUpNamed(
  ctx: Context,
  {
    targets,
    employeeIds,
    storeId,
    expiresAt,
  }: { targets: readonly Target[]; employeeIds: readonly string[]; storeId: string | null; expiresAt: string | null },
): Promise<Named> {
  if (expiresAt !== null && new Date(expiresAt) <= ctx.now())
    throw new AppError('invalid_request', { issues: [{ path: 'body.expiresAt', message: '已经过了' }] });
  const titles = new Map<string, string>([['home ', ctx.env.SHOP_NAME]]);
  for (const kind of ['product', 'category', 'page'] as const) {
    const ids = targets.filter((target) => target.kind === kind).map(({ id }) => id);
    const names = await namesOf(ctx.db, TITLES[kind], ids, kind);
    for (const [id, name] of names) titles.set(`${kind} ${id}`, name);
  }
  const store = storeId === null ? '' : await storeName(ctx.db, storeId);
  const employees = await namesOf(
    ctx.db,
    `select e.employee_id::text as id, e.name from employees e where e.employee_id = any($1::bigint[]) and e.state = 'active'
      and ($2::bigint is null or exists (select 1 from employee_stores s
        where s.employee_id = e.employee_id and s.store_id = $2))`,
    employeeIds,
    'employee',
    [storeId],
  );
  return {
    title: ({ kind, id }) => titles.get(`${kind} ${kind === 'home' ? '' : id}`)!,
    employee: (id) => employees.get(id)!,
    store,
  };
}

async function namesOf(
  db: Queryable,
  text: string,
  ids: readonly string[],
  what: string,
  more: unknown[] = [],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; name: string }>({ text, values: [ids, ...more] });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const missing = ids.find((id) => !names.has(id));
  if (missing !== undefined) throw new AppError('not_found', { what, id: missing });
  return names;
}

async function storeName(db: Queryable, storeId: string): Promise<string> {
  const [row] = await db.query<{ name: string }>(sql`select name from stores where store_id = ${storeId}`);
  if (!row) throw new AppError('not_found', { what: 'store', id: storeId });
  return row.name;
}
