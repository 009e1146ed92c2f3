import { randomInt, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { SentCode } from '@jishi/contract/phones';
import { hashToken, type SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { giveBackMinute, RESEND_AFTER_MS, takeQuota } from './smsQuota';

const LIFE_MS = 5 * 60_000;
/** Wrong codes after which the right one opens nothing either. */
const MAX_TRIES = 5;

const hashCode = (userId: string, phone: string, code: string) => hashToken(`${userId} ${phone} ${code}`);

/**
 * Sends six digits to a number. They are good for five minutes, once, and for the person who asked: what others ask for or
 * guess ends nobody's code. The answer is the same whoever's the number is.
 * Throws `rate_limited` (details: `retryAt`), `platform_unavailable`, `unsupported`.
 */
export async function sendSmsCode(
  ctx: Context,
  { userId, deviceId }: SessionRow,
  phone: string,
  ip: string,
): Promise<z.output<typeof SentCode>> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = ctx.now();
  await ctx.db.tx(async (tx) => {
    await takeQuota(ctx, tx, { phone, deviceId, ip });
    await tx.query(sql`delete from sms_codes where expires_at <= ${now}`);
    await tx.query(
      sql`insert into sms_codes (user_id, phone, code_hash, expires_at)
        values (${userId}, ${phone}, ${hashCode(userId, phone, code)}, ${new Date(now.getTime() + LIFE_MS)})
        on conflict (user_id) do update set phone = excluded.phone, code_hash = excluded.code_hash,
          expires_at = excluded.expires_at, tries = 0`,
    );
  });
  try {
    const demoCode = await ctx.sms.send(phone, code);
    return { expiresInMs: LIFE_MS, resendAfterMs: RESEND_AFTER_MS, demoCode };
  } catch (error) {
    await giveBackMinute(ctx, { phone });
    throw error;
  }
}

/**
 * Counts the try before the code is looked at, so that guesses sent all at once are counted too.
 * Throws `sms_code_wrong` for a wrong, used, expired or ended code, and for one that never was.
 */
export async function checkSmsCode(ctx: Context, userId: string, phone: string, code: string): Promise<void> {
  const [row] = await ctx.db.query<{ code_hash: string }>(
    sql`update sms_codes set tries = tries + 1
      where user_id = ${userId} and phone = ${phone} and expires_at > ${ctx.now()} and tries < ${MAX_TRIES}
      returning code_hash`,
  );
  const given = Buffer.from(hashCode(userId, phone, code));
  if (!row || !timingSafeEqual(given, Buffer.from(row.code_hash))) throw new AppError('sms_code_wrong');
}

/** Takes the code away, in the transaction that does what it was for. Throws `sms_code_wrong` when it is gone. */
export async function useSmsCode(tx: Tx, userId: string, phone: string, code: string): Promise<void> {
  const [used] = await tx.query(
    sql`delete from sms_codes where user_id = ${userId} and phone = ${phone}
      and code_hash = ${hashCode(userId, phone, code)} returning user_id`,
  );
  if (!used) throw new AppError('sms_code_wrong');
}
