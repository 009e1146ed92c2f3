import { sql, type Tx } from '../db/db';
import { followBelonging } from './belonging';
import { byTime } from './log';
import { readLogs } from './readLogs';
import { readRules } from './rules';

/**
 * Works out from their logs whom people are with, and writes it down. Their rows are held first, in one order, as a merge
 * does: what is written to a log meanwhile brings its own call. Who is no more, merged or forgotten, is passed over.
 */
export async function placeCustomers(tx: Tx, userIds: readonly string[]): Promise<void> {
  const alive = await lockPeople(tx, userIds);
  if (alive.length === 0) return;
  const rules = await readRules(tx);
  const placed = [];
  for (const [userId, { entries }] of await readLogs(tx, alive)) {
    const belonging = followBelonging([...entries].sort(byTime), rules);
    if (belonging) placed.push({ userId, ...belonging });
  }
  const isPlaced = new Set(placed.map(({ userId }) => userId));
  await tx.query(
    sql.named('staff.unplace')`delete from staff_customers
      where user_id = any(${alive.filter((userId) => !isPlaced.has(userId))}::bigint[])`,
  );
  await tx.query(
    sql.named(
      'staff.place',
    )`insert into staff_customers (user_id, employee_id, store_id, since, until, last_active_at, first_token)
      select "userId", "employeeId", "storeId", since, until, "lastActiveAt", "firstToken"
      from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as p("userId" bigint, "employeeId" bigint, "storeId" bigint,
        since timestamptz, until timestamptz, "lastActiveAt" timestamptz, "firstToken" text)
      on conflict (user_id) do update set employee_id = excluded.employee_id, store_id = excluded.store_id,
        since = excluded.since, until = excluded.until, last_active_at = excluded.last_active_at,
        first_token = excluded.first_token`,
  );
}

/** Those of them who exist. */
export async function lockPeople(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ userId: string }>(
    sql.named('staff.people')`select user_id as "userId" from users where user_id = any(${userIds}::bigint[])
      order by user_id for update`,
  );
  return rows.map(({ userId }) => userId);
}
