import type { CouponState } from '@jishi/contract/plain/coupons';
import type { Context } from '../context';
import { readCursorOf, writeCursor } from '../products/cursor';
import type { CouponBody } from './claimCoupon';
import { printed, type Terms } from './template';

interface Row {
  id: string;
  templateId: string;
  name: string;
  terms: Terms;
  state: CouponState;
  startsAt: Date;
  expiresAt: Date;
  orderId: string | null;
}

const WHICH = {
  held: `(state = 'frozen' or (state = 'held' and expires_at > $2))`,
  used: `state = 'used'`,
  expired: `(state in ('expired', 'void') or (state = 'held' and expires_at <= $2))`,
} as const;

/** A person's coupons: those that can still be used by their end, first the nearest; the others newest first. */
export async function listCoupons(
  ctx: Context,
  userId: string,
  { state, limit, cursor }: { state: keyof typeof WHICH; limit: number; cursor?: string | undefined },
): Promise<{ items: CouponBody[]; nextCursor: string | null }> {
  const now = ctx.now();
  const [at, id] = readCursorOf(2, cursor) ?? [null, null];
  const isHeld = state === 'held';
  const ends = `floor(extract(epoch from expires_at) * 1000)::bigint`;
  const after = isHeld
    ? `(${ends}, coupon_id) > ($3::bigint, $4::bigint)`
    : `($3::bigint = 0 and coupon_id < $4::bigint)`;
  const rows = await ctx.db.query<Row>({
    text: `select coupon_id as id, template_id as "templateId", name, terms, state, starts_at as "startsAt",
        expires_at as "expiresAt", order_id as "orderId"
      from coupons where user_id = $1 and $2::timestamptz is not null and ${WHICH[state]}
        and ($4::bigint is null or ${after})
      order by ${isHeld ? `${ends}, coupon_id` : 'coupon_id desc'} limit $5`,
    values: [userId, now, at, id, limit + 1],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last;
  return {
    items: page.map(({ name, terms, startsAt, expiresAt, ...row }) => ({
      ...row,
      ...printed(name, terms),
      state: row.state === 'held' && expiresAt <= now ? 'expired' : row.state,
      startsAt: startsAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
    nextCursor: next ? writeCursor([isHeld ? String(next.expiresAt.getTime()) : '0', next.id]) : null,
  };
}
