import type { z } from 'zod';
import type { CouponStatistics } from '@jishi/contract/admin/coupons';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

type Statistics = z.output<typeof CouponStatistics>;

/** Where the coupons of a template are, and what those that were used have brought. Throws `not_found`. */
export async function readStatistics(db: Queryable, templateId: string, now: Date): Promise<Statistics> {
  const [known] = await db.query<{ given: number }>(
    sql`select given_count as given from coupon_templates where template_id = ${templateId}`,
  );
  if (!known) throw new AppError('not_found');
  const [row] = await db.query<Record<keyof Statistics, string>>(
    sql`select count(*) filter (where c.state = 'held' and c.expires_at > ${now}) as held,
        count(*) filter (where c.state = 'frozen') as frozen,
        count(*) filter (where c.state = 'used') as used,
        count(*) filter (where c.state = 'expired' or (c.state = 'held' and c.expires_at <= ${now})) as expired,
        count(*) filter (where c.state = 'void') as void,
        coalesce(sum(c.off_fen) filter (where c.state = 'used'), 0) as "offFen",
        coalesce(sum(o.total_fen) filter (where c.state = 'used'), 0) as "paidFen",
        count(distinct c.user_id) filter (where c.state = 'used') as shoppers
      from coupons c left join orders o on o.user_id = c.user_id and o.order_id = c.order_id
      where c.template_id = ${templateId}`,
  );
  const { given } = known;
  return {
    given,
    held: Number(row!.held),
    frozen: Number(row!.frozen),
    used: Number(row!.used),
    expired: Number(row!.expired),
    void: Number(row!.void),
    offFen: Number(row!.offFen),
    paidFen: Number(row!.paidFen),
    shoppers: Number(row!.shoppers),
  };
}
