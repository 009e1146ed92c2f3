import type { z } from 'zod';
import type { EmployeeSession } from '@jishi/contract/admin/employees';
import type { Actor } from '../adminAuth';
import { writeAudit } from '../audit';
import { makeToken } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { joined } from '../db/joined';
import { AppError } from '../errors';
import { getEmployee, revokeSessions, type EmployeeBody } from './employees';
import { hashPassword, isPassword } from './password';
import { countTry, forgetTries, sourceOf } from './signInTries';

export type EmployeeSessionBody = z.output<typeof EmployeeSession>;

/** A working day. */
const SESSION_MS = 12 * 3_600_000;
export interface SignIn {
  loginName: string;
  password: string;
  ip: string;
  /** From an earlier sign-in in the same browser. */
  deviceToken?: string | undefined;
}

/**
 * Signs in with name and password, and remembers the device. Throws `login_failed` without saying which of both was
 * wrong, and `rate_limited` (details: `retryAt`) after too many tries, whether the name exists or not.
 */
export async function signIn(
  ctx: Context,
  { loginName, password, ip, deviceToken }: SignIn,
  requestId: string,
): Promise<EmployeeSessionBody> {
  const from = await sourceOf(ctx.db, loginName, { ip, deviceToken });
  await countTry(ctx, loginName, from);
  const [row] = await ctx.db.query<{ id: string; password_hash: string }>(
    sql`select employee_id as id, password_hash from employees
      where login_name = ${loginName} and state = 'active' and not (is_demo and ${ctx.env.isProduction}::boolean)
        and (password_until is null or password_until > ${ctx.now()})`,
  );
  if (!(await isPassword(password, row?.password_hash ?? null)) || !row) throw new AppError('login_failed');
  return ctx.db.tx(async (tx) => {
    const session = await openSession(ctx, tx, await getEmployee(tx, row.id), from.isKnown ? deviceToken : undefined);
    await forgetTries(tx, loginName, from);
    await writeAudit(ctx, tx, {
      employeeId: row.id,
      action: 'POST /admin/sessions',
      target: `employee ${row.id}`,
      before: null,
      after: null,
      requestId,
    });
    return session;
  });
}

/** A new session in a device that is known from now on; the tokens are told once and only their hashes are kept. */
export async function openSession(
  ctx: Context,
  tx: Tx,
  employee: EmployeeBody,
  knownDevice?: string,
): Promise<EmployeeSessionBody> {
  const { token, tokenHash } = makeToken();
  const expiresAt = new Date(ctx.now().getTime() + SESSION_MS);
  await tx.query(
    sql`insert into employee_sessions (token_hash, employee_id, created_at, expires_at)
      values (${tokenHash}, ${employee.id}, ${ctx.now()}, ${expiresAt})`,
  );
  const answer = { token, expiresAt: expiresAt.toISOString(), employee };
  if (knownDevice) return { ...answer, deviceToken: knownDevice };
  const device = makeToken();
  await tx.query(
    sql`insert into employee_devices (token_hash, employee_id, created_at)
      values (${device.tokenHash}, ${employee.id}, ${ctx.now()})`,
  );
  return { ...answer, deviceToken: device.token };
}

export async function signOut(ctx: Context, actor: Actor): Promise<void> {
  await ctx.db.query(sql`update employee_sessions set revoked_at = ${ctx.now()} where token_hash = ${actor.tokenHash}`);
}

/** Signs out and notes it: for the console's cookie, which is no admin route. */
export async function endSession(ctx: Context, actor: Actor, requestId: string): Promise<void> {
  const { employeeId } = actor;
  await ctx.db.tx(async (tx) => {
    await signOut({ ...ctx, db: joined(ctx.db, tx) }, actor);
    const target = `employee ${employeeId}`;
    await writeAudit(ctx, tx, {
      employeeId,
      action: 'DELETE /admin/session',
      target,
      before: null,
      after: null,
      requestId,
    });
  });
}

/** Changes one's own password and ends all other sessions. Throws `login_failed` for a wrong old one. */
export async function changePassword(
  ctx: Context,
  actor: Actor,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
  requestId: string,
): Promise<void> {
  const [row] = await ctx.db.query<{ login_name: string; password_hash: string }>(
    sql`select login_name, password_hash from employees where employee_id = ${actor.employeeId}`,
  );
  const from = { source: `employee ${actor.employeeId}`, isKnown: true };
  await countTry(ctx, row!.login_name, from);
  if (!(await isPassword(oldPassword, row!.password_hash))) throw new AppError('login_failed');
  const passwordHash = await hashPassword(newPassword);
  await ctx.db.tx(async (tx) => {
    await tx.query(
      sql`update employees set password_hash = ${passwordHash}, password_until = null
        where employee_id = ${actor.employeeId}`,
    );
    await revokeSessions({ db: tx, now: ctx.now }, actor.employeeId, actor.tokenHash);
    await forgetTries(tx, row!.login_name, from);
    await writeAudit(ctx, tx, {
      employeeId: actor.employeeId,
      action: 'PUT /admin/password',
      target: `employee ${actor.employeeId}`,
      before: null,
      after: null,
      requestId,
    });
  });
}
