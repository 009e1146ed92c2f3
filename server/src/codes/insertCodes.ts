import type { z } from 'zod';
import type { CodeInput } from '@jishi/contract/admin/codes';
import type { Context } from '../context';
import { sql, type Statement, type Tx } from '../db/db';
import { makeCodeToken } from './tokens';

export type NewCode = z.output<typeof CodeInput>;

const MAX_TRIES = 5;

/** Writes codes, all or none, and answers their tokens in order. What they name must have been looked at before. */
export async function insertCodes(
  ctx: Context,
  createdBy: string,
  wishes: readonly NewCode[],
  makeToken: () => string = makeCodeToken,
): Promise<string[]> {
  return ctx.db.tx(async (tx) => {
    const made: string[] = [];
    for (const { name, target, campaign, employeeId, storeId, expiresAt } of wishes) {
      const insert = (
        free: string,
      ) => sql`insert into short_codes (token, code_id, name, target_kind, target_id, campaign, employee_id, store_id,
          state, expires_at, created_by, created_at)
        values (${free}, ${ctx.makeId()}, ${name}, ${target.kind}, ${target.kind === 'home' ? '' : target.id}, ${campaign},
          ${employeeId}, ${storeId}, 'active', ${expiresAt === null ? null : new Date(expiresAt)}, ${createdBy}, ${ctx.now()})
        on conflict (token) do nothing returning token`;
      made.push(await claimToken(tx, makeToken, insert));
    }
    return made;
  });
}

/** Another token where this one is taken, which happens to nobody. */
async function claimToken(tx: Tx, makeToken: () => string, insert: (token: string) => Statement): Promise<string> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const [row] = await tx.query<{ token: string }>(insert(makeToken()));
    if (row) return row.token;
  }
  throw new Error('no free token was found');
}
