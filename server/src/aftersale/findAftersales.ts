import type { z } from 'zod';
import type { AdminAftersale, AdminAftersaleRow, AftersaleCounts } from '@jishi/contract/admin/aftersales';
import type { AftersaleState } from '@jishi/contract/plain/aftersales';
import { newestFirst } from '../adminPage';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { maskName, maskPhone } from '../mask';
import { aftersaleOwner } from './moveAftersale';
import { getAftersale } from './readAftersale';

type RowBody = z.output<typeof AdminAftersaleRow>;

export interface FindAftersales {
  state?: AftersaleState;
  orderId?: string;
  /** Requests that should have been answered by `now`. */
  isOverdue: boolean;
  /** Those whose money did not go back. */
  hasFailed: boolean;
  /** `due`: what has to be done first comes first. */
  sort: 'new' | 'due';
  /** For orders picked up in one of these stores; null: everybody's. */
  storeIds: string[] | null;
  limit: number;
  cursor?: string;
}

interface Row extends Omit<RowBody, 'totalFen' | 'maskedName' | 'maskedPhone' | 'createdAt' | 'dueAt'> {
  totalFen: string;
  name: string;
  phone: string;
  createdAt: Date;
  dueAt: Date | null;
}

/** Everybody's requests, or those of some stores, in pages, with names and phones masked. */
export async function findAftersales(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { state, orderId, isOverdue, hasFailed, sort, storeIds, limit, cursor }: FindAftersales,
): Promise<{ items: RowBody[]; nextCursor: string | null }> {
  const isDueFirst = sort === 'due';
  const rows = await db.query<Row>(
    sql`select s.aftersale_id as id, s.order_id as "orderId", s.kind, s.state, s.reason,
        s.goods_fen + s.shipping_fen as "totalFen", s.created_at as "createdAt", s.due_at as "dueAt",
        s.refund_note <> '' as "hasFailed", o.address ->> 'name' as name, o.address ->> 'phone' as phone,
        first.title, first.image_url as "imageUrl", first.quantity
      from aftersales s join orders o on o.user_id = s.user_id and o.order_id = s.order_id
      cross join lateral (
        select (array_agg(l.title order by l.line_id))[1] as title,
          (array_agg(l.image_url order by l.line_id))[1] as image_url, sum(a.quantity)::int as quantity
        from aftersale_lines a join order_lines l
          on l.user_id = a.user_id and l.order_id = a.order_id and l.line_id = a.line_id
        where a.user_id = s.user_id and a.aftersale_id = s.aftersale_id
      ) first
      where (${state ?? null}::text is null or s.state = ${state ?? null}::text)
        and (${orderId ?? null}::bigint is null or s.order_id = ${orderId ?? null}::bigint)
        and (not ${isOverdue}::boolean or (s.state = 'requested' and s.due_at <= ${now()}::timestamptz))
        and (not ${hasFailed}::boolean or (s.refund_note <> '' and s.state = 'refunding'))
        and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))
        and (${cursor ?? null}::bigint is null or case when ${isDueFirst}::boolean
          then (coalesce(s.due_at, 'infinity'), s.aftersale_id) > (select coalesce(c.due_at, 'infinity'), c.aftersale_id
            from aftersales c where c.aftersale_id = ${cursor ?? null}::bigint)
          else s.aftersale_id < ${cursor ?? null}::bigint end)
      order by case when ${isDueFirst}::boolean then coalesce(s.due_at, 'infinity') end,
        case when ${isDueFirst}::boolean then s.aftersale_id end, s.aftersale_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(rows.map(toRow), limit);
}

const toRow = ({ name, phone, ...row }: Row): RowBody => ({
  ...row,
  totalFen: Number(row.totalFen),
  maskedName: maskName(name),
  maskedPhone: maskPhone(phone),
  createdAt: row.createdAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
});

/** How many requests are not done yet, of everybody's or of some stores. */
export async function countAftersales(
  db: Queryable,
  storeIds: string[] | null,
): Promise<z.output<typeof AftersaleCounts>> {
  const [row] = await db.query<z.output<typeof AftersaleCounts>>(
    sql`select count(*) filter (where s.state = 'requested')::int as requested,
        count(*) filter (where s.state = 'approved')::int as approved,
        count(*) filter (where s.state = 'returning')::int as returning,
        count(*) filter (where s.state = 'refunding')::int as refunding,
        count(*) filter (where s.state = 'refunding' and s.refund_note <> '')::int as failed
      from aftersales s join orders o on o.user_id = s.user_id and o.order_id = s.order_id
      where s.state in ('requested', 'approved', 'returning', 'refunding')
        and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))`,
  );
  return row!;
}

/** Whose request it is. Throws `not_found`, also for one of none of these stores. */
export async function visibleOwner(db: Queryable, aftersaleId: string, storeIds: string[] | null): Promise<string> {
  const userId = await aftersaleOwner(db, aftersaleId);
  if (!storeIds) return userId;
  const [row] = await db.query(
    sql`select 1 from aftersales s join orders o on o.user_id = s.user_id and o.order_id = s.order_id
      where s.user_id = ${userId} and s.aftersale_id = ${aftersaleId}
        and o.store ->> 'storeId' = any(${storeIds}::text[])`,
  );
  if (!row) throw new AppError('not_found');
  return userId;
}

/** One request with all that the merchant needs to answer it. Throws as `visibleOwner` does. */
export async function readAftersaleDetail(
  ctx: Context,
  aftersaleId: string,
  storeIds: string[] | null,
): Promise<z.output<typeof AdminAftersale>> {
  const userId = await visibleOwner(ctx.db, aftersaleId, storeIds);
  const aftersale = await getAftersale(ctx, userId, aftersaleId);
  const [row] = await ctx.db.query<{ maxFen: string; refundId: string | null; refundNote: string }>(
    sql`select max_fen as "maxFen", refund_id as "refundId", refund_note as "refundNote" from aftersales
      where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
  const restocked = await ctx.db.query<{ skuId: string; quantity: number }>(
    sql`select sku_id as "skuId", restocked as quantity from aftersale_lines
      where user_id = ${userId} and aftersale_id = ${aftersaleId} and restocked > 0 order by line_id`,
  );
  return { userId, aftersale, ...row!, maxFen: Number(row!.maxFen), restocked };
}
