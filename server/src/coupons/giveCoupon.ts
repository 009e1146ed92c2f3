import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { findTemplate, validityOf, type TemplateRow } from './template';

export type CouponSource = 'claim' | 'code' | 'gift';

interface Gift {
  userId: string;
  template: TemplateRow;
  source: CouponSource;
  ref: string;
  at: Date;
}

/**
 * Counts one of the template as given away, if there is one left: the guard stands in the statement, so that any number
 * of processes give exactly as many as there are. Holds the template's row until the commit: call it late.
 */
export async function takeOne(ctx: Context, tx: Tx, templateId: string): Promise<boolean> {
  const rows = await tx.query(
    sql.named('coupons.take')`update coupon_templates set given_count = given_count + 1
      where template_id = ${templateId} and state = 'running' and (total_limit is null or given_count < total_limit)
        and (valid_until is null or valid_until > ${ctx.now()}) returning template_id`,
  );
  return rows.length > 0;
}

/** Writes the coupon and the first line of its history. Answers its id, or null when its `ref` has one already. */
export async function writeCoupon(
  ctx: Context,
  tx: Tx,
  { userId, template, source, ref, at }: Gift,
): Promise<string | null> {
  const couponId = ctx.makeId();
  const { startsAt, expiresAt } = validityOf(template, at);
  const rows = await tx.query(
    sql.named('coupons.give')`with given as (
        insert into coupons (user_id, coupon_id, template_id, name, terms, state, source, ref, starts_at, expires_at, given_at)
        values (${userId}, ${couponId}, ${template.id}, ${template.name}, ${JSON.stringify(template.terms)}, 'held', ${source},
          ${ref}, ${startsAt}, ${expiresAt}, ${at})
        on conflict (user_id, template_id, ref) do nothing returning user_id, coupon_id
      )
      insert into coupon_moves (user_id, coupon_id, move_id, from_state, to_state, reason, created_at)
      select user_id, coupon_id, ${ctx.makeId()}::bigint, null, 'held', 'given', ${at}::timestamptz from given
      returning coupon_id`,
  );
  return rows.length > 0 ? couponId : null;
}

/**
 * Gives a person a coupon in the caller's transaction, exactly once for a `ref`, however often it is asked: `gift:12:34`.
 * Answers its id; null when it was given before, or when the template is stopped, used up or over. The limit of what a
 * person may claim does not hold: whoever gives has limits of their own.
 */
export async function issueCoupon(
  ctx: Context,
  tx: Tx,
  { userId, templateId, ref }: { userId: string; templateId: string; ref: string },
): Promise<string | null> {
  const template = await findTemplate(tx, { templateId });
  if (!template || template.state !== 'running') return null;
  if (template.validUntil && template.validUntil <= ctx.now()) return null;
  const couponId = await writeCoupon(ctx, tx, { userId, template, source: 'gift', ref, at: ctx.now() });
  if (couponId === null) return null;
  if (await takeOne(ctx, tx, templateId)) return couponId;
  await tx.query(
    sql`with gone as (delete from coupons where user_id = ${userId} and coupon_id = ${couponId})
      delete from coupon_moves where user_id = ${userId} and coupon_id = ${couponId}`,
  );
  return null;
}
