import { sql, type Statement } from '../db/db';

/** What forgetting a person does with their rows of a table. */
export type Forgetting =
  | { does: 'delete' }
  /** `why` says what the rows are kept for, and that nothing in them names the person. */
  | { does: 'keep'; why: string }
  /** The rows stay, without what is personal in them. Running it again changes nothing. */
  | { does: 'strip'; strip: (userId: string, now: Date) => Statement };

const remove: Forgetting = { does: 'delete' };
const keep = (why: string): Forgetting => ({ does: 'keep', why });

/** Values that the contract's `Order` allows, and that can be nobody's. Province and city stay: they price delivery. */
const NOBODY = JSON.stringify({ name: '已注销', phone: '000-00000000', district: '', detail: '已注销' });
const NO_EMAIL = JSON.stringify({ email: 'removed@example.invalid' });
const NO_TITLE = JSON.stringify({ title: '个人' });

/**
 * Every table with a person's key (`user_id`), in the order in which they are forgotten. A table that is not here fails
 * server/test/forgetting.test.ts: whoever adds one decides what becomes of it when the person leaves.
 */
export const PERSONAL_TABLES: Readonly<Record<string, Forgetting>> = {
  // first: a login under way holds its identity, and its session is seen by the next statement
  identities: remove,
  sessions: {
    does: 'strip',
    strip: (userId, now) =>
      sql`update sessions set revoked_at = coalesce(revoked_at, ${now}), open_id = null, device_id = ''
        where user_id = ${userId}`,
  },
  visits: remove,
  events: remove,
  cart_items: remove,
  addresses: remove,
  favourites: remove,
  history: remove,
  notices: remove,
  // the answers in it are whole orders, with their addresses
  idempotency_keys: remove,
  orders: {
    does: 'strip',
    // a company's title and tax number are not a person's, and its invoice must stay correct
    strip: (userId) =>
      sql`update orders set address = address || ${NOBODY}::jsonb, note = '',
          invoice = case when jsonb_typeof(invoice) = 'object' then invoice || ${NO_EMAIL}::jsonb
            || case when invoice ->> 'type' = 'personal' then ${NO_TITLE}::jsonb else '{}'::jsonb end end
        where user_id = ${userId} and state in ('done', 'closed')`,
  },
  order_lines: keep('what was sold, for how much'),
  order_adjustments: keep('what was taken off, and why'),
  order_moves: keep('what happened to the order, and when'),
  order_owners: keep('where the console finds the order; two numbers'),
  pickup_codes: keep('no two orders ever share a code; numbers only'),
  payments: {
    does: 'strip',
    // what the platform gave the phone to pay with
    strip: (userId) =>
      sql`update payments set intent = null where user_id = ${userId} and state not in ('paying', 'refunding')`,
  },
  payment_entries: keep('the books: what the platform said about the money; trade numbers and amounts'),
  trade_numbers: keep('money that comes late finds its payment, and goes back'),
  shipments: keep('proof of delivery: carrier and parcel number'),
  // carriers write who signed for a parcel, and where it was left
  shipment_events: remove,
  employees: {
    does: 'strip',
    // the employee stays; the shopper that they also were is gone
    strip: (userId) => sql`update employees set user_id = null where user_id = ${userId}`,
  },
  account_deletions: keep('the proof that it was done; three times of day'),
  users: remove,
};
