import type { z } from 'zod';
import type { BoundPhone, Phone } from '@jishi/contract/phones';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { AppError } from '../errors';
import { maskPhone } from '../mask';
import { joinPeople } from '../members/mergePeople';
import type { PhoneProof } from '../platform/types';
import { renewUntil } from '../sessions/findPerson';
import { issueSession } from '../sessions/issueSession';
import { checkSmsCode, useSmsCode } from './smsCodes';

type PhoneBody = z.output<typeof Phone>;
type Bound = z.output<typeof BoundPhone>;

/**
 * A carrier gives a number that was given up to somebody else after 90 days at the earliest (电信服务规范, MIIT 2005): what
 * was proven within them is still the same person's.
 */
const STILL_THEIRS_MS = 90 * 86_400_000;

/** The person's verified number, masked. */
export async function getPhone(db: Queryable, userId: string): Promise<PhoneBody> {
  const [row] = await db.query<{ phone: string; verified_at: Date }>(
    sql`select phone, verified_at from phones where user_id = ${userId} order by verified_at desc limit 1`,
  );
  return row
    ? { maskedPhone: maskPhone(row.phone), verifiedAt: row.verified_at.toISOString() }
    : { maskedPhone: null, verifiedAt: null };
}

/** Throws `phone_refused`, `unsupported`, `platform_unavailable`. */
export async function bindByProof(ctx: Context, session: SessionRow, proof: PhoneProof): Promise<Bound> {
  const phone = await ctx.platforms[session.platform].readPhone({ appId: session.appId, proof });
  return bind(ctx, session, phone);
}

/** Throws `sms_code_wrong`. */
export async function bindBySms(ctx: Context, session: SessionRow, phone: string, code: string): Promise<Bound> {
  await checkSmsCode(ctx, session.userId, phone, code);
  return bind(ctx, session, phone, (tx) => useSmsCode(tx, session.userId, phone, code));
}

/**
 * Binds a number that the person has just proven to be theirs. It takes the place of their earlier one. An account that
 * has it already is theirs too, and merged, unless the number may have changed hands since.
 */
async function bind(
  ctx: Context,
  session: SessionRow,
  phone: string,
  first: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<Bound> {
  const now = ctx.now();
  const bound = await ctx.db.tx(async (tx): Promise<Bound> => {
    await first(tx);
    const holder = await lockNumber(ctx, tx, phone, session.userId);
    // merged or forgotten since the call came in: the caller's token is no longer good
    const me = await tx.query(sql`select 1 from users where user_id = ${session.userId} for update`);
    if (me.length === 0) throw new AppError('session_required');
    const isOther = holder.userId !== session.userId;
    const isMerge = isOther && (await isSamePerson(ctx, tx, session, holder));
    const userId = isMerge ? await joinPeople(ctx, tx, [holder.userId, session.userId], 'phone') : session.userId;
    if (isOther && !isMerge) await logMove(ctx, tx, session.userId, holder.userId);
    await tx.query(sql`update phones set user_id = ${userId}, verified_at = ${now} where phone = ${phone}`);
    await tx.query(sql`delete from phones where user_id = ${userId} and phone <> ${phone}`);
    const fresh = userId === session.userId ? null : await replaceSession(ctx, tx, session, userId);
    return {
      maskedPhone: maskPhone(phone),
      verifiedAt: now.toISOString(),
      outcome: isMerge ? 'merged' : 'bound',
      session: fresh,
    };
  });
  ctx.kickJobs();
  return bound;
}

interface Holder {
  userId: string;
  verifiedAt: Date;
}

/** Who has the number, held until the end of the transaction; the caller, when nobody had. */
async function lockNumber(ctx: Context, tx: Tx, phone: string, userId: string): Promise<Holder> {
  await tx.query(
    sql`insert into phones (phone, user_id, verified_at) values (${phone}, ${userId}, ${ctx.now()}) on conflict do nothing`,
  );
  const [row] = await tx.query<Holder>(
    sql`select user_id as "userId", verified_at as "verifiedAt" from phones where phone = ${phone} for update`,
  );
  return row!;
}

/**
 * Whether the number's holder is the caller. A number that lay still for long may have been given to somebody else, and
 * nothing of its former holder is then theirs; a device that both have used says that it was not.
 */
async function isSamePerson(ctx: Context, tx: Tx, session: SessionRow, holder: Holder): Promise<boolean> {
  if (ctx.now().getTime() - holder.verifiedAt.getTime() <= STILL_THEIRS_MS) return true;
  const shared = await tx.query(
    sql`select 1 from sessions where user_id = ${holder.userId} and device_id = ${session.deviceId} limit 1`,
  );
  return shared.length > 0;
}

async function logMove(ctx: Context, tx: Tx, userId: string, otherUserId: string): Promise<void> {
  await tx.query(
    sql`insert into merges (user_id, merge_id, other_user_id, reason, outcome, created_at)
      values (${userId}, ${ctx.makeId()}, ${otherUserId}, 'phone', 'number_moved', ${ctx.now()})`,
  );
}

/** A browser whose answer is lost still has its old token, and nothing else to come back with. */
async function replaceSession(ctx: Context, tx: Tx, session: SessionRow, userId: string): Promise<Bound['session']> {
  await tx.query(
    sql`update sessions set renew_until = ${renewUntil(ctx.now())}
      where user_id = ${userId} and visit_id = ${session.visitId} and device_id = ${session.deviceId}`,
  );
  return issueSession(ctx, tx, session, userId);
}
