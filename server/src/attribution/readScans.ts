import type { ResultKey } from '@jishi/contract/plain/attribution';
import type { Queryable } from '../db/db';
import type { ResultFilter } from './results';

const KEYS: Record<ResultKey, string> = {
  staff: 't.employee_id::text',
  store: 't.store_id::text',
  product: `case when t.target_kind = 'product' then t.target_id end`,
  code: 't.token',
  day: `to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
};

/** Scans of the staff's codes, those of their own codes by themselves left out. */
export async function readScans(
  db: Queryable,
  { from, to, by, employeeId, storeId, storeIds }: ResultFilter,
): Promise<{ key: string; scans: number; newCustomers: number }[]> {
  return db.query({
    text: `select coalesce(${KEYS[by]}, '') as key, count(*)::int as scans,
        count(*) filter (where t.is_new)::int as "newCustomers"
      from staff_touches t
      where t.kind = 'scan' and not t.is_own and t.at >= $1 and t.at < $2
        and ($3::bigint is null or t.employee_id = $3) and ($4::bigint is null or t.store_id = $4)
        and ($5::bigint[] is null or t.store_id = any($5))
      group by 1`,
    values: [from, to, employeeId ?? null, storeId ?? null, storeIds ?? null],
  });
}
