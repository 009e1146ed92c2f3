import { randomInt } from 'node:crypto';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { readLevels } from './levels';
import { placeLevels } from './placeLevels';

/** So many numbers that others have are drawn in a row before something must be wrong. */
const MAX_DRAWS = 20;

/**
 * Opens the person's card, once: whoever has one keeps it. Throws `phone_required` for whoever has not proven a number,
 * and `session_required` when the person is no more.
 */
export async function openCard(ctx: Context, { userId, platform }: SessionRow): Promise<void> {
  await ctx.db.tx(async (tx) => {
    // nobody merges or forgets them meanwhile, and a second tap waits here
    const [me] = await tx.query(sql`select 1 from users where user_id = ${userId} for update`);
    if (!me) throw new AppError('session_required');
    const [known] = await tx.query(sql`select 1 from members where user_id = ${userId}`);
    if (known) return;
    const [phone] = await tx.query(sql`select 1 from phones where user_id = ${userId} limit 1`);
    if (!phone) throw new AppError('phone_required');
    const [lowest] = await readLevels(tx);
    const cardNo = await takeNumber(tx, userId);
    await tx.query(
      sql`with noted as (
          insert into member_level_moves (user_id, move_id, kind, to_level_id, growth, needed_growth, created_at)
          values (${userId}, ${ctx.makeId()}, 'opened', ${lowest!.id}, 0, 0, ${ctx.now()})
        )
        insert into members (user_id, card_no, opened_at, opened_on, level_id, level_since)
        values (${userId}, ${cardNo}, ${ctx.now()}, ${platform}, ${lowest!.id}, ${ctx.now()})`,
    );
    await placeLevels(ctx, tx, [userId]);
  });
}

/** Eight digits that say nothing about when the card was opened, or how many there are. */
async function takeNumber(tx: Tx, userId: string): Promise<string> {
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const cardNo = String(randomInt(10_000_000, 100_000_000));
    const [taken] = await tx.query(
      sql`insert into card_numbers (card_no, user_id) values (${cardNo}, ${userId}) on conflict do nothing returning card_no`,
    );
    if (taken) return cardNo;
  }
  throw new Error('no card number is free');
}
