import type { z } from 'zod';
import type { Coupon } from '@jishi/contract/coupons';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { claimKey } from '../idempotency';
import { refusalFor } from './customer';
import { takeOne, writeCoupon } from './giveCoupon';
import { readCustomer } from './readCustomer';
import { claimState, findTemplate, printed, validityOf } from './template';

export type CouponBody = z.output<typeof Coupon>;

interface Claim {
  userId: string;
  key: string;
  /** Which one: by a tap in the centre or a link, or by its word. */
  by: { templateId: string } | { code: string };
}

/**
 * A person takes a coupon. The same key gives the same one. Throws `not_found`, `coupon_gone` (details: `state` early or
 * gone), `coupon_limit` when they have had as many as one may, `coupon_refused` (details: `reason`, in words).
 */
export async function claimCoupon(ctx: Context, { userId, key, by }: Claim): Promise<CouponBody> {
  return ctx.db.tx(async (tx) => {
    const known = await claimKey<CouponBody>(tx, { userId, key, route: 'claimCoupon', body: by });
    if (known) return known;
    const now = ctx.now();
    const template = await findTemplate(tx, by);
    // a template that is not shown is claimed by its word alone
    if (!template || ('templateId' in by && !template.isPublic)) throw new AppError('not_found');
    const state = claimState(template, now);
    if (state !== 'open') throw new AppError('coupon_gone', { state });
    const reason = refusalFor(template.terms, await readCustomer(tx, userId));
    if (reason !== null) throw new AppError('coupon_refused', { reason });
    if (!(await countClaim(tx, userId, template.id, template.personLimit))) throw new AppError('coupon_limit');
    if (!(await takeOne(ctx, tx, template.id))) throw new AppError('coupon_gone', { state: 'gone' });
    const source = 'code' in by ? 'code' : 'claim';
    const couponId = await writeCoupon(ctx, tx, { userId, template, source, ref: `${source}:${key}`, at: now });
    if (couponId === null) throw new AppError('idempotency_conflict');
    const { startsAt, expiresAt } = validityOf(template, now);
    const body: CouponBody = {
      id: couponId,
      templateId: template.id,
      ...printed(template.name, template.terms),
      state: 'held',
      startsAt: startsAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      orderId: null,
    };
    await tx.query(
      sql`update idempotency_keys set response = ${JSON.stringify(body)}::jsonb where user_id = ${userId} and key = ${key}`,
    );
    return body;
  });
}

/** Counts a claim unless the person has as many as they may: two taps at once wait for each other here. */
async function countClaim(tx: Tx, userId: string, templateId: string, limit: number): Promise<boolean> {
  const rows = await tx.query(
    sql.named(
      'coupons.count',
    )`insert into coupon_counts (user_id, template_id, claimed) values (${userId}, ${templateId}, 1)
      on conflict (user_id, template_id) do update set claimed = coupon_counts.claimed + 1
        where coupon_counts.claimed < ${limit}
      returning claimed`,
  );
  return rows.length > 0;
}
