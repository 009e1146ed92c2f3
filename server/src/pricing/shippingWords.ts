import type { Context } from '../context';
import { readRules } from './readRules';
import { ruleFor, yuan, type RegionRule } from './shippingRule';

/**
 * The rule for the place that a person used last, and without one for everywhere else: `ruleFor` in SQL, for a
 * statement whose `$1` is the person; null when the shop has no rule for there. A test holds the two together.
 */
export const RULE_OF_SHOPPER = `(select jsonb_build_object('name', r.name, 'isServed', r.is_served, 'reason', r.reason,
    'freeFromFen', r.free_from_fen)
  from shipping_rules r left join (select province, city from addresses where user_id = $1
    order by used_at desc, address_id desc limit 1) a on true
  where r.regions = '{}' or a.province = any(r.regions) or a.province || '/' || a.city = any(r.regions)
  order by case when a.province || '/' || a.city = any(r.regions) then 0 when a.province = any(r.regions) then 1 else 2 end,
    r.rule_id limit 1)`;

export type ShopperRule = Pick<RegionRule, 'name' | 'isServed' | 'reason' | 'freeFromFen'>;

/** What a cart says about delivery. Fen; `missingFen` is null where nothing ever travels free. */
export interface ShippingHint {
  freeFromFen: number | null;
  missingFen: number | null;
  /** Why nothing is delivered there, or null. */
  unserved: string | null;
}

export function shippingHint(ctx: Context, rule: ShopperRule | null, goodsFen: number): ShippingHint {
  const freeFromFen = rule ? rule.freeFromFen : ctx.env.FREE_SHIPPING_FROM_FEN;
  const unserved = rule && !rule.isServed ? unservedText(rule) : null;
  if (unserved !== null || freeFromFen === null) return { freeFromFen: null, missingFen: null, unserved };
  return { freeFromFen, missingFen: Math.max(0, freeFromFen - goodsFen), unserved };
}

/** Why nothing goes somewhere. */
export const unservedText = ({ name, reason }: Pick<RegionRule, 'name' | 'reason'>) => reason || `${name}暂不配送`;

/** What delivery costs a shopper of whom nothing is known, in one sentence for a product's page. */
export async function readShippingText(ctx: Context): Promise<string> {
  return shippingText(ruleFor((await readRules(ctx, ctx.db)).shipping, null));
}

export function shippingText(rule: RegionRule): string {
  if (!rule.isServed) return unservedText(rule);
  const grows = rule.additionalGrams > 0 && rule.additionalFen > 0;
  if (rule.firstFen === 0 && !grows) return '全场包邮';
  const fee = `运费 ¥${yuan(rule.firstFen)}${grows ? ' 起' : ''}`;
  return rule.freeFromFen === null ? fee : `${fee}，满 ¥${yuan(rule.freeFromFen)} 包邮`;
}
