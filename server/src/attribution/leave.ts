import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { appendToAll } from './append';

/**
 * An employee is no more: what is theirs is nobody's until it is handed over. In the transaction that disables them, after
 * their row was written, so that a scan under way has been noted or will not be. Again, it changes nothing.
 */
export async function noteLeaving(ctx: Context, tx: Tx, employeeId: string): Promise<void> {
  const people = await tx.query<{ userId: string }>(
    sql`select distinct t.user_id as "userId" from staff_touches t join users u on u.user_id = t.user_id
      where t.employee_id = ${employeeId} and t.kind in ('scan', 'hand_over')
        and not exists (select 1 from staff_touches v where v.user_id = t.user_id
          and (v.at, v.touch_id) > (t.at, t.touch_id)
          and ((v.kind = 'left' and v.employee_id = ${employeeId})
            or (v.kind = 'hand_over' and v.from_employee_id = ${employeeId})))
      order by 1`,
  );
  await appendToAll(
    ctx,
    tx,
    people.map(({ userId }) => userId),
    {
      kind: 'left',
      employeeId,
      fromEmployeeId: null,
      byEmployeeId: null,
      storeId: null,
      ownUserId: null,
    },
  );
}
