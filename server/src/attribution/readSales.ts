import type { ResultKey } from '@jishi/contract/plain/attribution';
import type { Queryable } from '../db/db';
import type { ResultFilter } from './results';

export interface Sales {
  key: string;
  orders: number;
  amountFen: number;
  refundedFen: number;
  commissionFen: number;
}

const KEYS: Record<ResultKey, string> = {
  staff: 'employee_id::text',
  store: 'store_id::text',
  product: 'product_id::text',
  code: 'token',
  day: `to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
};

/**
 * Every payment and every refund of the orders that had one in the time, each with what it changes: `fen`, and the
 * commission as the difference of what it was before and after, so that the days of an order add up to what is left of it.
 */
const MOVES = `touched as (
    select user_id, order_id from orders where paid_at >= $1 and paid_at < $2
    union
    select user_id, order_id from refunds where state = 'succeeded' and settled_at >= $1 and settled_at < $2
  ), owned as (
    select o.user_id, o.order_id, o.paid_at, o.total_fen, g.store_id, g.token, g.commission_permille as permille,
      case when g.reason <> 'own' then g.employee_id end as employee_id
    from touched t
      join orders o on o.user_id = t.user_id and o.order_id = t.order_id
      left join order_guides g on g.user_id = t.user_id and g.order_id = t.order_id
    where o.paid_at is not null
  ), mine as (
    select * from owned where ($3::bigint is null or employee_id = $3) and ($4::bigint is null or store_id = $4)
      and ($5::bigint[] is null or store_id = any($5)) and ($6::boolean or employee_id is not null)
  ), moves as (
    select m.*, m.paid_at as at, m.total_fen as fen, null::bigint as refund_id, '' as ref from mine m
    union all
    select m.*, r.settled_at, -r.amount_fen, r.refund_id, r.ref from mine m
      join refunds r on r.user_id = m.user_id and r.order_id = m.order_id
    where r.state = 'succeeded' and r.settled_at < $2 and r.ref not like 'late:%'
  ), running as (
    select *, sum(fen) over (partition by user_id, order_id order by at, refund_id nulls first rows unbounded preceding)::bigint
        as net, sum(fen) over (partition by user_id, order_id) as rest
    from moves
  ), counted as (
    select *, coalesce(net * permille / 1000 - (net - fen) * permille / 1000, 0) as commission,
      case when refund_id is null and (rest > 0 or total_fen = 0) then 1 else 0 end as orders
    from running where at >= $1 and at < $2
  )`;

/**
 * Each move over the products of its order: a payment by what each line was sold for; a refund by the lines that came back,
 * or like the payment where it names none. Delivery is no product's. Cut so that the parts are the whole to the fen.
 */
const PARTS = `, sold as (
    select l.user_id, l.order_id, l.product_id,
      sum(l.total_fen - coalesce((select sum(a.fen) from order_adjustments a where a.user_id = l.user_id
        and a.order_id = l.order_id and a.line_id = l.line_id), 0))::bigint as fen
    from order_lines l join mine m on m.user_id = l.user_id and m.order_id = l.order_id group by 1, 2, 3
  ), back as (
    select c.user_id, c.order_id, c.refund_id, l.product_id, sum(s.fen)::bigint as fen
    from counted c
      join aftersale_lines s on s.user_id = c.user_id and s.order_id = c.order_id and c.ref = 'aftersale:' || s.aftersale_id
      join order_lines l on l.user_id = s.user_id and l.order_id = s.order_id and l.line_id = s.line_id
    group by 1, 2, 3, 4
  ), weights as (
    select c.user_id, c.order_id, c.refund_id, b.product_id, b.fen from counted c
      join back b on b.user_id = c.user_id and b.order_id = c.order_id and b.refund_id = c.refund_id
    union all
    select c.user_id, c.order_id, c.refund_id, s.product_id, s.fen from counted c
      join sold s on s.user_id = c.user_id and s.order_id = c.order_id
    where not exists (select 1 from back b where b.user_id = c.user_id and b.order_id = c.order_id and b.refund_id = c.refund_id)
  ), rests as (
    select * from weights
    union all
    select c.user_id, c.order_id, c.refund_id, null::bigint,
      case when c.ref like 'aftersale:%' then -c.fen else c.total_fen end - coalesce(sum(w.fen), 0)::bigint
    from counted c left join weights w on w.user_id = c.user_id and w.order_id = c.order_id
      and w.refund_id is not distinct from c.refund_id
    group by c.user_id, c.order_id, c.refund_id, c.ref, c.fen, c.total_fen
  ), cuts as (
    select *, sum(fen) over (partition by user_id, order_id, refund_id order by product_id nulls last
        rows unbounded preceding)::bigint as until,
      nullif(sum(fen) over (partition by user_id, order_id, refund_id), 0)::bigint as whole
    from rests
  ), parts as (
    select c.at, c.employee_id, c.store_id, c.token, c.refund_id, w.product_id,
      case when w.product_id is null then 0 else c.orders end as orders,
      coalesce(c.fen * w.until / w.whole - c.fen * (w.until - w.fen) / w.whole, 0) as fen,
      coalesce(c.commission * w.until / w.whole - c.commission * (w.until - w.fen) / w.whole, 0) as commission
    from counted c join cuts w on w.user_id = c.user_id and w.order_id = c.order_id
      and w.refund_id is not distinct from c.refund_id
  )`;

/** What was sold and what went back of it. By product an order counts once for each that is in it. */
export async function readSales(
  db: Queryable,
  { from, to, by, employeeId, storeId, storeIds }: ResultFilter,
): Promise<Sales[]> {
  const isByProduct = by === 'product';
  const hasNobody = by === 'staff' && employeeId === undefined;
  const rows = await db.query<{ key: string; orders: number; amount: string; refunded: string; commission: string }>({
    text: `with ${MOVES}${isByProduct ? PARTS : ''}
      select coalesce(${KEYS[by]}, '') as key, sum(orders)::int as orders,
        coalesce(sum(fen) filter (where refund_id is null), 0)::bigint as amount,
        coalesce(-sum(fen) filter (where refund_id is not null), 0)::bigint as refunded, sum(commission)::bigint as commission
      from ${isByProduct ? 'parts' : 'counted'} group by 1`,
    values: [from, to, employeeId ?? null, storeId ?? null, storeIds ?? null, hasNobody],
  });
  return rows.map(({ key, orders, amount, refunded, commission }) => ({
    key,
    orders,
    amountFen: Number(amount),
    refundedFen: Number(refunded),
    commissionFen: Number(commission),
  }));
}
