import type { z } from 'zod';
import type { EmployeeSession } from '@jishi/contract/admin/employees';
import type { Actor } from '../adminAuth';
import { writeAudit } from '../audit';
import { makeToken } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { getEmployee, revokeSessions, type EmployeeBody } from './employees';
import { hashPassword, isPassword } from './password';

export type EmployeeSessionBody = z.output<typeof EmployeeSession>;

/** A working day. */
const SESSION_MS = 12 * 3_600_000;
/** Wrong passwords in a row before a name is locked, and for how long. */
export const MAX_TRIES = 5;
const LOCK_MS = 15 * 60_000;

/**
 * Signs in with name and password. Throws `login_failed` without saying which of both was wrong, and `rate_limited`
 * (details: `retryAt`) after too many tries, whether the name exists or not.
 */
export async function signIn(
  ctx: Context,
  { loginName, password }: { loginName: string; password: string },
  requestId: string,
): Promise<EmployeeSessionBody> {
  await countTry(ctx, loginName);
  const [row] = await ctx.db.query<{ id: string; password_hash: string }>(
    sql`select employee_id as id, password_hash from employees
      where login_name = ${loginName} and state = 'active' and not (is_demo and ${ctx.env.isProduction}::boolean)`,
  );
  if (!(await isPassword(password, row?.password_hash ?? null)) || !row) throw new AppError('login_failed');
  return ctx.db.tx(async (tx) => {
    const session = await openSession(ctx, tx, await getEmployee(tx, row.id));
    await forgetTries(tx, loginName);
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

/** A new session; the token is told once and only its hash is kept. */
export async function openSession(ctx: Context, tx: Tx, employee: EmployeeBody): Promise<EmployeeSessionBody> {
  const { token, tokenHash } = makeToken();
  const expiresAt = new Date(ctx.now().getTime() + SESSION_MS);
  await tx.query(
    sql`insert into employee_sessions (token_hash, employee_id, created_at, expires_at)
      values (${tokenHash}, ${employee.id}, ${ctx.now()}, ${expiresAt})`,
  );
  return { token, expiresAt: expiresAt.toISOString(), employee };
}

export async function signOut(ctx: Context, actor: Actor): Promise<void> {
  await ctx.db.query(sql`update employee_sessions set revoked_at = ${ctx.now()} where token_hash = ${actor.tokenHash}`);
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
  await countTry(ctx, row!.login_name);
  if (!(await isPassword(oldPassword, row!.password_hash))) throw new AppError('login_failed');
  const passwordHash = await hashPassword(newPassword);
  await ctx.db.tx(async (tx) => {
    await tx.query(sql`update employees set password_hash = ${passwordHash} where employee_id = ${actor.employeeId}`);
    await revokeSessions({ db: tx, now: ctx.now }, actor.employeeId, actor.tokenHash);
    await forgetTries(tx, row!.login_name);
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

/** Counts before the password is looked at, so that tries sent all at once are counted too. */
async function countTry(ctx: Context, loginName: string): Promise<void> {
  const now = ctx.now();
  const until = new Date(now.getTime() + LOCK_MS);
  await ctx.db.query(sql`delete from login_tries where until <= ${now}`);
  const [row] = await ctx.db.query<{ tries: number; until: Date }>(
    sql`insert into login_tries (login_name, tries, until) values (${loginName}, 1, ${until})
      on conflict (login_name) do update set tries = login_tries.tries + 1,
        until = case when login_tries.tries < ${MAX_TRIES}::int then excluded.until else login_tries.until end
      returning tries, until`,
  );
  if (row!.tries > MAX_TRIES) throw new AppError('rate_limited', { retryAt: row!.until.toISOString() });
}

async function forgetTries(tx: Tx, loginName: string): Promise<void> {
  await tx.query(sql`delete from login_tries where login_name = ${loginName}`);
}
