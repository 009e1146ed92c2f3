import { sql, type Queryable } from '../db/db';
import type { Entry, Log, Merge } from './log';

/** What is known of each of these people, by their number of today; of one without anything: an empty log. */
export async function readLogs(db: Queryable, userIds: readonly string[]): Promise<Map<string, Log>> {
  const entries = await db.query<Entry & { userId: string }>(
    sql.named('staff.log')`select user_id as "userId", touch_id as "touchId", origin_user_id as "originUserId", kind,
        employee_id as "employeeId", from_employee_id as "fromEmployeeId", by_employee_id as "byEmployeeId",
        store_id as "storeId", token, order_id as "orderId", is_own as "isOwn", at
      from staff_touches where user_id = any(${userIds}::bigint[]) order by at, touch_id`,
  );
  const merges = await readMerges(db, userIds);
  const logs = new Map<string, Log>(
    userIds.map((userId) => [userId, { entries: [], merges: merges.get(userId) ?? [] }]),
  );
  for (const { userId, ...entry } of entries) (logs.get(userId)!.entries as Entry[]).push(entry);
  return logs;
}

/** Every merge that led to one of these people, by who they are today. */
async function readMerges(db: Queryable, userIds: readonly string[]): Promise<Map<string, Merge[]>> {
  const aliases = await db.query<{ old: string; now: string }>(
    sql.named('staff.aliases')`select old_user_id as old, user_id as now from user_aliases
      where user_id = any(${userIds}::bigint[])`,
  );
  const merges = new Map<string, Merge[]>();
  if (aliases.length === 0) return merges;
  const personOf = new Map(aliases.map(({ old, now }) => [old, now]));
  for (const userId of userIds) personOf.set(userId, userId);
  const rows = await db.query<Merge>(
    sql.named('staff.merges')`select other_user_id as "from", user_id as "into", created_at as at from merges
      where user_id = any(${[...personOf.keys()]}::bigint[]) and outcome = 'merged'`,
  );
  for (const merge of rows) {
    const person = personOf.get(merge.into)!;
    merges.set(person, [...(merges.get(person) ?? []), merge]);
  }
  return merges;
}
