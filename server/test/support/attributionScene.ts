import { handOver } from '../../src/attribution/handOver';
import { sql } from '../../src/db/db';
import { OWNER, addOrder, customerOf, ownerOf, payOrder, visit, type Guide } from './attribution';
import type { TestApp } from './testApp';

/** What people and guides do in a shop, each with the jobs that follow. */
export function attributionScene(shop: TestApp) {
  return {
    /** Places and pays an order at this moment, and lets it be decided. */
    async buys(userId: string): Promise<string> {
      const orderId = await addOrder(shop, userId);
      await payOrder(shop, userId, orderId);
      await shop.runJobs();
      return orderId;
    },
    async scans(userId: string, { token }: Guide): Promise<void> {
      await visit(shop, userId, token);
      await shop.runJobs();
    },
    guideNow: async (userId: string) => (await customerOf(shop, userId))?.employeeId ?? null,
    async ownerNow(orderId: string) {
      const row = await ownerOf(shop, orderId);
      return row && [row.employeeId, row.reason];
    },
    touches: (userId: string) =>
      shop.ctx.db.query<{ kind: string; isOwn: boolean; isNew: boolean }>(
        sql`select kind, is_own as "isOwn", is_new as "isNew" from staff_touches where user_id = ${userId}
          order by at, touch_id`,
      ),
    gives: (from: Guide, to: Guide | null, userIds: string[] | 'all' = 'all') =>
      shop.ctx.db.tx((tx) =>
        handOver(shop.ctx, tx, {
          from: from.employeeId,
          to: to?.employeeId ?? null,
          userIds,
          by: OWNER.employeeId,
        }),
      ),
  };
}
