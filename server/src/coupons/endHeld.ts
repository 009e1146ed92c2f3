import type { Context } from '../context';
import { sql } from '../db/db';

/** Takes back every coupon of a template that nobody has used. */
export async function voidHeld(ctx: Context, templateId: string): Promise<void> {
  await endHeld(ctx, 'void', 'stopped', templateId, null);
}

/** Writes down which coupons are over; nobody can use one from its end on, whether this has run or not. */
export async function expireCoupons(ctx: Context): Promise<number> {
  return endHeld(ctx, 'expired', 'expired', null, ctx.now());
}

const BATCH = 1000;

async function endHeld(
  ctx: Context,
  to: 'void' | 'expired',
  reason: 'stopped' | 'expired',
  templateId: string | null,
  until: Date | null,
): Promise<number> {
  for (let ended = 0; ;) {
    const moveIds = Array.from({ length: BATCH }, () => ctx.makeId());
    const [row] = await ctx.db.query<{ n: number }>(
      sql`with due as (
          select user_id, coupon_id from coupons
          where state = 'held' and (${templateId}::bigint is null or template_id = ${templateId})
            and (${until}::timestamptz is null or expires_at <= ${until})
          order by user_id, coupon_id limit ${BATCH} for update
        ), ended as (
          update coupons c set state = ${to} from due where c.user_id = due.user_id and c.coupon_id = due.coupon_id
          returning c.user_id, c.coupon_id
        ), numbered as (
          select user_id, coupon_id, row_number() over (order by user_id, coupon_id) as nth from ended
        ), logged as (
          insert into coupon_moves (user_id, coupon_id, move_id, from_state, to_state, reason, created_at)
          select user_id, coupon_id, (${moveIds}::bigint[])[nth], 'held', ${to}, ${reason}, ${ctx.now()}::timestamptz
          from numbered
        )
        select count(*)::int as n from ended`,
    );
    ended += row!.n;
    if (row!.n < BATCH) return ended;
  }
}
