import { sql, type Tx } from '../db/db';

/** What an order's points are reckoned from. */
export interface OrderMoney {
  doneAt: Date | null;
  /** For goods, all that was taken off gone. */
  paidFen: number;
  /** Of it, what went back or is on its way. */
  refundedFen: number;
  /** Of what points paid, all and the share of the units that were given back. */
  byPointsFen: number;
  returnedFen: number;
}

interface Row extends Record<'paidFen' | 'refundedFen' | 'byPointsFen' | 'returnedFen', string> {
  doneAt: Date | null;
}

/** With the order's row locked, so that two who reckon do it one after the other. Null for an order that is not there. */
export async function readOrderMoney(tx: Tx, userId: string, orderId: string): Promise<OrderMoney | null> {
  const [order] = await tx.query<{ doneAt: Date | null }>(
    sql`select done_at as "doneAt" from orders where user_id = ${userId} and order_id = ${orderId} for update`,
  );
  if (!order) return null;
  const [row] = await tx.query<Row>(
    sql.named('points.orderMoney')`with off as (
        select line_id, sum(fen) as fen, coalesce(sum(fen) filter (where kind = 'points'), 0) as by_points
        from order_adjustments where user_id = ${userId} and order_id = ${orderId} group by line_id
      ), back as (
        select l.line_id, sum(l.quantity) as quantity from aftersale_lines l
        join aftersales s on s.user_id = l.user_id and s.aftersale_id = l.aftersale_id
        where s.user_id = ${userId} and s.order_id = ${orderId} and s.state in ('refunding', 'done') group by l.line_id
      )
      select coalesce(sum(o.total_fen - coalesce(off.fen, 0)), 0)::bigint as "paidFen",
        coalesce((select sum(goods_fen) from aftersales where user_id = ${userId} and order_id = ${orderId}
          and state in ('refunding', 'done')), 0)::bigint as "refundedFen",
        coalesce(sum(off.by_points), 0)::bigint as "byPointsFen",
        coalesce(sum(div(off.by_points * back.quantity, o.quantity)), 0)::bigint as "returnedFen"
      from order_lines o left join off on off.line_id = o.line_id left join back on back.line_id = o.line_id
      where o.user_id = ${userId} and o.order_id = ${orderId}`,
  );
  return {
    ...order,
    paidFen: Number(row!.paidFen),
    refundedFen: Number(row!.refundedFen),
    byPointsFen: Number(row!.byPointsFen),
    returnedFen: Number(row!.returnedFen),
  };
}
