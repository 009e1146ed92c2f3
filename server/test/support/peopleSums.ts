import type { Context } from '../../src/context';
import { sql } from '../../src/db/db';
import { dayOf, type RandomPerson } from './randomPeople';

/** What `people`, all one in the end, must have. */
export function sumsFor(people: { person: RandomPerson; nth: number }[]) {
  const cart = new Map<number, number>();
  const liked = new Map<number, Date>();
  const seen = new Map<number, Date>();
  const wishes = new Map<string, Date>();
  const addresses = new Map<number, Date>();
  const keep = <K>(map: Map<K, Date>, key: K, at: Date, isBetter: (a: Date, b: Date) => boolean) => {
    const known = map.get(key);
    if (!known || isBetter(at, known)) map.set(key, at);
  };
  const [earlier, later] = [(a: Date, b: Date) => a < b, (a: Date, b: Date) => a > b];
  for (const { person, nth } of people) {
    for (const line of person.cart) cart.set(line.skuId, Math.min(99, (cart.get(line.skuId) ?? 0) + line.quantity));
    for (const item of person.liked) keep(liked, item.productId, dayOf(item.day, nth), earlier);
    for (const item of person.seen) keep(seen, item.productId, dayOf(item.day, nth), later);
    for (const wish of person.wishes) keep(wishes, `${wish.kind} ${wish.productId}`, dayOf(wish.day, nth), later);
    for (const item of person.addresses) keep(addresses, item.detail, dayOf(item.day, nth), later);
  }
  const all = <T>(of: (person: RandomPerson) => T[]) => people.flatMap(({ person }) => of(person));
  const times = (map: Map<unknown, Date>) => [...map].map(([key, at]) => `${String(key)} ${at.toISOString()}`).sort();
  const orders = all((person) => person.orders);
  return {
    cart: [...cart].map(([skuId, quantity]) => `${skuId} ${quantity}`).sort(),
    chosen: [
      ...new Set(all(({ cart: lines }) => lines.filter((line) => line.isSelected).map((line) => line.skuId))),
    ].sort(),
    liked: times(liked),
    seen: times(seen),
    wishes: times(wishes),
    addresses: times(addresses),
    events: [...new Set(all((person) => person.events))].map((event) => `event-${event}`).sort(),
    keys: [...new Set(all((person) => person.keys))].map((key) => `key-${key}`).sort(),
    orders: orders.map(String).sort(),
    lines: orders.map(String).sort(),
    payments: orders.map(String).sort(),
    counts: { moves: orders.length, owners: orders.length, trades: orders.length, jobs: orders.length },
    identities: people.length,
    phones: people.filter(({ person }) => person.phone).length,
    since: new Date(Math.min(...people.map(({ nth }) => +dayOf(100 - nth, nth)))).toISOString(),
    aliases: people.length - 1,
  };
}

/** The same, as the database has it. */
export async function sumsOf(ctx: Context, userId: string): Promise<ReturnType<typeof sumsFor>> {
  const list = async (text: string) =>
    (await ctx.db.query<{ v: string }>({ text: `select ${text}`, values: [userId] })).map(({ v }) => v).sort();
  const timed = async (what: string, at: string, from: string) => {
    const rows = await ctx.db.query<{ v: string; at: Date }>({
      text: `select ${what}::text as v, ${at} as at from ${from} where user_id = $1`,
      values: [userId],
    });
    return rows.map(({ v, at: time }) => `${v} ${time.toISOString()}`).sort();
  };
  const count = async (table: string) => (await list(`1::text as v from ${table} where user_id = $1`)).length;
  const since = await ctx.db.query<{ at: Date }>(sql`select created_at as at from users where user_id = ${userId}`);
  return {
    cart: await list(`sku_id || ' ' || quantity as v from cart_items where user_id = $1`),
    chosen: (await list(`sku_id::text as v from cart_items where is_selected and user_id = $1`)).map(Number),
    liked: await timed('product_id', 'added_at', 'favourites'),
    seen: await timed('product_id', 'seen_at', 'history'),
    wishes: await timed(`kind || ' ' || product_id`, 'asked_at', 'notices'),
    addresses: await timed('detail', 'used_at', 'addresses'),
    events: await list('event_id as v from events where user_id = $1'),
    keys: await list('key as v from idempotency_keys where user_id = $1'),
    orders: await list('total_fen::text as v from orders where user_id = $1'),
    lines: await list('total_fen::text as v from order_lines where user_id = $1'),
    payments: await list('amount_fen::text as v from payments where user_id = $1'),
    counts: {
      moves: await count('order_moves'),
      owners: await count('order_owners'),
      trades: await count('trade_numbers'),
      jobs: (await list(`1::text as v from outbox where topic = 'order.expire' and payload ->> 'userId' = $1::text`))
        .length,
    },
    identities: await count('identities'),
    phones: await count('phones'),
    since: since[0]!.at.toISOString(),
    aliases: await count('user_aliases'),
  };
}
