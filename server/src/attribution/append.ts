import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { placeCustomers } from './placeCustomers';

const CHUNK = 500;

/** The same that happens to many people at once. */
export interface ManyEntries {
  kind: 'hand_over' | 'left';
  employeeId: string | null;
  fromEmployeeId: string | null;
  byEmployeeId: string | null;
  storeId: string | null;
  /** The person whose own entry it would be. */
  ownUserId: string | null;
}

/** Writes an entry to each of these people's logs, and whom they are with from now on. */
export async function appendToAll(
  ctx: Context,
  tx: Tx,
  userIds: readonly string[],
  { kind, employeeId, fromEmployeeId, byEmployeeId, storeId, ownUserId }: ManyEntries,
): Promise<void> {
  const now = ctx.now();
  for (let start = 0; start < userIds.length; start += CHUNK) {
    const people = userIds.slice(start, start + CHUNK);
    await tx.query(
      sql.named('staff.append')`insert into staff_touches (user_id, touch_id, origin_user_id, kind, employee_id,
          from_employee_id, by_employee_id, store_id, is_own, at)
        select user_id, touch_id, user_id, ${kind}, ${employeeId}::bigint, ${fromEmployeeId}::bigint, ${byEmployeeId}::bigint,
          ${storeId}::bigint, coalesce(user_id = ${ownUserId}::bigint, false), ${now}::timestamptz
        from unnest(${people}::bigint[], ${people.map(() => ctx.makeId())}::bigint[]) as p(user_id, touch_id)`,
    );
    await placeCustomers(tx, people);
  }
}
