import { sql, type Statement } from '../db/db';
import {
  addUp,
  bothBalances,
  bothDays,
  bothEvents,
  bothCoupons,
  endCodes,
  endWishes,
  firstLiked,
  bothNotes,
  lastAsked,
  lastSaid,
  lastSeen,
  move,
  moveKeepOld,
  olderCard,
  oneOfEach,
  point,
  revokeSessions,
  sinceFirst,
  stay,
  withPair,
  sumOfClaims,
  type Merging,
} from './merging';

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
 * Every table with a person's key (`user_id`), in the order in which they are forgotten, or merged into another
 * person's. A table that is not here, or does not say both, fails server/test/forgetting.test.ts: whoever adds one
 * decides what becomes of it when the person leaves, and when they turn out to be somebody else too.
 */
export const PERSONAL_TABLES: Readonly<Record<string, Forgetting & Merging>> = {
  // first: a login under way holds its identity, and its session is seen by the next statement
  identities: { ...remove, ...point },
  sessions: {
    ...revokeSessions,
    does: 'strip',
    strip: (userId, now) =>
      sql`update sessions set revoked_at = coalesce(revoked_at, ${now}), open_id = null, device_id = '',
          renew_until = null
        where user_id = ${userId}`,
  },
  visits: { ...remove, ...move },
  // a phone makes their ids, and may have said one twice
  events: { ...remove, ...moveKeepOld },
  cart_items: { ...remove, ...addUp },
  coupons: { ...keep('what was given away and used, and what it took off; numbers only'), ...bothCoupons },
  coupon_moves: { ...keep('what happened to a coupon, and when'), ...move },
  coupon_counts: { ...remove, ...sumOfClaims },
  addresses: { ...remove, ...oneOfEach },
  favourites: { ...remove, ...firstLiked },
  history: { ...remove, ...lastSeen },
  notices: { ...remove, ...lastAsked },
  message_grants: { ...remove, ...move },
  message_log: { ...remove, ...move },
  code_scans: { ...remove, ...move },
  staff_touches: { ...keep('how the staff’s figures came about; numbers and codes of the shop'), ...move },
  // until a job has worked it out from the log of both
  staff_customers: { ...remove, ...moveKeepOld },
  order_guides: { ...keep('whose merit an order was; numbers only'), ...move },
  // the answers in it are whole orders, with their addresses
  idempotency_keys: { ...remove, ...moveKeepOld },
  phones: { ...remove, ...point },
  sms_codes: { ...remove, ...endCodes },
  orders: {
    ...move,
    does: 'strip',
    // a company's title and tax number are not a person's, and its invoice must stay correct
    strip: (userId) =>
      sql`update orders set address = address || ${NOBODY}::jsonb, note = '',
          invoice = case when jsonb_typeof(invoice) = 'object' then invoice || ${NO_EMAIL}::jsonb
            || case when invoice ->> 'type' = 'personal' then ${NO_TITLE}::jsonb else '{}'::jsonb end end
        where user_id = ${userId} and state in ('done', 'closed')`,
  },
  order_lines: { ...keep('what was sold, for how much'), ...move },
  order_adjustments: { ...keep('what was taken off, and why'), ...move },
  order_moves: { ...keep('what happened to the order, and when'), ...move },
  order_owners: { ...keep('where the console finds the order; two numbers'), ...point },
  pickup_codes: { ...keep('no two orders ever share a code; numbers only'), ...point },
  payments: {
    ...move,
    does: 'strip',
    // what the platform gave the phone to pay with
    strip: (userId) =>
      sql`update payments set intent = null where user_id = ${userId} and state not in ('paying', 'refunding')`,
  },
  payment_entries: { ...keep('the books: what the platform said about the money; trade numbers and amounts'), ...move },
  refunds: { ...keep('the books: what went back, and when; a reason in the shop’s words'), ...move },
  refund_numbers: { ...keep('the platform’s word about a refund finds it'), ...point },
  trade_numbers: { ...keep('money that comes late finds its payment, and goes back'), ...point },
  shipments: { ...keep('proof of delivery: carrier and parcel number'), ...move },
  shipping_reports: { ...keep('what the platform was told about a parcel, and when; numbers only'), ...move },
  // carriers write who signed for a parcel, and where it was left
  shipment_events: { ...remove, ...move },
  uploads: {
    ...move,
    does: 'strip',
    // the files go too; an id is never given twice, so a picture's may stand for its job's
    strip: (userId, now) =>
      sql`with gone as (delete from uploads where user_id = ${userId} returning upload_id, name)
        insert into outbox (shard, job_id, topic, payload, run_at)
        select upload_id % 4, upload_id, 'upload.remove', jsonb_build_object('name', name), ${now}::timestamptz from gone`,
  },
  aftersale_pictures: { ...remove, ...move },
  aftersales: {
    ...move,
    does: 'strip',
    strip: (userId) => sql`update aftersales set description = '', answer = '' where user_id = ${userId}`,
  },
  aftersale_moves: {
    ...move,
    does: 'strip',
    strip: (userId) => sql`update aftersale_moves set note = '' where user_id = ${userId}`,
  },
  aftersale_lines: { ...keep('what came back, and for how much'), ...move },
  aftersale_owners: { ...keep('where the console finds the request; two numbers'), ...point },
  staff_invitations: {
    ...point,
    does: 'strip',
    // the invitation stays with the name of the one whom the shop invited
    strip: (userId) => sql`update staff_invitations set user_id = null, asked_name = '' where user_id = ${userId}`,
  },
  ledger_transfers: {
    ...bothEvents,
    does: 'strip',
    // the books stay; what an employee wrote by hand may name somebody
    strip: (userId) => sql`update ledger_transfers set reason = '' where user_id = ${userId} and kind = 'adjust'`,
  },
  ledger_postings: { ...keep('the books: how much moved; numbers only'), ...withPair },
  ledger_lots: { ...keep('the books: what was given, and until when; numbers only'), ...move },
  ledger_balances: { ...keep('the books: what is left; numbers only'), ...bothBalances },
  order_points: { ...keep('what an order gave; numbers only'), ...move },
  check_ins: { ...remove, ...bothDays },
  guide_consents: { ...remove, ...lastSaid },
  customer_notes: { ...remove, ...bothNotes },
  employees: {
    ...point,
    does: 'strip',
    // the employee stays; the shopper that they also were is gone
    strip: (userId) => sql`update employees set user_id = null where user_id = ${userId}`,
  },
  members: { ...remove, ...olderCard },
  card_numbers: { ...remove, ...point },
  member_level_moves: { ...remove, ...move },
  till_uses: { ...keep('which codes a till has taken, and when; numbers only'), ...move },
  user_aliases: { ...keep('which numbers were one person'), ...point },
  merges: {
    ...keep('what happened between two accounts; numbers, and how many rows'),
    ...stay('the log of what happened to that number'),
  },
  account_deletions: { ...keep('the proof that it was done; three times of day'), ...endWishes },
  users: { ...remove, ...sinceFirst },
};
