import type { Queryable } from '../db/db';

/** One that went back whole is none. */
const STAYS = `o.paid_at is not null and (o.total_fen = 0 or o.total_fen > coalesce((select sum(r.amount_fen) from refunds r
  where r.user_id = o.user_id and r.order_id = o.order_id and r.state = 'succeeded' and r.ref not like 'late:%'), 0))`;

/**
 * Paid orders by token. A guide's code has those that the attribution rules gave it, as the results of the staff say; any
 * other code has those of the visits that it began.
 */
export async function countOrders(
  db: Queryable,
  codes: readonly { token: string; employeeId: string | null }[],
): Promise<Map<string, number>> {
  const tokensOf = (isGuides: boolean) =>
    codes.filter(({ employeeId }) => (employeeId !== null) === isGuides).map(({ token }) => token);
  const rows = await db.query<{ token: string; orders: number }>({
    text: `select g.token, count(*)::int as orders from order_guides g
        join orders o on o.user_id = g.user_id and o.order_id = g.order_id
      where g.token = any($1::text[]) and g.employee_id is not null and g.reason <> 'own' and ${STAYS} group by 1
      union all
      select v.code_token, count(*)::int from visits v
        join orders o on o.user_id = v.user_id and o.visit_id = v.visit_id
      where v.code_token = any($2::text[]) and ${STAYS} group by 1`,
    values: [tokensOf(true), tokensOf(false)],
  });
  return new Map(rows.map(({ token, orders }) => [token, orders]));
}
