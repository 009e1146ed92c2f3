import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { credit } from '../ledger/credit';
import { readBalance, type Balance } from '../ledger/readBalance';
import { spend } from '../ledger/spend';
import { keepUntil } from './keepUntil';
import { rulesAt } from './rules';

interface Adjustment {
  userId: string;
  /** The same key counts once. */
  key: string;
  /** More than nothing is given, less is taken. */
  points: number;
  reason: string;
}

/** An employee gives or takes points. Throws `not_found`, and `not_enough` where there are fewer to take. */
export function adjustPoints(
  ctx: Context,
  { userId, key, points, reason }: Adjustment,
): Promise<{ before: Balance; after: Balance }> {
  return ctx.db.tx(async (tx) => {
    await refuseUnknown(tx, userId);
    const balance = () => readBalance(tx, userId, 'points', ctx.now());
    const before = await balance();
    const entry = { userId, unit: 'points', kind: 'adjust', ref: key, reason, amount: Math.abs(points) } as const;
    if (points > 0) {
      const { keepDays } = await rulesAt(tx, ctx.now());
      await credit(ctx, tx, { ...entry, expiresAt: keepUntil(ctx.now(), keepDays) });
    } else {
      await spend(ctx, tx, entry);
    }
    return { before, after: await balance() };
  });
}

/** Held, so that nobody gives to a number that is being merged into another. */
async function refuseUnknown(tx: Tx, userId: string): Promise<void> {
  const rows = await tx.query(sql`select 1 from users where user_id = ${userId} for share`);
  if (rows.length === 0) throw new AppError('not_found');
}
