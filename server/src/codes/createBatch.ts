import type { z } from 'zod';
import type { adminCodeRoutes } from '@jishi/contract/admin/codes';
import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { readCodes, type CodeBody } from './editCodes';
import { insertCodes, type NewCode } from './insertCodes';
import { lookUpNamed, type Named } from './lookUpNamed';

type Wish = z.output<(typeof adminCodeRoutes)['POST /admin/code-batches']['body']>;

const MAX_NAME = 40;

/**
 * A code for every target and every guide, all or none; one that is there already stays the one, so that paper that
 * hangs and a second press make no doubles. Throws `forbidden` where a store manager names no store of theirs, else as
 * `lookUpNamed` does.
 */
export async function createBatch(
  ctx: Context,
  actor: Actor,
  { targets: named, employeeIds: ids, storeId, campaign, expiresAt }: Wish,
): Promise<{ items: CodeBody[]; made: number }> {
  if (actor.storeIds !== null && (storeId === null || !actor.storeIds.includes(storeId))) {
    throw new AppError('forbidden', { reason: 'store' });
  }
  const targets = [...new Map(named.map((target) => [keyOf(target), target])).values()];
  const employeeIds = [...new Set(ids)];
  const words = await lookUpNamed(ctx, { targets, employeeIds, storeId, expiresAt });
  const owners = employeeIds.length > 0 ? employeeIds : [null];
  const wishes = owners.flatMap((employeeId) =>
    targets.map((target) => ({
      name: nameOf(words, target, employeeId),
      target,
      campaign,
      employeeId,
      storeId,
      expiresAt,
    })),
  );
  const kept = await findKept(ctx, wishes);
  const tokens = wishes.map((wish) => kept.get(placeOf(wish)));
  const missing = wishes.filter((_, nth) => tokens[nth] === undefined);
  const made = await insertCodes(ctx, actor.employeeId, missing);
  const rest = [...made];
  const all = tokens.map((token) => token ?? rest.shift()!);
  return { items: await readCodes(ctx, all), made: made.length };
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => (kind === 'home' ? 'home ' : `${kind} ${id}`);
const placeOf = ({ target, employeeId }: Pick<NewCode, 'target' | 'employeeId'>) =>
  `${keyOf(target)} ${employeeId ?? ''}`;

/** What it leads to, whose it is and where; the first gives way where there is no room for all. */
function nameOf(words: Named, target: NewCode['target'], employeeId: string | null): string {
  const owner = [employeeId === null ? '' : words.employee(employeeId), words.store].filter(Boolean);
  const room = MAX_NAME - owner.reduce((sum, word) => sum + word.length + 3, 0);
  return [words.title(target).slice(0, Math.max(8, room)), ...owner].join(' · ').slice(0, MAX_NAME);
}

/** Tokens by place. A guide has one code for a target in a store; what is nobody's is the same only by its name. */
async function findKept(ctx: Context, wishes: readonly NewCode[]): Promise<Map<string, string>> {
  const { campaign, storeId, expiresAt } = wishes[0]!;
  const of = (pick: (wish: NewCode) => string | null) => [...new Set(wishes.map(pick))];
  const rows = await ctx.db.query<{
    token: string;
    kind: NewCode['target']['kind'];
    id: string;
    employeeId: string | null;
  }>(
    sql`select token, target_kind as kind, target_id as id, employee_id as "employeeId" from short_codes
      where state = 'active' and campaign = ${campaign} and store_id is not distinct from ${storeId}::bigint
        and expires_at is not distinct from ${expiresAt}::timestamptz and target_id = any(${of(({ target }) =>
          target.kind === 'home' ? '' : target.id,
        )}::text[])
        and case when employee_id is null then name = any(${of(({ name }) => name)}::text[])
          else employee_id = any(${of(({ employeeId }) => employeeId)}::bigint[]) end
      order by code_id desc`,
  );
  // the oldest is written last, and stays
  return new Map(rows.map(({ token, kind, id, employeeId }) => [placeOf({ target: { kind, id }, employeeId }), token]));
}
