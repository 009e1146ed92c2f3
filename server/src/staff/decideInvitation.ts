import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { findGuide } from './guideOf';
import { getInvitation, readInvitation, type InvitationBody } from './invitations';

/**
 * Approved, the shopper who asked becomes the employee that the invitation names, or a new one without a login, and works
 * in its store. Throws `not_found`, `conflict` (details: `reason`) unless somebody waits for the answer.
 */
export async function decideInvitation(
  ctx: Context,
  actor: Actor,
  id: string,
  isApproved: boolean,
): Promise<{ before: InvitationBody; after: InvitationBody }> {
  const before = await getInvitation(ctx, actor, id);
  const state = isApproved ? 'approved' : 'rejected';
  const [decided] = await ctx.db.query<{ user_id: string | null }>(
    sql`update staff_invitations set state = ${state}, decided_by = ${actor.employeeId}, decided_at = ${ctx.now()}
      where invitation_id = ${id} and state = 'asked' returning user_id`,
  );
  if (!decided) throw new AppError('conflict', { reason: before.state });
  // whoever asked has deleted their account since
  if (decided.user_id === null) throw new AppError('conflict', { reason: 'gone' });
  if (isApproved) await bind(ctx, ctx.db, id, decided.user_id);
  return { before, after: await getInvitation(ctx, actor, id) };
}

async function bind(ctx: Context, db: Queryable, id: string, userId: string): Promise<void> {
  const invitation = (await readInvitation(db, { id }))!;
  // two stores that approve the same person at once wait for one another
  await db.query(sql`select 1 from users where user_id = ${userId} for update`);
  if (await findGuide(ctx, db, userId)) throw new AppError('conflict', { reason: 'bound' });
  const employeeId = invitation.employeeId ?? ctx.makeId();
  if (invitation.employeeId === null) {
    await db.query(
      sql`insert into employees (employee_id, user_id, name, role, state, created_at)
        values (${employeeId}, ${userId}, ${invitation.askedName}, ${invitation.role}, 'active', ${ctx.now()})`,
    );
    await db.query(sql`update staff_invitations set employee_id = ${employeeId} where invitation_id = ${id}`);
  } else {
    const [bound] = await db.query(
      sql`update employees set user_id = ${userId}
        where employee_id = ${employeeId} and user_id is null and state = 'active' returning 1`,
    );
    if (!bound) throw new AppError('conflict', { reason: 'bound' });
  }
  await db.query(
    sql`insert into employee_stores (employee_id, store_id) values (${employeeId}, ${invitation.storeId})
      on conflict do nothing`,
  );
}
