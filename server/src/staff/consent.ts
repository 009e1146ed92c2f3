import type { Context } from '../context';
import { sql } from '../db/db';

/** The guide a shopper belongs to now, with the store's number, and whether they may see the shopper. */
export async function readMyGuide(ctx: Context, userId: string) {
  const [guide] = await ctx.db.query<{ name: string; storeName: string; phone: string }>(
    sql`select e.name, coalesce(s.name, '') as "storeName", coalesce(s.phone, '') as phone
      from staff_customers c join employees e on e.employee_id = c.employee_id and e.state = 'active'
        left join stores s on s.store_id = c.store_id and s.is_active
      where c.user_id = ${userId} and c.until > ${ctx.now()}`,
  );
  const [consent] = await ctx.db.query<{ isGiven: boolean }>(
    sql`select is_given as "isGiven" from guide_consents where user_id = ${userId}`,
  );
  return { guide: guide ?? null, isAgreed: consent?.isGiven ?? false };
}

/** Says, at any time and whoever the guide is, whether guides may see this person; the last word counts. */
export async function sayConsent(ctx: Context, userId: string, isAgreed: boolean): Promise<{ isAgreed: boolean }> {
  await ctx.db.query(
    sql`insert into guide_consents (user_id, is_given, said_at) values (${userId}, ${isAgreed}, ${ctx.now()})
      on conflict (user_id) do update set is_given = excluded.is_given, said_at = excluded.said_at`,
  );
  return { isAgreed };
}
