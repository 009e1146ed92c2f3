import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import type { ReachDiscount } from './discounts';
import type { RegionRule } from './shippingRule';

export interface ShopRules {
  /** The shop's own rules, and at the end the configured one for everywhere else. */
  shipping: RegionRule[];
  discounts: ReachDiscount[];
}

/** All rules that a price depends on, in one statement. */
export async function readRules(ctx: Context, db: Queryable): Promise<ShopRules> {
  const [row] = await db.query<ShopRules>(
    sql.named('pricing.rules')`select
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'regions', to_jsonb(regions), 'isServed', is_served,
          'reason', reason, 'firstGrams', first_grams, 'firstFen', first_fen, 'additionalGrams', additional_grams,
          'additionalFen', additional_fen, 'freeFromFen', free_from_fen) order by rule_id), '[]')
        from shipping_rules) as shipping,
      (select coalesce(jsonb_agg(jsonb_build_object('ref', discount_id::text, 'label', label, 'fromFen', from_fen,
          'offFen', off_fen) order by discount_id), '[]')
        from reach_discounts where is_active and coalesce(starts_at <= ${ctx.now()}::timestamptz, true)
          and coalesce(ends_at > ${ctx.now()}::timestamptz, true)) as discounts`,
  );
  const { SHIPPING_FEE_FEN: firstFen, FREE_SHIPPING_FROM_FEN: freeFromFen } = ctx.env;
  const fallback: RegionRule = {
    name: '全国',
    regions: [],
    isServed: true,
    reason: '',
    firstGrams: 0,
    firstFen,
    additionalGrams: 0,
    additionalFen: 0,
    freeFromFen,
  };
  return { shipping: [...row!.shipping, fallback], discounts: row!.discounts };
}
