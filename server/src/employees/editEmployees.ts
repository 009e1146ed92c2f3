import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { EditEmployee } from '@jishi/contract/admin/employees';
import type { Actor } from '../adminAuth';
import { noteLeaving } from '../attribution/leave';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { getEmployee, revokeSessions, setStores, type EmployeeBody } from './employees';
import { hashPassword } from './password';

interface Change {
  before: EmployeeBody;
  after: EmployeeBody;
}

/** How long a password that an owner gave opens the change of itself. */
const ONE_TIME_MS = 24 * 3_600_000;

/** Replaces name, role and stores. Throws `not_found`, `conflict` for the last owner who would be none any more. */
export async function editEmployee(
  ctx: Context,
  employeeId: string,
  { name, role, storeIds }: z.output<typeof EditEmployee>,
): Promise<Change> {
  const before = await getEmployee(ctx.db, employeeId);
  if (role !== 'owner') await keepAnOwner(ctx, employeeId);
  await ctx.db.query(sql`update employees set name = ${name}, role = ${role} where employee_id = ${employeeId}`);
  await setStores(ctx.db, employeeId, storeIds);
  return { before, after: await getEmployee(ctx.db, employeeId) };
}

/**
 * Disabling ends every session at once, and the employee's customers are nobody's until they are handed over. Throws
 * `not_found`, `conflict` for oneself and for the last owner.
 */
export async function setEmployeeState(
  ctx: Context,
  actor: Actor,
  employeeId: string,
  state: EmployeeBody['state'],
): Promise<Change> {
  if (employeeId === actor.employeeId) throw new AppError('conflict', { reason: 'self' });
  const before = await getEmployee(ctx.db, employeeId);
  if (state === 'disabled') {
    await keepAnOwner(ctx, employeeId);
    await revokeSessions(ctx, employeeId, '');
  }
  await ctx.db.query(sql`update employees set state = ${state} where employee_id = ${employeeId}`);
  if (state === 'disabled') await ctx.db.tx((tx) => noteLeaving(ctx, tx, employeeId));
  return { before, after: { ...before, state } };
}

/**
 * Gives a password that opens nothing but its own change, for a day. Ends all sessions, forgets the known devices and
 * the tries. Throws `not_found`, and `conflict` for oneself and for one who cannot sign in at all.
 */
export async function resetPassword(
  ctx: Context,
  actor: Actor,
  employeeId: string,
): Promise<{ password: string; validUntil: string }> {
  if (employeeId === actor.employeeId) throw new AppError('conflict', { reason: 'self' });
  const { loginName } = await getEmployee(ctx.db, employeeId);
  if (!loginName) throw new AppError('conflict', { reason: 'no_login' });
  const password = randomBytes(12).toString('base64url');
  const until = new Date(ctx.now().getTime() + ONE_TIME_MS);
  await ctx.db.query(
    sql`update employees set password_hash = ${await hashPassword(password)}, password_until = ${until}
      where employee_id = ${employeeId}`,
  );
  await revokeSessions(ctx, employeeId, '');
  await ctx.db.query(sql`delete from employee_devices where employee_id = ${employeeId}`);
  await ctx.db.query(sql`delete from sign_in_tries where login_name = ${loginName}`);
  return { password, validUntil: until.toISOString() };
}

/** Throws `conflict` when nobody else owns the shop. Owners who dismiss each other at once wait for one another. */
async function keepAnOwner(ctx: Context, employeeId: string): Promise<void> {
  const owners = await ctx.db.query<{ id: string }>(
    sql`select employee_id as id from employees
      where role = 'owner' and state = 'active' and not (is_demo and ${ctx.env.isProduction}::boolean)
      order by employee_id for update`,
  );
  if (owners.some(({ id }) => id === employeeId) && owners.length === 1) {
    throw new AppError('conflict', { reason: 'last_owner' });
  }
}
