import type { z } from 'zod';
import type { Order, OrderLine } from '@jishi/contract/orders';
import type { CancelReason, CloseReason, Fulfilment, OrderState } from '@jishi/contract/plain/orders';
import type { PaymentState } from '@jishi/contract/plain/payments';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readCursor, writeCursor } from '../products/cursor';

export type OrderBody = z.output<typeof Order>;
export type LineBody = z.output<typeof OrderLine>;

interface OrderRow {
  id: string;
  state: OrderState;
  close_reason: CloseReason | null;
  cancel_reason: CancelReason | null;
  breakdown: OrderBody['breakdown'];
  fulfilment: Fulfilment;
  store: OrderBody['pickup'];
  pickup_code: string | null;
  invoice: OrderBody['invoice'];
  goods_fen: string;
  shipping_fen: string;
  discount_fen: string;
  total_fen: string;
  address: OrderBody['address'];
  note: string;
  created_at: Date;
  expires_at: Date;
  paid_at: Date | null;
  shipped_at: Date | null;
  done_at: Date | null;
  closed_at: Date | null;
  payment_state: PaymentState | null;
}

type LineRow = Omit<LineBody, 'unitFen' | 'totalFen'> & { orderId: string; unitFen: string; totalFen: string };

const COLUMNS = `order_id as id, state, close_reason, goods_fen, shipping_fen, discount_fen, total_fen, address, note,
  created_at, expires_at, paid_at, shipped_at, done_at, closed_at, cancel_reason, breakdown, fulfilment, store, pickup_code,
  invoice,
  (select p.state from payments p where p.user_id = orders.user_id and p.order_id = orders.order_id
    order by p.paid_at is null, p.state <> 'paid', p.payment_id desc limit 1) as payment_state`;

/** One order of a person; throws `not_found` for another's, and for one that they deleted. */
export function getOrder(db: Queryable, userId: string, orderId: string): Promise<OrderBody> {
  return readOrder(db, userId, orderId, false);
}

/** Likewise for the shop's people, who also see what the shopper deleted. */
export function getKeptOrder(db: Queryable, userId: string, orderId: string): Promise<OrderBody> {
  return readOrder(db, userId, orderId, true);
}

async function readOrder(db: Queryable, userId: string, orderId: string, withDeleted: boolean): Promise<OrderBody> {
  const [row] = await db.query<OrderRow>({
    name: 'orders.get',
    text: `select ${COLUMNS} from orders where (hidden_at is null or $3) and user_id = $1 and order_id = $2`,
    values: [userId, orderId, withDeleted],
  });
  if (!row) throw new AppError('not_found');
  const lines = await readLines(db, userId, [row.id]);
  return toOrder(row, lines);
}

/** A person's orders, newest first. */
export async function listOrders(
  db: Queryable,
  userId: string,
  query: { state?: OrderState; limit: number; cursor?: string },
): Promise<{ items: OrderBody[]; nextCursor: string | null }> {
  const after = readCursor(query.cursor);
  const rows = await db.query<OrderRow>({
    text: `select ${COLUMNS} from orders
      where user_id = $1 and hidden_at is null and ($2::text is null or state = $2) and ($3::bigint is null or order_id < $3)
      order by order_id desc limit $4`,
    values: [userId, query.state ?? null, after?.[1] ?? null, query.limit + 1],
  });
  const page = rows.slice(0, query.limit);
  const lines = await readLines(
    db,
    userId,
    page.map((row) => row.id),
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => toOrder(row, lines)),
    nextCursor: rows.length > query.limit && last ? writeCursor(['0', last.id]) : null,
  };
}

/** How many orders of a person stand in each state. */
export async function countOrders(db: Queryable, userId: string): Promise<Record<OrderState, number>> {
  const rows = await db.query<{ state: OrderState; n: number }>(
    sql.named('orders.count')`select state, count(*)::int as n from orders
      where user_id = ${userId} and hidden_at is null group by state`,
  );
  const counts = { unpaid: 0, paid: 0, shipped: 0, done: 0, closed: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

async function readLines(db: Queryable, userId: string, orderIds: string[]): Promise<LineRow[]> {
  if (orderIds.length === 0) return [];
  return db.query<LineRow>(
    sql.named('orders.lines')`select order_id as "orderId", sku_id as "skuId", product_id as "productId", title,
        option_text as "optionText", image_url as "imageUrl", unit_fen as "unitFen", quantity, total_fen as "totalFen"
      from order_lines where user_id = ${userId} and order_id = any(${orderIds}::bigint[]) order by line_id`,
  );
}

function toOrder(row: OrderRow, lines: LineRow[]): OrderBody {
  return {
    id: row.id,
    state: row.state,
    closeReason: row.close_reason,
    cancelReason: row.cancel_reason,
    breakdown: row.breakdown,
    fulfilment: row.fulfilment,
    pickup: row.store && { ...row.store, code: row.pickup_code },
    invoice: row.invoice,
    lines: lines
      .filter((line) => line.orderId === row.id)
      .map(({ orderId: _, ...line }) => ({ ...line, unitFen: Number(line.unitFen), totalFen: Number(line.totalFen) })),
    goodsFen: Number(row.goods_fen),
    shippingFen: Number(row.shipping_fen),
    discountFen: Number(row.discount_fen),
    totalFen: Number(row.total_fen),
    address: row.address,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    paidAt: row.paid_at?.toISOString() ?? null,
    shippedAt: row.shipped_at?.toISOString() ?? null,
    doneAt: row.done_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    paymentState: row.payment_state,
  };
}
