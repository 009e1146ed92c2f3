import type { Context } from '../context';
import { sql } from '../db/db';
import type { Unit } from '../ledger/entries';
import { expireLots } from '../ledger/expireLots';
import { placeLevelLater } from '../members/placeLevels';

const BATCH = 500;

/** Takes what is over of everybody's points, growth and balance; each person's in a transaction. Answers of how many. */
export async function expireAll(ctx: Context): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await ctx.db.query<{ userId: string; unit: Unit }>(
      sql.named('points.due')`select distinct user_id as "userId", unit from ledger_lots
        where left_amount > 0 and expires_at <= ${ctx.now()} order by user_id limit ${BATCH}`,
    );
    for (const { userId, unit } of due) {
      await ctx.db.tx(async (tx) => {
        await expireLots(ctx, tx, userId, unit);
        if (unit === 'growth') await placeLevelLater(ctx, tx, userId);
      });
    }
    count += due.length;
    if (due.length < BATCH) return count;
  }
}
