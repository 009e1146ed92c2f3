import type { Benefits } from '@jishi/contract/plain/members';
import { IS_NEW } from '../coupons/customer';
import type { Terms } from '../coupons/template';
import type { Queryable } from '../db/db';
import type { LevelBenefit } from './discounts';

/** A coupon that is held and not over. */
export interface WalletCoupon {
  id: string;
  templateId: string;
  name: string;
  terms: Terms;
  startsAt: Date;
  expiresAt: Date;
}

/** What of a person a price depends on. */
export interface Shopper {
  isNew: boolean;
  level: LevelBenefit | null;
  /** Those that end first. */
  coupons: WalletCoupon[];
  /** Of each product the categories that it is in, with those above them. */
  categories: Record<string, string[]>;
}

/** More than anybody keeps apart; a choice among them is still made in milliseconds. */
const MOST_COUPONS = 100;

interface Row extends Omit<Shopper, 'level' | 'coupons'> {
  level: { id: string; name: string; benefits: Benefits } | null;
  coupons: (Omit<WalletCoupon, 'startsAt' | 'expiresAt'> & { startsAt: string; expiresAt: string })[];
}

/** All of it in one statement, however much there is of it. */
export async function readShopper(
  db: Queryable,
  userId: string,
  productIds: readonly string[],
  now: Date,
): Promise<Shopper> {
  const [row] = await db.query<Row>({
    name: 'pricing.shopper',
    text: `select ${IS_NEW} as "isNew",
      (select jsonb_build_object('id', l.level_id::text, 'name', l.name, 'benefits', l.benefits)
        from members m join member_levels l on l.level_id = m.level_id where m.user_id = $1) as level,
      (select coalesce(jsonb_agg(jsonb_build_object('id', coupon_id::text, 'templateId', template_id::text, 'name', name,
          'terms', terms, 'startsAt', starts_at, 'expiresAt', expires_at) order by expires_at, coupon_id), '[]')
        from (select * from coupons where user_id = $1 and state = 'held' and expires_at > $2
          order by expires_at, coupon_id limit ${MOST_COUPONS}) c) as coupons,
      (select coalesce(jsonb_object_agg(product_id::text, ids), '{}') from (
        select pc.product_id, jsonb_agg(c.category_id::text) || jsonb_agg(c.parent_id::text) as ids
        from product_categories pc join categories c on c.category_id = pc.category_id
        where pc.product_id = any($3::bigint[]) group by pc.product_id) p) as categories`,
    values: [userId, now, productIds],
  });
  const { isNew, level, coupons, categories } = row!;
  return {
    isNew,
    level: level && {
      ref: level.id,
      name: level.name,
      pricePermille: level.benefits.memberPricePermille ?? null,
      freeShippingFromFen: level.benefits.freeShippingFromFen ?? null,
    },
    coupons: coupons.map((coupon) => ({
      ...coupon,
      startsAt: new Date(coupon.startsAt),
      expiresAt: new Date(coupon.expiresAt),
    })),
    categories,
  };
}
