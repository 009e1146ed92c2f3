import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { joinPeople } from './mergePeople';

/**
 * Whom the super-app knows by this union id in any of our apps, or undefined. Where it turns out to be several (they came
 * before the apps were bound, or both for the first time at once), they are one from now on.
 */
export async function unionPerson(
  ctx: Context,
  tx: Tx,
  platform: Platform,
  unionId: string,
): Promise<string | undefined> {
  const rows = await tx.query<{ user_id: string }>(
    sql`select distinct user_id from identities where platform = ${platform} and union_id = ${unionId} order by user_id`,
  );
  let [person] = rows.map((row) => row.user_id);
  for (const { user_id: other } of rows.slice(1)) {
    person = await joinPeople(ctx, tx, [person!, other], 'union_id');
  }
  return person;
}
