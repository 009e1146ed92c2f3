import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { enqueue, outboxRow } from '../jobs';
import { ATTRIBUTE_ORDER, PLACE_CUSTOMER } from './topics';

/**
 * A person came through a code of an employee, in the transaction that counts the scan. Nothing is noted when the
 * employee is no more: the row is held, so that leaving comes before or after.
 */
export async function noteScan(
  ctx: Context,
  tx: Tx,
  { userId, visitId, token, at }: { userId: string; visitId: string; token: string; at: Date },
): Promise<void> {
  const job = outboxRow(ctx, { topic: PLACE_CUSTOMER, payload: { userId } });
  await tx.query(
    sql.named('staff.scan')`with code as (
        select c.token, c.target_kind, c.target_id, c.store_id, e.employee_id, e.user_id
        from short_codes c join employees e on e.employee_id = c.employee_id
        where c.token = ${token} and e.state = 'active' and not (e.is_demo and ${ctx.env.isProduction}::boolean)
        for share of e
      ), touch as (
        insert into staff_touches (user_id, touch_id, origin_user_id, kind, employee_id, store_id, token, target_kind,
          target_id, visit_id, is_own, is_new, at)
        select ${userId}::bigint, ${ctx.makeId()}::bigint, ${userId}::bigint, 'scan', code.employee_id,
          coalesce(code.store_id, (select min(s.store_id) from employee_stores s where s.employee_id = code.employee_id
            having count(*) = 1)),
          code.token, code.target_kind, code.target_id, ${visitId}::bigint, coalesce(code.user_id = ${userId}::bigint, false),
          code.user_id is distinct from ${userId}::bigint
            and not exists (select 1 from visits v where v.user_id = ${userId} and v.visit_id < ${visitId})
            and not exists (select 1 from staff_touches t where t.user_id = ${userId}),
          ${at}::timestamptz
        from code returning user_id
      )
      insert into outbox (shard, job_id, topic, payload, run_at)
      select ${job.shard}::smallint, ${job.jobId}::bigint, ${PLACE_CUSTOMER}, ${job.payload}::jsonb, ${job.runAt}::timestamptz
      from touch`,
  );
}

/**
 * A person has paid an order, in the transaction that moves it: noted, and a job told to decide whose it is, where there
 * is anything to decide by.
 */
export async function noteOrder(ctx: Context, tx: Tx, userId: string, orderId: string, paidAt: Date): Promise<void> {
  const job = outboxRow(ctx, { topic: ATTRIBUTE_ORDER, payload: { userId, orderId } });
  await tx.query(
    sql.named('staff.order')`with touch as (
        insert into staff_touches (user_id, touch_id, origin_user_id, kind, by_employee_id, order_id, at)
        select ${userId}::bigint, ${ctx.makeId()}::bigint, ${userId}::bigint, 'order',
          (select min(e.employee_id) from employees e where e.user_id = ${userId} and e.state = 'active'),
          ${orderId}::bigint, ${paidAt}::timestamptz
        where exists (select 1 from staff_touches t where t.user_id = ${userId})
        returning user_id
      )
      insert into outbox (shard, job_id, topic, payload, run_at)
      select ${job.shard}::smallint, ${job.jobId}::bigint, ${ATTRIBUTE_ORDER}, ${job.payload}::jsonb, ${job.runAt}::timestamptz
      from touch`,
  );
}

/** What others wrote to a person's log is worked into whom they are with. */
export const placeLater = (ctx: Context, tx: Tx, userId: string): Promise<void> =>
  enqueue(ctx, tx, { topic: PLACE_CUSTOMER, payload: { userId } });
