import type { Queryable } from '../db/db';
import { IS_NEW, type Customer } from './customer';

/** What the shop knows of a person. */
export async function readCustomer(db: Queryable, userId: string): Promise<Omit<Customer, 'platform'>> {
  const [row] = await db.query<Omit<Customer, 'platform'>>({
    name: 'coupons.customer',
    text: `select ${IS_NEW} as "isNew", (select level_id from members where user_id = $1) as "levelId"`,
    values: [userId],
  });
  return row!;
}
