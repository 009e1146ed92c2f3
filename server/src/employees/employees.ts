import type { z } from 'zod';
import type { CreateEmployee, Employee } from '@jishi/contract/admin/employees';
import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { hashPassword } from './password';

export type EmployeeBody = z.output<typeof Employee>;

type Row = Omit<EmployeeBody, 'createdAt'> & { createdAt: Date };

const toEmployee = (row: Row): EmployeeBody => ({ ...row, createdAt: row.createdAt.toISOString() });

/** Everybody, the oldest first. */
export async function listEmployees(db: Queryable): Promise<EmployeeBody[]> {
  const rows = await db.query<Row>(
    sql`select employee_id as id, login_name as "loginName", name, role, state, created_at as "createdAt"
      from employees order by employee_id`,
  );
  return rows.map(toEmployee);
}

/** Throws `not_found`. */
export async function getEmployee(db: Queryable, employeeId: string): Promise<EmployeeBody> {
  const [row] = await db.query<Row>(
    sql`select employee_id as id, login_name as "loginName", name, role, state, created_at as "createdAt"
      from employees where employee_id = ${employeeId}`,
  );
  if (!row) throw new AppError('not_found');
  return toEmployee(row);
}

/** Throws `conflict` for a login name that is taken. */
export async function createEmployee(
  ctx: Pick<Context, 'db' | 'makeId' | 'now'>,
  { loginName, password, name, role }: z.output<typeof CreateEmployee>,
  isDemo = false,
): Promise<EmployeeBody> {
  const employeeId = ctx.makeId();
  const [made] = await ctx.db.query(
    sql`insert into employees (employee_id, login_name, password_hash, name, role, state, is_demo, created_at)
      values (${employeeId}, ${loginName}, ${await hashPassword(password)}, ${name}, ${role}, 'active', ${isDemo}, ${ctx.now()})
      on conflict (login_name) do nothing returning employee_id`,
  );
  if (!made) throw new AppError('conflict', { field: 'loginName' });
  return getEmployee(ctx.db, employeeId);
}

/** Disabling ends every session at once. Nobody disables themselves: the last owner would be locked out. */
export async function setEmployeeState(
  ctx: Context,
  actor: Actor,
  employeeId: string,
  state: EmployeeBody['state'],
): Promise<{ before: EmployeeBody; after: EmployeeBody }> {
  if (employeeId === actor.employeeId) throw new AppError('conflict', { reason: 'self' });
  const before = await getEmployee(ctx.db, employeeId);
  await ctx.db.query(sql`update employees set state = ${state} where employee_id = ${employeeId}`);
  if (state === 'disabled') await revokeSessions(ctx, employeeId, '');
  return { before, after: { ...before, state } };
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
