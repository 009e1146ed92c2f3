import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { enqueue } from '../jobs';
import { growthOf } from './growth';
import { decideLevel, readLevels, type Decision, type Standing } from './levels';

/** The outbox topic that works out a person's level (`userId`). */
export const PLACE_LEVEL = 'members.place_level';

/** Has the level of a person worked out once this commits: whoever gives or takes growth says so. */
export const placeLevelLater = (ctx: Context, db: Queryable, userId: string): Promise<void> =>
  enqueue(ctx, db, { topic: PLACE_LEVEL, payload: { userId } });

interface Placed extends Decision {
  userId: string;
  fromLevelId: string;
  growth: number;
}

/**
 * Moves the levels of those of these people who have a card to where their growth belongs, each move with its reason in
 * the log. Answers how many moved. Running it again changes nothing.
 */
export async function placeLevels(ctx: Context, tx: Tx, userIds: readonly string[]): Promise<number> {
  const now = ctx.now();
  // held until the end, so that two of these decide one after the other
  const rows = await tx.query<Standing & { userId: string }>(
    sql.named('members.standing')`select user_id as "userId", level_id as "levelId", grace_until as "graceUntil"
      from members where user_id = any(${userIds}::bigint[]) order by user_id for update`,
  );
  if (rows.length === 0) return 0;
  const levels = await readLevels(tx);
  const growth = await growthOf(
    tx,
    rows.map((row) => row.userId),
    now,
  );
  const placed = rows.flatMap(({ userId, ...standing }): Placed[] => {
    const has = growth.get(userId) ?? 0;
    const decision = decideLevel(levels, standing, has, now);
    return decision ? [{ userId, fromLevelId: standing.levelId, growth: has, ...decision }] : [];
  });
  if (placed.length > 0) await save(ctx, tx, placed, now);
  return placed.length;
}

async function save(ctx: Context, tx: Tx, placed: readonly Placed[], now: Date): Promise<void> {
  const rows = JSON.stringify(
    placed.map(({ userId, kind, fromLevelId, levelId, growth, neededGrowth, graceUntil }) => ({
      user_id: userId,
      move_id: ctx.makeId(),
      kind,
      from_level_id: fromLevelId,
      to_level_id: levelId,
      growth,
      needed_growth: neededGrowth,
      grace_until: graceUntil,
    })),
  );
  await tx.query(
    sql.named('members.move')`with moves as (
        select * from jsonb_to_recordset(${rows}::jsonb) as m(user_id bigint, move_id bigint, kind text,
          from_level_id bigint, to_level_id bigint, growth bigint, needed_growth bigint, grace_until timestamptz)
      ), noted as (
        insert into member_level_moves (user_id, move_id, kind, from_level_id, to_level_id, growth, needed_growth,
          grace_until, created_at)
        select user_id, move_id, kind, from_level_id, to_level_id, growth, needed_growth, grace_until, ${now}::timestamptz
        from moves
      )
      update members set level_id = m.to_level_id, grace_until = m.grace_until,
        level_since = case when members.level_id = m.to_level_id then members.level_since else ${now}::timestamptz end
      from moves m where members.user_id = m.user_id`,
  );
}
