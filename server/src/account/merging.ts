import { MAX_QUANTITY } from '@jishi/contract/plain/limits';
import { sql, type Statement } from '../db/db';

/** What becomes of a person's rows of a table when they turn out to be another person too. */
export type Merging =
  /**
   * Written anew, all columns of them, under the other's key. `conflict`, of an `insert`, says what happens where the
   * other has such a row already; without it their ids are nobody else's.
   */
  | { merge: 'move'; conflict?: string }
  /** A look-up table, whose key is something else: it points to the other. */
  | { merge: 'point' }
  /** What the statement says. Running it again changes nothing. */
  | { merge: 'custom'; merging: (from: string, into: string, now: Date) => Statement }
  /** The rows stay under the old number; `mergeWhy` says what they are there for. */
  | { merge: 'stay'; mergeWhy: string };

export const move: Merging = { merge: 'move' };
/** Where the other has a row of that key, theirs stays. */
export const moveKeepOld: Merging = { merge: 'move', conflict: 'on conflict do nothing' };
export const point: Merging = { merge: 'point' };
export const stay = (mergeWhy: string): Merging => ({ merge: 'stay', mergeWhy });

/** Whoever had the old tokens may not get at what the other has. */
export const revokeSessions: Merging = {
  merge: 'custom',
  merging: (from, into, now) =>
    sql`update sessions set user_id = ${into}, revoked_at = coalesce(revoked_at, ${now}), renew_until = null
      where user_id = ${from}`,
};

/** Both have what they were given; where it was for the same reason, the reason that came along is marked. */
export const bothCoupons: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from coupons where user_id = ${from} returning *)
      insert into coupons (user_id, coupon_id, template_id, name, terms, state, source, ref, starts_at, expires_at, order_id,
        off_fen, given_at, used_at)
      select ${into}::bigint, coupon_id, template_id, name, terms, state, source,
        case when exists (select 1 from coupons c where c.user_id = ${into} and c.template_id = gone.template_id
          and c.ref = gone.ref) then ref || '#' || coupon_id else ref end,
        starts_at, expires_at, order_id, off_fen, given_at, used_at
      from gone`,
};

/** What both have claimed counts. */
export const sumOfClaims: Merging = {
  merge: 'move',
  conflict: `on conflict (user_id, template_id) do update set claimed = coupon_counts.claimed + excluded.claimed`,
};

/** Units add up; a line that either had chosen is chosen. */
export const addUp: Merging = {
  merge: 'move',
  conflict: `on conflict (user_id, sku_id) do update
    set quantity = least(cart_items.quantity + excluded.quantity, ${MAX_QUANTITY}),
      is_selected = cart_items.is_selected or excluded.is_selected,
      added_at = greatest(cart_items.added_at, excluded.added_at)`,
};

/** An address that both have is one. */
export const oneOfEach: Merging = {
  merge: 'move',
  conflict: `on conflict (user_id, name, phone, province, city, district, detail)
    do update set used_at = greatest(addresses.used_at, excluded.used_at)`,
};

/** The day and price of the first time. */
export const firstLiked: Merging = {
  merge: 'move',
  conflict: `on conflict (user_id, product_id) do update set added_fen = excluded.added_fen, added_at = excluded.added_at
    where excluded.added_at < favourites.added_at`,
};

export const lastSeen: Merging = {
  merge: 'move',
  conflict: 'on conflict (user_id, product_id) do update set seen_at = greatest(history.seen_at, excluded.seen_at)',
};

/** Asking again starts from that day's price, here too. */
export const lastAsked: Merging = {
  merge: 'move',
  conflict: `on conflict (user_id, kind, product_id, sku_id) do update
    set asked_fen = excluded.asked_fen, asked_at = excluded.asked_at, told_at = excluded.told_at
    where excluded.asked_at > notices.asked_at`,
};

/** What was said last holds; said at the same time, the one that shows less. */
export const lastSaid: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from guide_consents where user_id = ${from} returning is_given, said_at)
      insert into guide_consents (user_id, is_given, said_at) select ${into}::bigint, is_given, said_at from gone
      on conflict (user_id) do update set said_at = excluded.said_at,
        is_given = excluded.is_given and (excluded.said_at > guide_consents.said_at or guide_consents.is_given)
      where excluded.said_at >= guide_consents.said_at`,
};

/** One note, and nothing of either is lost. */
export const bothNotes: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from customer_notes where user_id = ${from} returning note, employee_id, written_at)
      insert into customer_notes (user_id, note, employee_id, written_at)
      select ${into}::bigint, note, employee_id, written_at from gone
      on conflict (user_id) do update set note = customer_notes.note || chr(10) || excluded.note,
        written_at = greatest(excluded.written_at, customer_notes.written_at)`,
};

/**
 * One card: the number that is out there longer; the other one leads to the person too. Of two levels the higher, until
 * the growth of both has been looked at.
 */
export const olderCard: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from members where user_id = ${from} returning *),
      ours as (select g.*, l.rank from gone g join member_levels l on l.level_id = g.level_id),
      theirs as (
        select m.*, l.rank from members m join member_levels l on l.level_id = m.level_id where m.user_id = ${into}
      )
      insert into members (user_id, card_no, opened_at, opened_on, level_id, level_since, grace_until)
      select ${into}::bigint, o.card_no, o.opened_at, o.opened_on,
        case when t.rank > o.rank then t.level_id else o.level_id end,
        case when t.rank > o.rank then t.level_since when t.rank = o.rank then least(t.level_since, o.level_since)
          else o.level_since end,
        case when t.rank > o.rank then t.grace_until
          when t.rank = o.rank and t.grace_until is null then null
          when t.rank = o.rank and o.grace_until is not null then greatest(t.grace_until, o.grace_until)
          else o.grace_until end
      from ours o left join theirs t on true
      on conflict (user_id) do update set
        card_no = case when excluded.opened_at < members.opened_at then excluded.card_no else members.card_no end,
        opened_on = case when excluded.opened_at < members.opened_at then excluded.opened_on else members.opened_on end,
        opened_at = least(excluded.opened_at, members.opened_at),
        level_id = excluded.level_id, level_since = excluded.level_since, grace_until = excluded.grace_until`,
};

/** An event of the same name that both had stays in the history of both, and counts for the other from now on. */
export const bothEvents: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from ledger_transfers where user_id = ${from} returning *)
      insert into ledger_transfers (user_id, transfer_id, unit, kind, ref, reason, amount, short_amount, delta, source_id,
        origin_user_id, created_at)
      select ${into}::bigint, g.transfer_id, g.unit, g.kind,
        case when k.ref is null then g.ref else g.ref || '@' || g.transfer_id end, g.reason, g.amount, g.short_amount,
        g.delta, g.source_id, g.origin_user_id, g.created_at
      from gone g left join ledger_transfers k on k.user_id = ${into} and k.unit = g.unit and k.kind = g.kind
        and k.ref = g.ref`,
};

/** Two balances are one. */
export const bothBalances: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from ledger_balances where user_id = ${from} returning unit, available, frozen)
      insert into ledger_balances (user_id, unit, available, frozen)
      select ${into}::bigint, unit, available, frozen from gone
      on conflict (user_id, unit) do update set available = ledger_balances.available + excluded.available,
        frozen = ledger_balances.frozen + excluded.frozen`,
};

/** A day on which both were here is one day. */
export const bothDays: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from check_ins where user_id = ${from} returning day, created_at)
      insert into check_ins (user_id, day, created_at) select ${into}::bigint, day, created_at from gone
      on conflict (user_id, day) do nothing`,
};

/** The entries that say so come after them: `moveLedger` writes a pair. */
export const withPair: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from ledger_postings where user_id = ${from} returning *)
      insert into ledger_postings (user_id, transfer_id, posting_no, account, lot_id, amount)
      select ${into}::bigint, transfer_id, posting_no, account, lot_id, amount from gone`,
};

/** A code is for the person who asked for it. */
export const endCodes: Merging = {
  merge: 'custom',
  merging: (from) => sql`delete from sms_codes where user_id = ${from}`,
};

/**
 * Whoever joins two accounts means to stay, and nobody said that the other one be deleted: a wish of either ends, and
 * can be said again. What was carried out stays on record.
 */
export const endWishes: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`delete from account_deletions where user_id in (${from}, ${into}) and done_at is null
      and exists (select 1 from users where user_id = ${from})`,
};

/** A customer since the earlier of the two days. */
export const sinceFirst: Merging = {
  merge: 'custom',
  merging: (from, into) =>
    sql`with gone as (delete from users where user_id = ${from} returning created_at)
      update users set created_at = least(users.created_at, gone.created_at) from gone where user_id = ${into}`,
};
