import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SLOT_MS, SLOT_SLACK_MS, TILL_SLOTS, type TillRefusal } from '@jishi/contract/plain/members';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

const DIGITS = 8;
/** One code is taken, the card shows the next: so many in a minute. */
const MAX_TURNS = 10;
/** So many minutes back a code is still known to have been one, so that the till can say why it does not take it. */
const KNOWN_BACK = 15;

export interface Slot {
  code: string;
  from: Date;
  to: Date;
}

/**
 * Codes of the person's card: of this minute and of the next five, so that the phone needs no network for that long. A
 * code is the card's number and eight digits that only we can make; nothing is kept of it until a till takes it.
 * Throws `not_found` for whoever has no card.
 */
export async function issueSlots(ctx: Context, userId: string): Promise<Slot[]> {
  const minute = minuteOf(ctx.now());
  const [card] = await ctx.db.query<{ cardNo: string }>(
    sql.named('till.card')`select card_no as "cardNo" from members where user_id = ${userId}`,
  );
  if (!card) throw new AppError('not_found');
  const { cardNo } = card;
  const turns = await readTurns(ctx.db, { userId, cardNo, from: minute, to: minute + TILL_SLOTS });
  const secret = await tillSecret(ctx.db);
  return Array.from({ length: TILL_SLOTS }, (_, nth) => {
    const from = minute + nth;
    const turn = Math.min(turns.get(from) ?? 0, MAX_TURNS - 1);
    return {
      code: cardNo + sign(secret, cardNo, from, turn),
      from: new Date(from * SLOT_MS),
      to: new Date((from + 1) * SLOT_MS),
    };
  });
}

/** Who looks a code up: an employee, or a cash desk by its key. */
export type Taker = { employeeId: string; keyId: null } | { employeeId: null; keyId: string };

/** Takes a code, once, and answers whose card it is. Throws `till_code_refused` with `{ reason }`. */
export async function takeSlot(ctx: Context, db: Queryable, code: string, taker: Taker): Promise<string> {
  const now = ctx.now();
  const cardNo = code.slice(0, -DIGITS);
  const [card] = await db.query<{ userId: string }>(
    sql.named('till.owner')`select c.user_id as "userId" from card_numbers c join members m on m.user_id = c.user_id
      where c.card_no = ${cardNo}`,
  );
  if (!card) refuse('unknown');
  const { userId } = card;
  const [first, last] = [minuteOf(now) - KNOWN_BACK, minuteOf(now) + TILL_SLOTS];
  const turns = await readTurns(db, { userId, cardNo, from: first, to: last });
  const slot = findSlot(await tillSecret(db), code, first, last, turns);
  if (!slot) refuse('unknown');
  const isUsed = slot.turn < (turns.get(slot.minute) ?? 0);
  const start = slot.minute * SLOT_MS;
  if (now.getTime() < start - SLOT_SLACK_MS) refuse(isUsed ? 'used' : 'early');
  if (now.getTime() >= start + SLOT_MS + SLOT_SLACK_MS) refuse(isUsed ? 'used' : 'late');
  const taken = await db.query(
    sql.named('till.take')`insert into till_uses (user_id, card_no, minute, turn, employee_id, key_id, used_at)
      values (${userId}, ${cardNo}, ${slot.minute}, ${slot.turn}, ${taker.employeeId}, ${taker.keyId}, ${now})
      on conflict do nothing returning turn`,
  );
  if (taken.length === 0) refuse('used');
  return userId;
}

function refuse(reason: TillRefusal): never {
  throw new AppError('till_code_refused', { reason });
}

/** Only codes that were given out are known: of each minute those that are used, and the next one. */
function findSlot(secret: string, code: string, first: number, last: number, turns: ReadonlyMap<number, number>) {
  const cardNo = code.slice(0, -DIGITS);
  const given = Buffer.from(code.slice(-DIGITS));
  for (let minute = first; minute <= last; minute++) {
    for (let turn = 0; turn <= Math.min(turns.get(minute) ?? 0, MAX_TURNS - 1); turn++) {
      if (timingSafeEqual(given, Buffer.from(sign(secret, cardNo, minute, turn)))) return { minute, turn };
    }
  }
  return null;
}

/** How many codes of each minute were taken. */
async function readTurns(
  db: Queryable,
  { userId, cardNo, from, to }: { userId: string; cardNo: string; from: number; to: number },
): Promise<Map<number, number>> {
  const rows = await db.query<{ minute: string; turns: number }>(
    sql.named('till.turns')`select minute, max(turn) + 1 as turns from till_uses
      where user_id = ${userId} and card_no = ${cardNo} and minute between ${from} and ${to} group by minute`,
  );
  return new Map(rows.map(({ minute, turns }) => [Number(minute), turns]));
}

const minuteOf = (at: Date) => Math.floor(at.getTime() / SLOT_MS);

function sign(secret: string, cardNo: string, minute: number, turn: number): string {
  const mac = createHmac('sha256', secret).update(`till\n${cardNo}\n${minute}\n${turn}`).digest();
  return String(mac.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** All processes of a shop have the same. */
async function tillSecret(db: Queryable): Promise<string> {
  const read = async () =>
    (
      await db.query<{ value: string }>(sql.named('till.secret')`select value from server_secrets where name = 'till'`)
    )[0];
  const known = await read();
  if (known) return known.value;
  await db.query(
    sql`insert into server_secrets (name, value) values ('till', ${randomBytes(32).toString('base64url')})
      on conflict (name) do nothing`,
  );
  return (await read())!.value;
}
