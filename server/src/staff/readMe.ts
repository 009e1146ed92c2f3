import { readRules, rulesAt } from '../attribution/rules';
import type { Context } from '../context';
import { sql } from '../db/db';
import { findGuide } from './guideOf';

/** What a shopper is to the shop, and what a sale would earn by the rules of now. */
export async function readMe(ctx: Context, userId: string) {
  const { commissionPermille } = rulesAt(await readRules(ctx.db), ctx.now());
  const guide = await findGuide(ctx, ctx.db, userId);
  if (guide) return { state: 'active' as const, ...guide, commissionPermille };
  const asked = await ctx.db.query(
    sql`select 1 from staff_invitations where user_id = ${userId} and state = 'asked' limit 1`,
  );
  const state = asked.length > 0 ? ('asked' as const) : ('none' as const);
  return { state, employeeId: null, name: '', role: null, stores: [], commissionPermille };
}
