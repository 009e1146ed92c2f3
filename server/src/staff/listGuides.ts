import type { z } from 'zod';
import type { AdminGuide } from '@jishi/contract/admin/staff';
import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql } from '../db/db';

/**
 * Whoever is bound to a shopper, and whoever left with customers that nobody has taken over: they
 * are shown as the leaver's, though they belong to nobody.
 */
export async function listGuides(ctx: Context, { storeIds }: Actor): Promise<z.output<typeof AdminGuide>[]> {
  return ctx.db.query(
    sql`with mine as (
        select c.employee_id, count(*)::int as customers from staff_customers c where c.until > ${ctx.now()} group by 1
      ), lost as (
        select t.employee_id, count(distinct t.user_id)::int as customers from staff_touches t
        where t.kind = 'left' and not exists (select 1 from staff_touches v where v.user_id = t.user_id
          and (v.at, v.touch_id) > (t.at, t.touch_id) and v.kind = 'hand_over' and v.from_employee_id = t.employee_id)
        group by 1
      )
      select e.employee_id as id, e.name, e.role, e.state, e.user_id is not null as "isBound",
        coalesce((select jsonb_agg(jsonb_build_object('id', s.store_id::text, 'name', s.name) order by s.store_id)
          from employee_stores es join stores s on s.store_id = es.store_id where es.employee_id = e.employee_id), '[]')
          as stores,
        coalesce(case when e.state = 'active' then mine.customers else lost.customers end, 0) as customers,
        (select count(*)::int from short_codes k where k.employee_id = e.employee_id and k.state = 'active') as codes
      from employees e left join mine on mine.employee_id = e.employee_id left join lost on lost.employee_id = e.employee_id
      where case when e.state = 'active' then e.user_id is not null or mine.customers > 0 else lost.customers > 0 end
        and not (e.is_demo and ${ctx.env.isProduction}::boolean)
        and (${storeIds}::bigint[] is null or exists (select 1 from employee_stores es
          where es.employee_id = e.employee_id and es.store_id = any(${storeIds}::bigint[])))
      order by e.state, e.employee_id`,
  );
}
