import fc from 'fast-check';
import type { Context } from '../../src/context';
import { sql } from '../../src/db/db';

/** What a random person has. Small numbers, so that two people often have the same. */
export interface RandomPerson {
  cart: { skuId: number; quantity: number; isSelected: boolean }[];
  liked: { productId: number; day: number }[];
  seen: { productId: number; day: number }[];
  wishes: { productId: number; kind: 'restock' | 'price_drop'; day: number }[];
  addresses: { detail: number; day: number }[];
  events: number[];
  keys: number[];
  orders: number[];
  phone: boolean;
}

const day = fc.integer({ min: 1, max: 300 });
const productId = fc.integer({ min: 1, max: 4 });
const by = <T>(item: fc.Arbitrary<T>, selector: (value: T) => unknown) =>
  fc.uniqueArray(item, { maxLength: 3, selector });

export const randomPerson: fc.Arbitrary<RandomPerson> = fc.record({
  cart: by(
    fc.record({ skuId: productId, quantity: fc.integer({ min: 1, max: 99 }), isSelected: fc.boolean() }),
    (line) => line.skuId,
  ),
  liked: by(fc.record({ productId, day }), (item) => item.productId),
  seen: by(fc.record({ productId, day }), (item) => item.productId),
  wishes: by(
    fc.record({ productId, kind: fc.constantFrom('restock' as const, 'price_drop' as const), day }),
    (wish) => `${wish.kind} ${wish.productId}`,
  ),
  addresses: by(fc.record({ detail: productId, day }), (address) => address.detail),
  events: fc.uniqueArray(productId, { maxLength: 2 }),
  keys: fc.uniqueArray(productId, { maxLength: 2 }),
  orders: fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 2 }),
  phone: fc.boolean(),
});

/** Days of 2026; what is made on the same day by two people differs by the person, so that first and last are clear. */
export const dayOf = (nth: number, person: number) => new Date(Date.UTC(2026, 0, nth, 0, 0, person));

/** Writes the person with everything that belongs to it; answers their number. `nth` tells people of a run apart. */
export async function savePerson(ctx: Context, person: RandomPerson, nth: number): Promise<string> {
  const userId = ctx.makeId();
  const run = (statement: ReturnType<typeof sql>) => ctx.db.query(statement);
  await run(sql`insert into users (user_id, created_at) values (${userId}, ${dayOf(100 - nth, nth)})`);
  await run(
    sql`insert into identities (platform, app_id, open_id, user_id, created_at) values ('weapp', 'wx', ${`open-${userId}`}, ${userId}, now())`,
  );
  if (person.phone) {
    const phone = `13${userId.slice(-9)}`;
    await run(sql`insert into phones (phone, user_id, verified_at) values (${phone}, ${userId}, now())`);
  }
  for (const { skuId, quantity, isSelected } of person.cart) {
    await run(
      sql`insert into cart_items (user_id, sku_id, quantity, is_selected) values (${userId}, ${skuId}, ${quantity}, ${isSelected})`,
    );
  }
  for (const item of person.liked) {
    const at = dayOf(item.day, nth);
    await run(
      sql`insert into favourites (user_id, product_id, added_fen, added_at) values (${userId}, ${item.productId}, ${item.day}, ${at})`,
    );
  }
  for (const item of person.seen) {
    await run(
      sql`insert into history (user_id, product_id, seen_at) values (${userId}, ${item.productId}, ${dayOf(item.day, nth)})`,
    );
  }
  for (const wish of person.wishes) {
    const at = dayOf(wish.day, nth);
    await run(
      sql`insert into notices (user_id, notice_id, kind, product_id, asked_fen, asked_at)
        values (${userId}, ${ctx.makeId()}, ${wish.kind}, ${wish.productId}, ${wish.day}, ${at})`,
    );
  }
  for (const address of person.addresses) {
    const at = dayOf(address.day, nth);
    await run(
      sql`insert into addresses (user_id, address_id, name, phone, province, city, district, detail, used_at)
        values (${userId}, ${ctx.makeId()}, 'n', 'p', 'p', 'c', 'd', ${String(address.detail)}, ${at})`,
    );
  }
  for (const event of person.events) {
    await run(
      sql`insert into events (user_id, event_id, visit_id, name, properties, client_at)
        values (${userId}, ${`event-${event}`}, 1, 'page_view', '{}', now())`,
    );
  }
  for (const key of person.keys) {
    await run(
      sql`insert into idempotency_keys (user_id, key, route, body_hash) values (${userId}, ${`key-${key}`}, 'r', ${userId})`,
    );
  }
  for (const fen of person.orders) await saveOrder(ctx, userId, fen);
  return userId;
}

async function saveOrder(ctx: Context, userId: string, fen: number): Promise<void> {
  const [orderId, paymentId] = [ctx.makeId(), ctx.makeId()];
  const run = (statement: ReturnType<typeof sql>) => ctx.db.query(statement);
  await run(
    sql`insert into orders (user_id, order_id, state, platform, app_id, visit_id, goods_fen, shipping_fen, discount_fen,
        total_fen, address, note, created_at, expires_at)
      values (${userId}, ${orderId}, 'unpaid', 'weapp', 'wx', 1, ${fen}, 0, 0, ${fen}, '{}', '', now(), now())`,
  );
  await run(
    sql`insert into order_lines (user_id, order_id, line_id, sku_id, product_id, title, option_text, unit_fen, quantity, total_fen)
      values (${userId}, ${orderId}, ${ctx.makeId()}, 1, 1, 't', '', ${fen}, 1, ${fen})`,
  );
  await run(
    sql`insert into order_moves (user_id, order_id, move_id, to_state, reason) values (${userId}, ${orderId}, 1, 'unpaid', 'placed')`,
  );
  await run(sql`insert into order_owners (order_id, user_id) values (${orderId}, ${userId})`);
  await run(
    sql`insert into payments (user_id, payment_id, order_id, trade_no, platform, app_id, state, amount_fen, created_at)
      values (${userId}, ${paymentId}, ${orderId}, ${`T${paymentId}`}, 'weapp', 'wx', 'paying', ${fen}, now())`,
  );
  await run(
    sql`insert into trade_numbers (trade_no, user_id, payment_id) values (${`T${paymentId}`}, ${userId}, ${paymentId})`,
  );
  await run(
    sql`insert into outbox (shard, job_id, topic, payload, run_at)
      values (0, ${ctx.makeId()}, 'order.expire', ${JSON.stringify({ userId, orderId })}, now() + interval '1 day')`,
  );
}
