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
