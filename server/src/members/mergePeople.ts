import { placeLater } from '../attribution/noteTouch';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { enqueue, type JobHandlers } from '../jobs';
import { moveLedger } from '../ledger/moveLedger';
import { moveJobs } from './moveJobs';
import { moveRows, type Pair } from './moveRows';
import { placeLevelLater } from './placeLevels';

/** How two accounts are known to be one person's. `guest`: someone without an account logged in on the same phone. */
export type MergeReason = 'union_id' | 'phone' | 'guest';

/** The outbox topic that brings along what was written under an old number after it was merged. */
const SWEEP_MERGE = 'members.sweep';
/** By the last one every request and job that was under way at the merge has ended. */
const SWEEPS_MS = [60_000, 3_600_000] as const;

/**
 * Makes two people one, in the caller's transaction: all that `from` has goes to `into`, the old number becomes an alias,
 * the log gets a line. Revokes every session of `from`. Answers false, and changes nothing, when `from` is no more:
 * merged before, or forgotten. `into` must exist.
 */
export async function mergePeople(
  ctx: Context,
  tx: Tx,
  { from, into, reason }: Pair & { reason: MergeReason },
): Promise<boolean> {
  if (from === into) return false;
  const alive = await lockPeople(tx, [from, into]);
  if (!alive.has(from)) return false;
  if (!alive.has(into)) throw new Error(`nobody ${into} to merge ${from} into`);
  const now = ctx.now();
  const moved = await moveRows(tx, { from, into }, now);
  await moveLedger(ctx, tx, { from, into });
  await tx.query(
    sql`with alias as (
        insert into user_aliases (old_user_id, user_id, reason, merged_at) values (${from}, ${into}, ${reason}, ${now})
      )
      insert into merges (user_id, merge_id, other_user_id, reason, outcome, moved, created_at)
      values (${into}, ${ctx.makeId()}, ${from}, ${reason}, 'merged', ${JSON.stringify(moved)}, ${now})`,
  );
  await moveJobs(ctx, tx, { from, into });
  if (moved.staff_touches) await placeLater(ctx, tx, into);
  if (moved.member_level_moves) await placeLevelLater(ctx, tx, into);
  const runAt = new Date(now.getTime() + SWEEPS_MS[0]);
  await enqueue(ctx, tx, { topic: SWEEP_MERGE, payload: { oldUserId: from, mergedAt: now.toISOString() }, runAt });
  return true;
}

/**
 * Makes one person of two and answers who they are. A verified number survives: the browsers of its holder cannot log in
 * silently again, while a super-app can. Else the older account does, as most that is known of a person is there.
 */
export async function joinPeople(
  ctx: Context,
  tx: Tx,
  people: readonly [string, string],
  reason: MergeReason,
): Promise<string> {
  const alive = await lockPeople(tx, people);
  const rows = await tx.query<{ user_id: string }>(
    sql`select u.user_id from users u where u.user_id = any(${[...alive]}::bigint[])
      order by exists (select 1 from phones p where p.user_id = u.user_id) desc, u.user_id`,
  );
  const [into, from] = rows.map((row) => row.user_id);
  if (into === undefined) throw new Error(`nobody of ${people.join(' and ')} is left`);
  if (from !== undefined) await mergePeople(ctx, tx, { from, into, reason });
  return into;
}

/** Locks those of them who exist, always in the same order; nothing else of them is locked before. */
async function lockPeople(tx: Tx, people: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ user_id: string }>(
    sql`select user_id from users where user_id = any(${people}::bigint[]) order by user_id for update`,
  );
  return new Set(rows.map((row) => row.user_id));
}

export const memberJobs: JobHandlers = {
  async [SWEEP_MERGE](ctx, { oldUserId, mergedAt }) {
    const from = oldUserId!;
    await ctx.db.tx(async (tx) => {
      const [alias] = await tx.query<{ user_id: string }>(
        sql`select user_id from user_aliases where old_user_id = ${from}`,
      );
      if (!alias) return;
      const pair = { from, into: alias.user_id };
      // a merge of the one who came out of it waits; if it is over, the next sweep finds the alias it left
      if (!(await lockPeople(tx, [pair.into])).has(pair.into)) return;
      const moved = await moveRows(tx, pair, ctx.now());
      await moveLedger(ctx, tx, pair);
      await moveJobs(ctx, tx, pair);
      if (moved.staff_touches) await placeLater(ctx, tx, pair.into);
      if (moved.member_level_moves) await placeLevelLater(ctx, tx, pair.into);
    });
    const next = SWEEPS_MS.map((ms) => Date.parse(mergedAt!) + ms).find((at) => at > ctx.now().getTime());
    return next === undefined ? undefined : new Date(next);
  },
};
