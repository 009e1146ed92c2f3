import { sql } from '../../src/db/db';
import { employee } from './employees';
import { newKey } from './fixtures';
import type { Shopper, TestApp } from './testApp';

/** A coupon of ¥20 from ¥100 on, for everybody and everything, for a week from being claimed; as the console saves it. */
const TWENTY = { name: '满百减二十', kind: 'fixed', offFen: 2000, fromFen: 10_000, validDays: 7 };

/** Makes a template through the console, as a marketer does; answers it. */
export async function offer(shop: TestApp, change: object = {}) {
  const marketer = await employee(shop, 'marketer');
  const { status, body } = await marketer.send('POST', '/admin/coupon-templates', { ...TWENTY, ...change });
  if (status !== 201) throw new Error(`refused: ${JSON.stringify(body)}`);
  return body;
}

export const claim = (shopper: Shopper, templateId: string) =>
  shopper.post(`/api/coupon-templates/${templateId}/claims`, {}, newKey());

/** A template, and the shopper's coupon of it. */
export async function holdCoupon(shop: TestApp, shopper: Shopper, change: object = {}) {
  const template = await offer(shop, change);
  const { status, body } = await claim(shopper, template.id);
  if (status !== 201) throw new Error(`refused: ${JSON.stringify(body)}`);
  return body;
}

/** Where a coupon is, and every state that it has been in. */
export async function couponOf(shop: TestApp, couponId: string) {
  const [row] = await shop.ctx.db.query<{ state: string; orderId: string | null; offFen: number; path: string[] }>(
    sql`select state, order_id as "orderId", off_fen::int as "offFen", array(select to_state from coupon_moves m
        where m.user_id = c.user_id and m.coupon_id = c.coupon_id order by move_id) as path
      from coupons c where coupon_id = ${couponId}`,
  );
  return row!;
}
