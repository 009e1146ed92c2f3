import { sql, type Queryable } from '../db/db';
import type { Decision, Owner } from './replay';

/** What people call those whom a decision names. */
export interface Names {
  employee(id: string | null): string;
  store(id: string): string;
  code(token: string): string;
}

export async function readNames(db: Queryable, decision: Decision | null, owner: Owner | null): Promise<Names> {
  const entries = decision?.steps.map(({ entry }) => entry) ?? [];
  const given = (ids: (string | null | undefined)[]) => [...new Set(ids.filter((id) => typeof id === 'string'))];
  const employeeIds = given([
    owner?.employeeId,
    decision?.foundId,
    decision?.guide?.employeeId,
    ...entries.flatMap(({ employeeId, fromEmployeeId }) => [employeeId, fromEmployeeId]),
  ]);
  const employees = await db.query<{ id: string; name: string }>(
    sql`select employee_id as id, name from employees where employee_id = any(${employeeIds}::bigint[])`,
  );
  const stores = await db.query<{ id: string; name: string }>(
    sql`select store_id as id, name from stores where store_id = any(${given([owner?.storeId])}::bigint[])`,
  );
  const tokens = given([owner?.token, ...entries.map(({ token }) => token)]);
  const codes = await db.query<{ id: string; name: string }>(
    sql`select token as id, name from short_codes where token = any(${tokens}::text[])`,
  );
  const finder = (rows: { id: string; name: string }[]) => {
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id: string | null) => names.get(id ?? '') ?? '';
  };
  return { employee: finder(employees), store: finder(stores), code: finder(codes) };
}
