import type { Queryable } from '../db/db';
import { readBalances } from '../ledger/readBalance';

/** What each of these people has of growth that still counts; whoever is absent has none. */
export async function growthOf(db: Queryable, userIds: readonly string[], now: Date): Promise<Map<string, number>> {
  const balances = await readBalances(db, userIds, 'growth', now);
  return new Map([...balances].map(([userId, { available }]) => [userId, available]));
}
