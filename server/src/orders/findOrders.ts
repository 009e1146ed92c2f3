import type { z } from 'zod';
import type { AdminOrder, AdminOrderRow, OrderCounts } from '@jishi/contract/admin/orders';
import type { Fulfilment, OrderState } from '@jishi/contract/plain/orders';
import type { Platform } from '@jishi/contract/plain/platforms';
import { newestFirst } from '../adminPage';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { maskName, maskPhone } from '../mask';
import { getKeptOrder } from './readOrder';

type RowBody = z.output<typeof AdminOrderRow>;
type OrderDetail = z.output<typeof AdminOrder>;

/** Which orders, of those that one may see. */
export interface OrderFilter {
  state?: OrderState;
  orderId?: string;
  /** The last four digits of the receiver's phone. */
  phoneTail?: string;
  platform?: Platform;
  fulfilment?: Fulfilment;
  /** Placed at or after `from`, before `to`; UTC. */
  from?: string;
  to?: string;
  /** Picked up in one of these stores; null: everybody's orders. */
  storeIds?: string[] | null;
}

export interface FindOrders extends OrderFilter {
  /** `old`: those that have waited longest first. */
  sort?: 'new' | 'old';
  limit: number;
  cursor?: string;
}

interface Row {
  id: string;
  state: OrderState;
  platform: Platform;
  fulfilment: Fulfilment;
  store_name: string | null;
  total_fen: string;
  discount_fen: string;
  quantity: number;
  line_count: number;
  title: string;
  image_url: string | null;
  name: string;
  phone: string;
  created_at: Date;
  expires_at: Date;
  paid_at: Date | null;
  has_open_aftersale: boolean;
}

/** Everybody's orders, or those of some stores, in pages, with names and phones masked. */
export async function findOrders(
  db: Queryable,
  { sort, limit, cursor, ...filter }: FindOrders,
): Promise<{ items: RowBody[]; nextCursor: string | null }> {
  const { state, orderId, phoneTail, platform, fulfilment, from, to, storeIds = null } = filter;
  const isOldFirst = sort === 'old';
  const rows = await db.query<Row>(
    sql`select o.order_id as id, o.state, o.platform, o.fulfilment, o.store ->> 'name' as store_name, o.total_fen, o.discount_fen, o.address ->> 'name' as name, o.address ->> 'phone' as phone,
        o.created_at, o.expires_at, o.paid_at, exists (select 1 from aftersales s where s.user_id = o.user_id and s.order_id = o.order_id
          and s.state not in ('done', 'rejected', 'withdrawn')) as has_open_aftersale, first.title, first.image_url,
        first.quantity, first.line_count
      from orders o cross join lateral (
        select (array_agg(l.title order by l.line_id))[1] as title, (array_agg(l.image_url order by l.line_id))[1] as image_url,
          sum(l.quantity)::int as quantity, count(*)::int as line_count
        from order_lines l where l.user_id = o.user_id and l.order_id = o.order_id
      ) first
      where (${state ?? null}::text is null or o.state = ${state ?? null}::text)
        and (${orderId ?? null}::bigint is null or o.order_id = ${orderId ?? null}::bigint)
        and (${phoneTail ?? null}::text is null or right(o.address ->> 'phone', 4) = ${phoneTail ?? null}::text)
        and (${platform ?? null}::text is null or o.platform = ${platform ?? null}::text)
        and (${fulfilment ?? null}::text is null or o.fulfilment = ${fulfilment ?? null}::text)
        and (${from ?? null}::timestamptz is null or o.created_at >= ${from ?? null}::timestamptz)
        and (${to ?? null}::timestamptz is null or o.created_at < ${to ?? null}::timestamptz)
        and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))
        and (${cursor ?? null}::bigint is null
          or case when ${isOldFirst}::boolean then o.order_id > ${cursor ?? null}::bigint else o.order_id < ${cursor ?? null}::bigint end)
      order by case when ${isOldFirst}::boolean then o.order_id end, o.order_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(rows.map(toRow), limit);
}

const toRow = (row: Row): RowBody => ({
  id: row.id,
  state: row.state,
  platform: row.platform,
  fulfilment: row.fulfilment,
  storeName: row.store_name,
  totalFen: Number(row.total_fen),
  discountFen: Number(row.discount_fen),
  quantity: row.quantity,
  lineCount: row.line_count,
  title: row.title,
  imageUrl: row.image_url,
  maskedName: maskName(row.name),
  maskedPhone: maskPhone(row.phone),
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  paidAt: row.paid_at?.toISOString() ?? null,
  hasOpenAftersale: row.has_open_aftersale,
});

/** How many orders are under way, of everybody's or of some stores. */
export async function countOrders(db: Queryable, storeIds: string[] | null): Promise<z.output<typeof OrderCounts>> {
  const [row] = await db.query<z.output<typeof OrderCounts>>(
    sql`select count(*) filter (where state = 'unpaid')::int as unpaid,
        count(*) filter (where state = 'paid' and fulfilment = 'delivery')::int as "toShip",
        count(*) filter (where state = 'paid' and fulfilment = 'pickup')::int as "toPickUp",
        count(*) filter (where state = 'shipped')::int as shipped
      from orders where state in ('unpaid', 'paid', 'shipped')
        and (${storeIds}::text[] is null or store ->> 'storeId' = any(${storeIds}::text[]))`,
  );
  return row!;
}

/** Whose order it is; throws `not_found`. */
export async function ownerOf(db: Queryable, orderId: string): Promise<string> {
  const [row] = await db.query<{ user_id: string }>(sql`select user_id from order_owners where order_id = ${orderId}`);
  if (!row) throw new AppError('not_found');
  return row.user_id;
}

/** One order with everything that happened to it. Throws `not_found`, also for one of none of these stores. */
export async function readOrderDetail(
  db: Queryable,
  orderId: string,
  storeIds: string[] | null = null,
): Promise<OrderDetail> {
  const userId = await ownerOf(db, orderId);
  const order = await getKeptOrder(db, userId, orderId);
  if (storeIds && !storeIds.includes(order.pickup?.storeId ?? '')) throw new AppError('not_found');
  const [row] = await db.query<{ platform: Platform }>(
    sql`select platform from orders where user_id = ${userId} and order_id = ${orderId}`,
  );
  const discounts = await db.query<{ skuId: string; fen: string }>(
    sql`select l.sku_id as "skuId", sum(a.fen) as fen from order_adjustments a
      join order_lines l on l.user_id = a.user_id and l.order_id = a.order_id and l.line_id = a.line_id
      where a.user_id = ${userId} and a.order_id = ${orderId} group by l.sku_id`,
  );
  const moves = await db.query<Dated<OrderDetail['moves'][number]>>(
    sql`select from_state as "from", to_state as "to", reason, created_at as "createdAt" from order_moves
      where user_id = ${userId} and order_id = ${orderId} order by move_id`,
  );
  const payments = await db.query<
    Omit<Dated<OrderDetail['payments'][number]>, 'amountFen' | 'paidAt'> & { amountFen: string; paidAt: Date | null }
  >(
    sql`select payment_id as id, trade_no as "tradeNo", platform, state, amount_fen as "amountFen",
        created_at as "createdAt", paid_at as "paidAt"
      from payments where user_id = ${userId} and order_id = ${orderId} order by payment_id`,
  );
  const shipments = await db.query<Dated<OrderDetail['shipments'][number]>>(
    sql`select shipment_id as id, carrier, tracking_no as "trackingNo", created_at as "createdAt" from shipments
      where user_id = ${userId} and order_id = ${orderId} order by shipment_id`,
  );
  const aftersales = await db.query<OrderDetail['aftersales'][number]>(
    sql`select aftersale_id as id, kind, state from aftersales
      where user_id = ${userId} and order_id = ${orderId} order by aftersale_id desc`,
  );
  return {
    userId,
    platform: row!.platform,
    order,
    discounts: discounts.map(({ skuId, fen }) => ({ skuId, fen: Number(fen) })),
    aftersales,
    moves: moves.map(withTime),
    payments: payments.map((payment) => ({
      ...withTime(payment),
      amountFen: Number(payment.amountFen),
      paidAt: payment.paidAt?.toISOString() ?? null,
    })),
    shipments: shipments.map(withTime),
  };
}

type Dated<T> = Omit<T, 'createdAt'> & { createdAt: Date };

function withTime<T extends { createdAt: Date }>(row: T) {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
