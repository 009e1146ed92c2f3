import type { z } from 'zod';
import { isInvitationToken } from '@jishi/contract/plain/staff';
import type { Invitation } from '@jishi/contract/staff';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { findGuide } from './guideOf';
import { readInvitation, stateOf } from './invitations';

type InvitationBody = z.output<typeof Invitation>;

/**
 * The invitation as its reader sees it. Throws `not_found` for none, one taken back, and one that somebody else has
 * answered: they cannot be told apart.
 */
export async function lookAtInvitation(
  ctx: Context,
  db: Queryable,
  userId: string,
  said: string,
): Promise<InvitationBody> {
  const token = said.trim().toUpperCase();
  const row = isInvitationToken(token) ? await readInvitation(db, { token }) : undefined;
  if (!row || row.state === 'withdrawn' || (row.state !== 'open' && row.userId !== userId)) {
    throw new AppError('not_found');
  }
  const { storeName, role, name, askedName, expiresAt } = row;
  return {
    token,
    storeName,
    role,
    name: askedName || name,
    state: stateOf(ctx, row),
    expiresAt: expiresAt.toISOString(),
  };
}

/**
 * Asks to be the one whom an invitation is for, under a name. Again, it changes the name. Throws `not_found` as looking
 * does, `conflict` (details: `reason`) for one that is over or decided and for a person who is a guide already.
 */
export async function askToJoin(ctx: Context, userId: string, said: string, name: string): Promise<InvitationBody> {
  return ctx.db.tx(async (tx) => {
    const { token, state } = await lookAtInvitation(ctx, tx, userId, said);
    if (state !== 'open' && state !== 'asked') throw new AppError('conflict', { reason: state });
    if (await findGuide(ctx, tx, userId)) throw new AppError('conflict', { reason: 'bound' });
    const [asked] = await tx.query(
      sql`update staff_invitations set state = 'asked', user_id = ${userId}, asked_name = ${name},
          asked_at = coalesce(asked_at, ${ctx.now()})
        where token = ${token} and (state = 'open' or (state = 'asked' and user_id = ${userId})) returning 1`,
    );
    // somebody else was a moment faster
    if (!asked) throw new AppError('not_found');
    return lookAtInvitation(ctx, tx, userId, token);
  });
}
