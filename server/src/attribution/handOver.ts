import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { appendToAll } from './append';

export interface HandOver {
  from: string;
  /** Null: nobody. */
  to: string | null;
  /** Those of them who are not `from`'s are passed over. */
  userIds: readonly string[] | 'all';
  /** Who does it. */
  by: string;
}

interface EmployeeRow {
  id: string;
  isActive: boolean;
  userId: string | null;
  /** Where they work, when it is one store. */
  storeId: string | null;
}

/**
 * Gives what is one employee's to another: their customers, and their scans that orders may still come from. When all that
 * somebody who left had goes to a colleague, so do their codes: what is printed goes on working. Throws `not_found`
 * (details: `what`) for an employee who is not there, `conflict` (details: `reason`) for one who is no more or the same.
 */
export async function handOver(
  ctx: Context,
  tx: Tx,
  { from, to, userIds, by }: HandOver,
): Promise<{ customers: number; codes: number }> {
  if (from === to) throw new AppError('conflict', { reason: 'same' });
  const employees = await lockEmployees(ctx, tx, to === null ? [from] : [from, to]);
  const giver = employees.get(from);
  const taker = to === null ? null : employees.get(to);
  if (!giver || taker === undefined) throw new AppError('not_found', { what: 'employee' });
  if (taker?.isActive === false) throw new AppError('conflict', { reason: 'disabled' });
  const people = await peopleOf(tx, from, userIds === 'all' ? null : userIds);
  await appendToAll(ctx, tx, people, {
    kind: 'hand_over',
    employeeId: to,
    fromEmployeeId: from,
    byEmployeeId: by,
    storeId: taker?.storeId ?? null,
    ownUserId: taker?.userId ?? null,
  });
  const codes = taker && userIds === 'all' && !giver.isActive ? await giveCodes(tx, from, taker.id) : 0;
  return { customers: people.length, codes };
}

/** Held: nobody is given anything in the moment in which they leave. */
async function lockEmployees(ctx: Context, tx: Tx, ids: readonly string[]): Promise<Map<string, EmployeeRow>> {
  const rows = await tx.query<EmployeeRow>(
    sql`select e.employee_id as id, e.user_id as "userId",
        e.state = 'active' and not (e.is_demo and ${ctx.env.isProduction}::boolean) as "isActive",
        (select min(s.store_id) from employee_stores s where s.employee_id = e.employee_id having count(*) = 1) as "storeId"
      from employees e where e.employee_id = any(${ids}::bigint[]) order by e.employee_id for share`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who has anything of the employee's that was not handed over yet, also after the employee left. */
async function peopleOf(tx: Tx, employeeId: string, userIds: readonly string[] | null): Promise<string[]> {
  const rows = await tx.query<{ userId: string }>(
    sql`select distinct t.user_id as "userId" from staff_touches t join users u on u.user_id = t.user_id
      where t.employee_id = ${employeeId} and t.kind in ('scan', 'hand_over')
        and (${userIds}::bigint[] is null or t.user_id = any(${userIds}::bigint[]))
        and not exists (select 1 from staff_touches v where v.user_id = t.user_id
          and (v.at, v.touch_id) > (t.at, t.touch_id)
          and v.kind = 'hand_over' and v.from_employee_id = ${employeeId})
      order by 1`,
  );
  return rows.map(({ userId }) => userId);
}

async function giveCodes(tx: Tx, from: string, to: string): Promise<number> {
  const given = await tx.query(
    sql`update short_codes set employee_id = ${to} where employee_id = ${from} and state = 'active' returning token`,
  );
  return given.length;
}
