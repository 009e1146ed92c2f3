import type { z } from 'zod';
import type { StaffCustomer, staffRoutes } from '@jishi/contract/staff';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { maskName, maskPhone } from '../mask';
import type { Guide } from './guideOf';
import { readTimeCursor, timeCursor } from './timeCursor';

type CustomerBody = z.output<typeof StaffCustomer>;
type Query = z.output<(typeof staffRoutes)['GET /api/staff/customers']['query']>;

interface Row {
  id: string;
  since: Date;
  until: Date;
  lastActiveAt: Date;
  isAgreed: boolean;
  name: string | null;
  phone: string | null;
  orders: number;
  amountFen: string;
  note: string | null;
}

/** A customer who has not been seen for so long is worth a word. */
const QUIET_MS = 30 * 86_400_000;

/** What the guide has of a person who agreed to be seen, and of one who did not: nothing but that there is one. */
const COLUMNS = `c.user_id as id, c.since, c.until, c.last_active_at as "lastActiveAt", coalesce(g.is_given, false) as "isAgreed",
  case when g.is_given then (select a.name from addresses a where a.user_id = c.user_id order by a.used_at desc limit 1) end as name,
  case when g.is_given then (select p.phone from phones p where p.user_id = c.user_id limit 1) end as phone,
  coalesce(o.orders, 0)::int as orders, coalesce(o.amount, 0)::bigint as "amountFen", n.note`;
const FROM = `staff_customers c
  left join guide_consents g on g.user_id = c.user_id
  left join customer_notes n on n.user_id = c.user_id
  left join lateral (select count(*) as orders, sum(amount_fen) as amount from order_guides o
    where o.user_id = c.user_id and o.employee_id = c.employee_id and o.reason <> 'own') o on true`;

/** Who belongs to the guide now, whoever came last first. The cursor is the last row's moment and person. */
export async function listCustomers(ctx: Context, { employeeId }: Guide, { only, limit, cursor }: Query) {
  const now = ctx.now();
  const quietSince = only === 'quiet' ? new Date(now.getTime() - QUIET_MS) : null;
  const seen = readTimeCursor(cursor);
  const rows = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from ${FROM}
      where c.employee_id = $1 and c.until > $2 and ($3::timestamptz is null or c.last_active_at <= $3)
        and ($4::timestamptz is null or (c.last_active_at, c.user_id) < ($4, $5::bigint))
      order by c.last_active_at desc, c.user_id desc limit $6`,
    values: [employeeId, now, quietSince, seen.at, seen.id, limit + 1],
  });
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map((row) => toCustomer(row, now)),
    nextCursor: rows.length > limit ? timeCursor(last!.lastActiveAt, last!.id) : null,
  };
}

/** Throws `not_found`, also for one who belongs to somebody else. */
export async function getCustomer(ctx: Context, { employeeId }: Guide, customerId: string): Promise<CustomerBody> {
  const [row] = await ctx.db.query<Row>({
    text: `select ${COLUMNS} from ${FROM} where c.user_id = $1 and c.employee_id = $2 and c.until > $3`,
    values: [customerId, employeeId, ctx.now()],
  });
  if (!row) throw new AppError('not_found');
  return toCustomer(row, ctx.now());
}

/** Throws `not_found` as reading does; an empty note is none. */
export async function writeNote(ctx: Context, guide: Guide, customerId: string, note: string): Promise<CustomerBody> {
  await getCustomer(ctx, guide, customerId);
  await ctx.db.query(
    note === ''
      ? sql`delete from customer_notes where user_id = ${customerId}`
      : sql`insert into customer_notes (user_id, note, employee_id, written_at)
          values (${customerId}, ${note}, ${guide.employeeId}, ${ctx.now()})
          on conflict (user_id) do update set note = excluded.note, employee_id = excluded.employee_id,
            written_at = excluded.written_at`,
  );
  return getCustomer(ctx, guide, customerId);
}

/** Those who work in one of the guide's stores, the guide aside. */
export async function listColleagues(ctx: Context, { employeeId, stores }: Guide) {
  const items = await ctx.db.query<{ id: string; name: string; storeName: string }>(
    sql`select distinct on (e.employee_id) e.employee_id as id, e.name, s.name as "storeName"
      from employee_stores es join employees e on e.employee_id = es.employee_id join stores s on s.store_id = es.store_id
      where es.store_id = any(${stores.map(({ id }) => id)}::bigint[]) and e.state = 'active' and e.user_id is not null
        and e.employee_id <> ${employeeId} order by e.employee_id, s.store_id`,
  );
  return { items };
}

function toCustomer(row: Row, now: Date): CustomerBody {
  const { id, since, until, lastActiveAt, isAgreed, name, phone, orders, amountFen, note } = row;
  return {
    id,
    maskedName: name === null ? null : maskName(name),
    maskedPhone: phone === null ? null : maskPhone(phone),
    isAgreed,
    since: since.toISOString(),
    until: until.toISOString(),
    lastActiveAt: lastActiveAt.toISOString(),
    orders,
    amountFen: Number(amountFen),
    note: note ?? '',
    isQuiet: now.getTime() - lastActiveAt.getTime() >= QUIET_MS,
  };
}
