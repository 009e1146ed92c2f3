import type { Context } from '../context';
import { sql } from '../db/db';
import { getEmployee, type EmployeeBody } from '../employees/employees';

/** Parts the employee from the shopper: the workbench closes, codes and customers stay. Throws `not_found`. */
export async function unbind(ctx: Context, employeeId: string): Promise<{ answer: EmployeeBody; wasBound: boolean }> {
  const answer = await getEmployee(ctx.db, employeeId);
  const unbound = await ctx.db.query(
    sql`update employees set user_id = null where employee_id = ${employeeId} and user_id is not null returning 1`,
  );
  return { answer, wasBound: unbound.length > 0 };
}
