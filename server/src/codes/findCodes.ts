import type { z } from 'zod';
import type { adminCodeRoutes, CodeRow } from '@jishi/contract/admin/codes';
import type { Actor } from '../adminAuth';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { countOrders } from './countOrders';
import { COLUMNS, toCode, type Row } from './editCodes';

type RowBody = z.output<typeof CodeRow>;
type Query = z.output<(typeof adminCodeRoutes)['GET /admin/codes']['query']>;
type Named = Pick<RowBody, 'title' | 'pictureUrl' | 'employeeName' | 'storeName'>;

const FROM = `short_codes c
  left join employees e on e.employee_id = c.employee_id
  left join stores s on s.store_id = c.store_id
  left join products p on p.product_id = case when c.target_kind = 'product' and c.target_id ~ '^[1-9][0-9]{0,17}$'
    then c.target_id::bigint end
  left join categories k on c.target_kind = 'category' and k.slug = c.target_id
  left join layout_pages y on c.target_kind = 'page' and y.slug = c.target_id`;
const TITLE = 'coalesce(p.title, k.name, y.title)';

/** Newest first, with what each leads to, whose it is and what it brought. A store manager sees their own stores'. */
export async function findCodes(
  ctx: Context,
  { storeIds }: Pick<Actor, 'storeIds'>,
  { q, campaign, employeeId, storeId, state, limit, cursor }: Query,
): Promise<{ items: RowBody[]; nextCursor: string | null }> {
  const words = (q ?? '').split(/\s+/).filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await ctx.db.query<Row & Named>({
    text: `select ${COLUMNS}, ${TITLE} as title, coalesce(p.images -> 0 ->> 'url', k.image_url) as "pictureUrl",
        e.name as "employeeName", s.name as "storeName"
      from ${FROM}
      where (c.name || ' ' || c.campaign || ' ' || coalesce(${TITLE}, '') ilike all($1::text[]) or c.token = $2)
        and ($3::text is null or c.campaign = $3) and ($4::bigint is null or c.employee_id = $4)
        and ($5::bigint is null or c.store_id = $5) and ($6::bigint[] is null or c.store_id = any($6::bigint[]))
        and ($7::text is null or $7 = case when c.state = 'revoked' then 'revoked'
          when c.expires_at <= $8 then 'expired' else 'active' end)
        and ($9::bigint is null or c.code_id < $9)
      order by c.code_id desc limit $10`,
    values: [
      patterns,
      q ?? null,
      campaign ?? null,
      employeeId ?? null,
      storeId ?? null,
      storeIds,
      state ?? null,
      ctx.now(),
      cursor ?? null,
      limit + 1,
    ],
  });
  const page = newestFirst(rows, limit);
  const orders = await countOrders(ctx.db, page.items);
  const items = page.items.map((row) => {
    const { title, pictureUrl, employeeName, storeName } = row;
    return { ...toCode(ctx, row), title, pictureUrl, employeeName, storeName, orders: orders.get(row.token) ?? 0 };
  });
  return { items, nextCursor: page.nextCursor };
}
