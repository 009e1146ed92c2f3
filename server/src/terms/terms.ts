import type { z } from 'zod';
import type { EditShopTerms } from '@jishi/contract/admin/shopTerms';
import type { ShopTerms } from '@jishi/contract/shopTerms';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { readRules } from '../pricing/readRules';

type Terms = z.output<typeof EditShopTerms>;

/** What a shop says that has said nothing: no promise, and no way to reach it. */
const SILENT: Terms = {
  services: [],
  contact: { phone: null, hours: '', chatUrl: null, hasWeappChat: false, ttImId: null, alipayChat: null },
};

/** What the shop promises and how it is reached; empty until somebody writes it. */
export async function readTerms(db: Queryable): Promise<Terms> {
  const [row] = await db.query<Terms>(sql.named('terms.get')`select services, contact from shop_terms`);
  return row ? { services: row.services, contact: { ...SILENT.contact, ...row.contact } } : SILENT;
}

/** The same, with the discounts that run now, by the very rules that price an order. Money in fen. */
export async function readShopTerms(ctx: Context): Promise<z.output<typeof ShopTerms>> {
  const [terms, { discounts }] = await Promise.all([readTerms(ctx.db), readRules(ctx, ctx.db)]);
  return {
    ...terms,
    discounts: discounts
      .map(({ label, fromFen, offFen }) => ({ label, fromFen, offFen }))
      .sort((one, other) => one.fromFen - other.fromFen),
  };
}

/** Replaces all of it. */
export async function saveTerms(db: Queryable, { services, contact }: Terms): Promise<{ before: Terms; after: Terms }> {
  const before = await readTerms(db);
  await db.query(
    sql`insert into shop_terms (services, contact)
      values (${JSON.stringify(services)}::jsonb, ${JSON.stringify(contact)}::jsonb)
      on conflict (singleton) do update set services = excluded.services, contact = excluded.contact`,
  );
  return { before, after: await readTerms(db) };
}
