import type { Role } from '@jishi/contract/plain/roles';
import { hashToken } from './auth';
import type { Context } from './context';
import { sql } from './db/db';
import { AppError } from './errors';

/** The caller of an admin route. */
export interface Actor {
  employeeId: string;
  role: Role;
  tokenHash: string;
  /** The stores whose orders they see; null: all orders. */
  storeIds: string[] | null;
  /** Signed in with a password that an owner gave: they may change it, and nothing else. */
  mustChangePassword: boolean;
}

/**
 * Resolves an employee's `Bearer <token>`. Throws `session_required` for none, an unknown, an expired or a revoked
 * one, for a disabled employee, and in production for one that the demo shop made.
 */
export async function authenticateEmployee(ctx: Context, authorization: string | undefined): Promise<Actor> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
  if (!token) throw new AppError('session_required');
  const tokenHash = hashToken(token);
  const [row] = await ctx.db.query<Omit<Actor, 'tokenHash'>>(
    sql.named(
      'employees.session',
    )`select e.employee_id as "employeeId", e.role, e.password_until is not null as "mustChangePassword",
        case when e.role in ('store_manager', 'staff') then array(select es.store_id::text from employee_stores es
          where es.employee_id = e.employee_id order by es.store_id) end as "storeIds"
      from employee_sessions s join employees e on e.employee_id = s.employee_id
      where s.token_hash = ${tokenHash} and s.expires_at > ${ctx.now()} and s.revoked_at is null
        and e.state = 'active' and not (e.is_demo and ${ctx.env.isProduction}::boolean)`,
  );
  if (!row) throw new AppError('session_required');
  return { ...row, tokenHash };
}
