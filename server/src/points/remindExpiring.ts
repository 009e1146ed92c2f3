import { dayOf } from '../beijing';
import type { Context } from '../context';
import { sql } from '../db/db';
import { isWanted, sendNotice } from '../messages/sendNotice';

const BATCH = 500;
const DAY_MS = 86_400_000;
/** So long before it whoever asked for it is told that points will be over. */
const AHEAD_DAYS = 7;

interface Expiring {
  userId: string;
  points: string;
  expiresAt: Date;
}

/** Tells those who allowed it which of their points are over next: once for each day on which some are. */
export async function remindExpiring(ctx: Context): Promise<void> {
  if (!(await isWanted(ctx.db, 'points_expiring'))) return;
  const now = ctx.now();
  const soon = new Date(now.getTime() + AHEAD_DAYS * DAY_MS);
  for (let after = '0'; ;) {
    const due = await ctx.db.query<Expiring>(
      sql.named('points.remind')`select distinct on (l.user_id) l.user_id as "userId", l.expires_at as "expiresAt",
          sum(l.left_amount)::bigint as points
        from ledger_lots l
        where l.unit = 'points' and l.left_amount > 0 and l.expires_at > ${now} and l.expires_at <= ${soon}
          and l.user_id > ${after} and exists (select 1 from message_grants g
            where g.user_id = l.user_id and g.kind = 'points_expiring' and g.state = 'open')
        group by l.user_id, l.expires_at order by l.user_id, l.expires_at limit ${BATCH}`,
    );
    for (const one of due) await tell(ctx, one);
    if (due.length < BATCH) return;
    after = due.at(-1)!.userId;
  }
}

async function tell(ctx: Context, { userId, points, expiresAt }: Expiring): Promise<void> {
  // the last minute on which they can be spent
  const lastMinute = new Date(expiresAt.getTime() - 60_000);
  await ctx.db.tx((tx) =>
    sendNotice(ctx, tx, {
      userId,
      kind: 'points_expiring',
      ref: `points:${dayOf(lastMinute)}`,
      page: 'points/ledger/index',
      values: {
        points: `${points} 积分`,
        shopName: ctx.env.SHOP_NAME,
        expiresAt: lastMinute.toISOString(),
        tip: '到期前下单可以抵现',
      },
    }),
  );
}
