import { sql } from '../db/db';
import type { Context } from '../context';
import { AppError } from '../errors';
import { listTransfers, type StatementQuery } from '../ledger/listTransfers';
import { readBalance } from '../ledger/readBalance';

/** What a person has of a unit, and how it came about, for the console. Throws `not_found`. */
export async function readMemberLedger(ctx: Context, query: StatementQuery) {
  const { userId, unit } = query;
  const people = await ctx.db.query(sql`select 1 from users where user_id = ${userId}`);
  if (people.length === 0) throw new AppError('not_found');
  const { items, nextCursor } = await listTransfers(ctx.db, query);
  const balance = await readBalance(ctx.db, userId, unit, ctx.now());
  return { ...balance, items: items.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })), nextCursor };
}
