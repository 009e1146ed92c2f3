import type { z } from 'zod';
import type { staffRoutes } from '@jishi/contract/staff';
import type { Context } from '../context';
import type { Guide } from './guideOf';
import { readTimeCursor, timeCursor } from './timeCursor';

type Query = z.output<(typeof staffRoutes)['GET /api/staff/orders']['query']>;

interface Row {
  orderId: string;
  title: string;
  units: number;
  pictureUrl: string | null;
  amountFen: string;
  refundedFen: string;
  permille: number;
  paidAt: Date;
  reason: 'touch' | 'belongs' | 'own';
}

/** The orders that count for a guide, by the time of payment, newest first. Nothing in them says whose they are. */
export async function listOwnOrders(ctx: Context, { employeeId }: Guide, { limit, cursor }: Query) {
  const { at, id } = readTimeCursor(cursor);
  const rows = await ctx.db.query<Row>({
    text: `select g.order_id as "orderId", l.title, l.units, l.picture as "pictureUrl", g.amount_fen as "amountFen",
        coalesce(r.fen, 0) as "refundedFen", g.commission_permille as permille, g.paid_at as "paidAt", g.reason
      from order_guides g
        cross join lateral (select (array_agg(title order by line_id))[1] as title, sum(quantity)::int as units,
          (array_agg(image_url order by line_id))[1] as picture
          from order_lines where user_id = g.user_id and order_id = g.order_id) l
        left join lateral (select sum(amount_fen) as fen from refunds
          where user_id = g.user_id and order_id = g.order_id and state = 'succeeded' and ref not like 'late:%') r on true
      where g.employee_id = $1 and ($2::timestamptz is null or (g.paid_at, g.order_id) < ($2, $3::bigint))
      order by g.paid_at desc, g.order_id desc limit $4`,
    values: [employeeId, at, id, limit + 1],
  });
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(({ title, units, amountFen, refundedFen, permille, paidAt, ...row }) => {
      const left = Number(amountFen) - Number(refundedFen);
      return {
        ...row,
        words: units > 1 ? `${title} 等 ${units} 件` : title,
        amountFen: Number(amountFen),
        refundedFen: Number(refundedFen),
        commissionFen: row.reason === 'own' ? 0 : Math.floor((left * permille) / 1000),
        paidAt: paidAt.toISOString(),
      };
    }),
    nextCursor: rows.length > limit ? timeCursor(last!.paidAt, last!.orderId) : null,
  };
}
