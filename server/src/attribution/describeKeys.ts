import type { ResultKey } from '@jishi/contract/plain/attribution';
import type { Queryable } from '../db/db';

interface Described {
  name: string;
  pictureUrl: string | null;
}

/** What a row without a key is called. */
const NONE: Record<ResultKey, string> = {
  staff: '没有导购',
  store: '不分门店',
  product: '运费和其他',
  code: '没有扫码',
  day: '',
};

const NAMES: Record<Exclude<ResultKey, 'day'>, string> = {
  staff: `select employee_id::text as key, name, null as "pictureUrl" from employees
    where employee_id = any($1::bigint[])`,
  store: `select store_id::text as key, name, null as "pictureUrl" from stores where store_id = any($1::bigint[])`,
  product: `select product_id::text as key, title as name, images -> 0 ->> 'url' as "pictureUrl" from products
    where product_id = any($1::bigint[])`,
  code: `select c.token as key, c.name, p.images -> 0 ->> 'url' as "pictureUrl" from short_codes c
    left join products p on c.target_kind = 'product' and p.product_id::text = c.target_id where c.token = any($1::text[])`,
};

/** What people call the things that results are told apart by. */
export async function describeKeys(
  db: Queryable,
  by: ResultKey,
  keys: readonly string[],
): Promise<(key: string) => Described> {
  const rows =
    by === 'day'
      ? []
      : await db.query<Described & { key: string }>({ text: NAMES[by], values: [keys.filter((key) => key !== '')] });
  const known = new Map(rows.map(({ key, ...described }) => [key, described]));
  return (key) => known.get(key) ?? { name: key === '' ? NONE[by] : key, pictureUrl: null };
}
