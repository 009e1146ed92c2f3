import type { z } from 'zod';
import type { CodeTargetShape } from '@jishi/contract/codes';
import { isCodeToken, type CodeState } from '@jishi/contract/plain/codes';
import { noteScan } from '../attribution/noteTouch';
import type { SessionRow } from '../auth';
import { dayOf } from '../beijing';
import type { Context } from '../context';
import { sql } from '../db/db';

type Target = z.output<typeof CodeTargetShape>;

const PARTS = 8;
/** Coming through the same code again later than that is another scan, also where a session goes on for weeks. */
const SAME_SCAN_MS = 30 * 60_000;

/**
 * Where a code leads, now. Notes that it brought this visit, once however often it is asked within half an hour; the first
 * code of a visit is the visit's. One that is revoked, expired or nobody's counts too little to be noted, and leads nowhere.
 */
export async function scanCode(
  ctx: Context,
  { userId, visitId }: Pick<SessionRow, 'userId' | 'visitId'>,
  token: string,
): Promise<{ state: CodeState; target: Target | null }> {
  if (!isCodeToken(token)) return { state: 'unknown', target: null };
  const now = ctx.now();
  const [code] = await ctx.db.query<{
    state: 'active' | 'revoked';
    expiresAt: Date | null;
    kind: Target['kind'];
    id: string;
    employeeId: string | null;
  }>(
    sql.named('codes.get')`select state, expires_at as "expiresAt", target_kind as kind, target_id as id,
        employee_id as "employeeId"
      from short_codes where token = ${token}`,
  );
  if (!code) return { state: 'unknown', target: null };
  if (code.state === 'revoked') return { state: 'revoked', target: null };
  if (code.expiresAt !== null && code.expiresAt <= now) return { state: 'expired', target: null };
  await ctx.db.tx(async (tx) => {
    const [first] = await tx.query(
      sql`insert into code_scans as c (user_id, visit_id, token, scanned_at)
        values (${userId}, ${visitId}, ${token}, ${now})
        on conflict (user_id, visit_id, token) do update set scanned_at = excluded.scanned_at
        where c.scanned_at <= ${new Date(now.getTime() - SAME_SCAN_MS)}
        returning token`,
    );
    if (!first) return;
    await tx.query(
      sql`update visits set code_token = ${token}, source = 'scan'
        where user_id = ${userId} and visit_id = ${visitId} and code_token is null`,
    );
    if (code.employeeId !== null) await noteScan(ctx, tx, { userId, visitId, token, at: now });
    // last: others who scan the same poster wait for its row
    await tx.query(
      sql`insert into code_counts as c (token, day, part, scans) values (${token}, ${dayOf(now)}, ${Number(BigInt(visitId) % BigInt(PARTS))}, 1)
        on conflict (token, day, part) do update set scans = c.scans + 1`,
    );
  });
  if (code.employeeId !== null) ctx.kickJobs();
  return { state: 'active', target: { kind: code.kind, id: code.id } };
}
