import type { z } from 'zod';
import type { AdminOrder, AdminOrderRow } from '@jishi/contract/admin/orders';
import type { OrderState } from '@jishi/contract/plain/orders';
import { newestFirst } from '../adminPage';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { maskName, maskPhone } from './mask';
import { getKeptOrder } from './readOrder';

type RowBody = z.output<typeof AdminOrderRow>;
type OrderDetail = z.output<typeof AdminOrder>;

export interface FindOrders {
  state?: OrderState;
  orderId?: string;
  /** Placed at or after `from`, before `to`; UTC. */
  from?: string;
  to?: string;
  /** Picked up in one of these stores; null: everybody's orders. */
  storeIds?: string[] | null;
  limit: number;
  cursor?: string;
}

interface Row {
  id: string;
  state: OrderState;
  total_fen: string;
  quantity: number;
  title: string;
  image_url: string | null;
  name: string;
  phone: string;
  created_at: Date;
  paid_at: Date | null;
}

/** Everybody's orders, or those of some stores, newest first, with names and phones masked. */
export async function findOrders(
  db: Queryable,
  { state, orderId, from, to, storeIds = null, limit, cursor }: FindOrders,
): Promise<{ items: RowBody[]; nextCursor: string | null }> {
  const rows = await db.query<Row>(
    sql`select o.order_id as id, o.state, o.total_fen, o.address ->> 'name' as name, o.address ->> 'phone' as phone,
        o.created_at, o.paid_at, first.title, first.image_url, first.quantity
      from orders o cross join lateral (
        select (array_agg(l.title order by l.line_id))[1] as title, (array_agg(l.image_url order by l.line_id))[1] as image_url,
          sum(l.quantity)::int as quantity
        from order_lines l where l.user_id = o.user_id and l.order_id = o.order_id
      ) first
      where (${state ?? null}::text is null or o.state = ${state ?? null}::text)
        and (${orderId ?? null}::bigint is null or o.order_id = ${orderId ?? null}::bigint)
        and (${from ?? null}::timestamptz is null or o.created_at >= ${from ?? null}::timestamptz)
        and (${to ?? null}::timestamptz is null or o.created_at < ${to ?? null}::timestamptz)
        and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))
        and (${cursor ?? null}::bigint is null or o.order_id < ${cursor ?? null}::bigint)
      order by o.order_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(rows.map(toRow), limit);
}

const toRow = (row: Row): RowBody => ({
  id: row.id,
  state: row.state,
  totalFen: Number(row.total_fen),
  quantity: row.quantity,
  title: row.title,
  imageUrl: row.image_url,
  maskedName: maskName(row.name),
  maskedPhone: maskPhone(row.phone),
  createdAt: row.created_at.toISOString(),
  paidAt: row.paid_at?.toISOString() ?? null,
});

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
  return {
    userId,
    order,
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
