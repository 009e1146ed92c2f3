import type { z } from 'zod';
import type { StaffInvitation, adminStaffRoutes } from '@jishi/contract/admin/staff';
import type { InvitationState } from '@jishi/contract/plain/staff';
import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { maskPhone } from '../mask';
import { makeInvitationToken } from './invitationToken';

export type InvitationBody = z.output<typeof StaffInvitation>;
type Wish = z.output<(typeof adminStaffRoutes)['POST /admin/staff-invitations']['body']>;
type Query = z.output<(typeof adminStaffRoutes)['GET /admin/staff-invitations']['query']>;

const VALID_MS = 7 * 86_400_000;

interface Row extends Omit<
  InvitationBody,
  'state' | 'askedAt' | 'expiresAt' | 'createdAt' | 'url' | 'maskedPhone' | 'askedName'
> {
  state: Exclude<InvitationState, 'expired'>;
  userId: string | null;
  askedName: string;
  phone: string | null;
  askedAt: Date | null;
  expiresAt: Date;
  createdAt: Date;
}

const COLUMNS = `i.invitation_id as id, i.token, i.store_id as "storeId", coalesce(s.name, '') as "storeName", i.role, i.name,
  i.employee_id as "employeeId", i.state, i.user_id as "userId", i.asked_name as "askedName", i.asked_at as "askedAt",
  i.expires_at as "expiresAt", i.created_at as "createdAt",
  (select p.phone from phones p where p.user_id = i.user_id limit 1) as phone`;
const FROM = 'staff_invitations i left join stores s on s.store_id = i.store_id';

/** Throws `forbidden` for another store's and for a role above one's own, `not_found` for a store or employee that is not there. */
export async function invite(ctx: Context, actor: Actor, wish: Wish): Promise<InvitationBody> {
  const { storeId, role, name, employeeId, expiresAt } = wish;
  const isBelow = actor.storeIds === null || (role === 'staff' && employeeId === null);
  if (!isBelow || !reaches(actor, storeId)) throw new AppError('forbidden', { reason: 'store' });
  const found = await ctx.db.query(sql`select 1 from stores where store_id = ${storeId} and is_active`);
  if (found.length === 0) throw new AppError('not_found', { what: 'store' });
  if (employeeId !== null) await refuseBound(ctx.db, employeeId);
  const id = ctx.makeId();
  const now = ctx.now();
  const until = expiresAt ? new Date(expiresAt) : new Date(now.getTime() + VALID_MS);
  await ctx.db.query(
    sql`insert into staff_invitations (invitation_id, token, store_id, role, name, employee_id, state, created_by, created_at,
        expires_at)
      values (${id}, ${makeInvitationToken()}, ${storeId}, ${role}, ${name}, ${employeeId}, 'open', ${actor.employeeId},
        ${now}, ${until})`,
  );
  return getInvitation(ctx, actor, id);
}

async function refuseBound(db: Queryable, employeeId: string): Promise<void> {
  const [row] = await db.query<{ user_id: string | null; state: string }>(
    sql`select user_id, state from employees where employee_id = ${employeeId}`,
  );
  if (row?.state !== 'active') throw new AppError('not_found', { what: 'employee' });
  if (row.user_id !== null) throw new AppError('conflict', { reason: 'bound' });
}

/** Throws `not_found`, also for another store's. */
export async function getInvitation(ctx: Context, actor: Actor, id: string): Promise<InvitationBody> {
  const row = await readInvitation(ctx.db, { id });
  if (!row || !reaches(actor, row.storeId)) throw new AppError('not_found');
  return toBody(ctx, row);
}

export async function readInvitation(db: Queryable, by: { id: string } | { token: string }): Promise<Row | undefined> {
  const [column, value] = 'id' in by ? ['invitation_id', by.id] : ['token', by.token];
  const [row] = await db.query<Row>({ text: `select ${COLUMNS} from ${FROM} where i.${column} = $1`, values: [value] });
  return row;
}

export async function listInvitations(ctx: Context, actor: Actor, query: Query) {
  const { state, limit, cursor } = query;
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from ${FROM} where ($1::text is null or i.state = $1) and ($2::bigint is null or i.invitation_id < $2)
      and ($3::bigint[] is null or i.store_id = any($3::bigint[])) order by i.invitation_id desc limit $4`,
    values: [state ?? null, cursor ?? null, actor.storeIds, limit + 1],
  });
  const items = rows.slice(0, limit).map((row) => toBody(ctx, row));
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}

/** Throws `conflict` once somebody has answered it. */
export async function withdrawInvitation(ctx: Context, actor: Actor, id: string): Promise<InvitationBody> {
  await getInvitation(ctx, actor, id);
  const [row] = await ctx.db.query(
    sql`update staff_invitations set state = 'withdrawn' where invitation_id = ${id} and state = 'open' returning 1`,
  );
  if (!row) throw new AppError('conflict', { reason: 'answered' });
  return getInvitation(ctx, actor, id);
}

export const reaches = ({ storeIds }: Pick<Actor, 'storeIds'>, storeId: string): boolean =>
  storeIds === null || storeIds.includes(storeId);

/** One that nobody answered in time is over; one that was asked for waits until it is decided. */
export const stateOf = (ctx: Pick<Context, 'now'>, { state, expiresAt }: Pick<Row, 'state' | 'expiresAt'>) =>
  state === 'open' && expiresAt <= ctx.now() ? 'expired' : state;

function toBody(ctx: Context, { userId: _userId, phone, ...row }: Row): InvitationBody {
  return {
    ...row,
    state: stateOf(ctx, row),
    maskedPhone: phone ? maskPhone(phone) : '',
    askedAt: row.askedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    url: `${ctx.env.PUBLIC_URL.replace(/\/$/, '')}/?invite=${row.token}`,
  };
}
