import type { Context } from '../../src/context';
import { sql } from '../../src/db/db';
import type { ReachDiscount } from '../../src/pricing/discounts';
import type { RegionRule } from '../../src/pricing/shippingRule';
import type { StoreRow } from '../../src/stores/stores';

/** A rule for shipping: 1 kg for 6 yuan unless said otherwise. */
export async function addShippingRule(ctx: Context, rule: Partial<RegionRule> & { name: string }): Promise<void> {
  const { regions = [], isServed = true, reason = '', firstGrams = 1000, firstFen = 600 } = rule;
  const { additionalGrams = 0, additionalFen = 0, freeFromFen = null } = rule;
  await ctx.db.query(
    sql`insert into shipping_rules (rule_id, name, regions, is_served, reason, first_grams, first_fen, additional_grams,
        additional_fen, free_from_fen)
      values (${ctx.makeId()}, ${rule.name}, ${regions}, ${isServed}, ${reason}, ${firstGrams}, ${firstFen},
        ${additionalGrams}, ${additionalFen}, ${freeFromFen})`,
  );
}

export async function addReachDiscount(ctx: Context, discount: Omit<ReachDiscount, 'ref'>): Promise<void> {
  await ctx.db.query(
    sql`insert into reach_discounts (discount_id, label, from_fen, off_fen)
      values (${ctx.makeId()}, ${discount.label}, ${discount.fromFen}, ${discount.offFen})`,
  );
}

/** A store in Hangzhou, open from nine to nine, unless said otherwise. */
export async function addStore(
  ctx: Context,
  store: Partial<StoreRow> & { name: string; isActive?: boolean },
): Promise<string> {
  const storeId = ctx.makeId();
  const { lat = 30.28, lng = 120.13, opensAt = '09:00', closesAt = '21:00', isActive = true } = store;
  await ctx.db.query(
    sql`insert into stores (store_id, name, phone, province, city, district, detail, lat, lng, opens_at, closes_at, is_active)
      values (${storeId}, ${store.name}, '0571-88886666', '浙江省', '杭州市', '西湖区', ${`${store.name}的地址`}, ${lat}, ${lng},
        ${opensAt}, ${closesAt}, ${isActive})`,
  );
  return storeId;
}
