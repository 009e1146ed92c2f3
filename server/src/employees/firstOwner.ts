import { randomBytes } from 'node:crypto';
import { writeAudit } from '../audit';
import { hashToken, makeToken } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { joined } from '../db/joined';
import { AppError } from '../errors';
import { createEmployee } from './employees';
import { openSession, type EmployeeSessionBody } from './signIn';

/** How the first owner gets in, told once in the terminal. */
export type FirstOwner = { kind: 'demo'; loginName: string; password: string } | { kind: 'setup'; token: string };

/**
 * Without an owner: the demo shop makes one with a password of its own; any other shop gets a one-time token for
 * `POST /admin/owner`, each start a new one. Null when there is an owner.
 */
export async function prepareFirstOwner(ctx: Context): Promise<FirstOwner | null> {
  const { isProduction, DEMO_SHOP } = ctx.env;
  if (await hasOwner(ctx, ctx.db)) return null;
  if (!isProduction && DEMO_SHOP === 'on') {
    const login = { loginName: 'owner', password: randomBytes(9).toString('base64url') };
    await createEmployee(ctx, { ...login, name: '店主', role: 'owner' }, true);
    return { kind: 'demo', ...login };
  }
  const { token, tokenHash } = makeToken();
  await ctx.db.query(
    sql`insert into owner_setup (token_hash) values (${tokenHash})
      on conflict (singleton) do update set token_hash = excluded.token_hash`,
  );
  return { kind: 'setup', token };
}

/** Makes the first owner. Throws `login_failed` for a wrong or used token, `conflict` when there is an owner already. */
export async function createFirstOwner(
  ctx: Context,
  { token, ...input }: { token: string; loginName: string; password: string; name: string },
  requestId: string,
): Promise<EmployeeSessionBody> {
  return ctx.db.tx(async (tx) => {
    const [used] = await tx.query(
      sql`delete from owner_setup where token_hash = ${hashToken(token)} returning singleton`,
    );
    if (!used) throw new AppError('login_failed');
    if (await hasOwner(ctx, tx)) throw new AppError('conflict');
    const owner = await createEmployee({ ...ctx, db: joined(ctx.db, tx) }, { ...input, role: 'owner' });
    await writeAudit(ctx, tx, {
      employeeId: owner.id,
      action: 'POST /admin/owner',
      target: `employee ${owner.id}`,
      before: null,
      after: { loginName: owner.loginName },
      requestId,
    });
    return openSession(ctx, tx, owner);
  });
}

/** The shop waits for whoever has the terminal's one-time token. */
export const needsOwner = async (ctx: Context): Promise<boolean> => !(await hasOwner(ctx, ctx.db));

/** In production the demo shop's owner counts for nothing. */
async function hasOwner(ctx: Context, db: Queryable): Promise<boolean> {
  const rows = await db.query(
    sql`select 1 from employees
      where role = 'owner' and state = 'active' and not (is_demo and ${ctx.env.isProduction}::boolean) limit 1`,
  );
  return rows.length > 0;
}
