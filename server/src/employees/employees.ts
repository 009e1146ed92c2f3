import type { z } from 'zod';
import type { CreateEmployee, Employee } from '@jishi/contract/admin/employees';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { hashPassword } from './password';

export type EmployeeBody = z.output<typeof Employee>;

type Row = Omit<EmployeeBody, 'createdAt'> & { createdAt: Date };

const COLUMNS = `e.employee_id as id, e.login_name as "loginName", e.name, e.role, e.state, e.created_at as "createdAt",
  e.password_until is not null as "mustChangePassword",
  array(select es.store_id::text from employee_stores es where es.employee_id = e.employee_id order by es.store_id) as "storeIds"`;

const toEmployee = (row: Row): EmployeeBody => ({ ...row, createdAt: row.createdAt.toISOString() });

/** Everybody, the oldest first. */
export async function listEmployees(db: Queryable): Promise<EmployeeBody[]> {
  const text = `select ${COLUMNS} from employees e order by e.employee_id`;
  return (await db.query<Row>({ text, values: [] })).map(toEmployee);
}

/** Throws `not_found`. */
export async function getEmployee(db: Queryable, employeeId: string): Promise<EmployeeBody> {
  const text = `select ${COLUMNS} from employees e where e.employee_id = $1`;
  const [row] = await db.query<Row>({ text, values: [employeeId] });
  if (!row) throw new AppError('not_found');
  return toEmployee(row);
}

/** Throws `conflict` for a login name that is taken, `invalid_request` for a store that is not there. */
export async function createEmployee(
  ctx: Pick<Context, 'db' | 'makeId' | 'now'>,
  { loginName, password, name, role, storeIds }: z.input<typeof CreateEmployee>,
  isDemo = false,
): Promise<EmployeeBody> {
  const employeeId = ctx.makeId();
  const [made] = await ctx.db.query(
    sql`insert into employees (employee_id, login_name, password_hash, name, role, state, is_demo, created_at)
      values (${employeeId}, ${loginName}, ${await hashPassword(password)}, ${name}, ${role}, 'active', ${isDemo}, ${ctx.now()})
      on conflict (login_name) do nothing returning employee_id`,
  );
  if (!made) throw new AppError('conflict', { field: 'loginName' });
  await setStores(ctx.db, employeeId, storeIds ?? []);
  return getEmployee(ctx.db, employeeId);
}

/** Ends the employee's sessions, except the one with this hash. */
export async function revokeSessions(
  ctx: Pick<Context, 'now'> & { db: Queryable },
  employeeId: string,
  exceptHash: string,
): Promise<void> {
  await ctx.db.query(
    sql`update employee_sessions set revoked_at = ${ctx.now()}
      where employee_id = ${employeeId} and revoked_at is null and token_hash <> ${exceptHash}`,
  );
}

/** The stores whose orders an employee sees. Throws `invalid_request` for one that is not there. */
export async function setStores(db: Queryable, employeeId: string, storeIds: readonly string[]): Promise<void> {
  await db.query(sql`delete from employee_stores where employee_id = ${employeeId}`);
  const placed = await db.query(
    sql`insert into employee_stores (employee_id, store_id)
      select ${employeeId}::bigint, store_id from stores where store_id = any(${[...storeIds]}::bigint[]) returning store_id`,
  );
  if (placed.length === storeIds.length) return;
  throw new AppError('invalid_request', { issues: [{ path: 'body.storeIds', message: '没有这家门店' }] });
}
