import type { z } from 'zod';
import type { Points } from '@jishi/contract/points';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { readBalance } from '../ledger/readBalance';
import { readBenefits } from '../members/readMember';
import { rulesAt } from './rules';

const DAY_MS = 86_400_000;
/** So long before it the page says that points will be over. */
const SOON_DAYS = 60;

/** What the person has, what orders under way will give by today's rules and level, and what is over next. */
export async function readPoints(ctx: Context, userId: string): Promise<z.output<typeof Points>> {
  const now = ctx.now();
  const { available, frozen } = await readBalance(ctx.db, userId, 'points', now);
  const { pointsPerYuan, pointsPerSpentYuan, spendPermille } = await rulesAt(ctx.db, now);
  const permille = (await readBenefits(ctx.db, userId))?.benefits.pointsPermille ?? 1000;
  const underWay = await readUnderWay(ctx.db, userId);
  const pending = underWay.map((fen) => Math.floor((fen * pointsPerYuan * permille) / 100_000));
  return {
    available,
    frozen,
    pending: pending.reduce((total, points) => total + points, 0),
    expiring: await readExpiring(ctx.db, userId, now),
    pointsPerYuan,
    pointsPerSpentYuan,
    spendPermille,
  };
}

/** What was paid for the goods of each order that is not done yet, and has not gone back. */
async function readUnderWay(db: Queryable, userId: string): Promise<number[]> {
  const rows = await db.query<{ fen: string }>(
    sql.named('points.underWay')`select sum(l.total_fen)
        - coalesce((select sum(a.fen) from order_adjustments a where a.user_id = o.user_id and a.order_id = o.order_id), 0)
        - coalesce((select sum(s.goods_fen) from aftersales s where s.user_id = o.user_id and s.order_id = o.order_id
          and s.state in ('refunding', 'done')), 0)::bigint as fen
      from orders o join order_lines l on l.user_id = o.user_id and l.order_id = o.order_id
      where o.user_id = ${userId} and o.state in ('paid', 'shipped') group by o.user_id, o.order_id`,
  );
  return rows.map(({ fen }) => Number(fen));
}

async function readExpiring(
  db: Queryable,
  userId: string,
  now: Date,
): Promise<{ points: number; expiresAt: string } | null> {
  const soon = new Date(now.getTime() + SOON_DAYS * DAY_MS);
  const [row] = await db.query<{ points: string; expiresAt: Date }>(
    sql.named('points.expiring')`select sum(left_amount)::bigint as points, expires_at as "expiresAt" from ledger_lots
      where user_id = ${userId} and unit = 'points' and left_amount > 0 and expires_at > ${now} and expires_at <= ${soon}
      group by expires_at order by expires_at limit 1`,
  );
  return row ? { points: Number(row.points), expiresAt: row.expiresAt.toISOString() } : null;
}
