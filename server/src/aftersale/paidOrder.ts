import type { Fulfilment, OrderState } from '@jishi/contract/plain/orders';
import { AFTERSALE_DAYS, AFTERSALE_WAYS, type AftersaleKind } from '@jishi/contract/plain/aftersales';
import type { OrderBody } from '../orders/readOrder';
import { sql, type Queryable, type Tx } from '../db/db';
import { AppError } from '../errors';
import { unitsLeft, worthOf, type PaidLine, type WorthLine } from './worth';

const DAY_MS = 86_400_000;

/** An order as its after-sale sees it. */
export interface PaidOrder {
  orderId: string;
  state: OrderState;
  fulfilment: Fulfilment;
  shippingFen: number;
  doneAt: Date | null;
  store: OrderBody['pickup'];
  address: OrderBody['address'];
}

interface OrderRow extends Omit<PaidOrder, 'shippingFen'> {
  shippingFen: string;
}

interface LineRow {
  skuId: string;
  lineId: string;
  quantity: number;
  paidFen: string;
  takenUnits: number;
  takenFen: string;
}

/** Throws `not_found`, for another's too and for one that was deleted. */
export async function readPaidOrder(db: Queryable, userId: string, orderId: string): Promise<PaidOrder> {
  const [row] = await db.query<OrderRow>(
    sql`select order_id as "orderId", state, fulfilment, shipping_fen as "shippingFen", done_at as "doneAt", store, address
      from orders where user_id = ${userId} and order_id = ${orderId} and hidden_at is null`,
  );
  return toOrder(row);
}

/** The same, locked: whoever ships it, hands it over or asks for a part of it waits. Deleted or not. */
export async function lockPaidOrder(tx: Tx, userId: string, orderId: string): Promise<PaidOrder> {
  const [row] = await tx.query<OrderRow>(
    sql`select order_id as "orderId", state, fulfilment, shipping_fen as "shippingFen", done_at as "doneAt", store, address
      from orders where user_id = ${userId} and order_id = ${orderId} for update`,
  );
  return toOrder(row);
}

function toOrder(row: OrderRow | undefined): PaidOrder {
  if (!row) throw new AppError('not_found');
  return { ...row, shippingFen: Number(row.shippingFen) };
}

/** What was paid for each line, and what of it is asked back; in the order in which they were bought. */
export async function readPaidLines(db: Queryable, userId: string, orderId: string): Promise<PaidLine[]> {
  const rows = await db.query<LineRow>(
    sql`select l.sku_id as "skuId", l.line_id as "lineId", l.quantity,
        l.total_fen - coalesce((select sum(a.fen) from order_adjustments a
          where a.user_id = l.user_id and a.order_id = l.order_id and a.line_id = l.line_id), 0) as "paidFen",
        coalesce(taken.units, 0)::int as "takenUnits", coalesce(taken.fen, 0) as "takenFen"
      from order_lines l left join lateral (
        select sum(t.quantity) as units, sum(t.max_fen) as fen
        from aftersale_lines t join aftersales s on s.user_id = t.user_id and s.aftersale_id = t.aftersale_id
        where t.user_id = l.user_id and t.order_id = l.order_id and t.line_id = l.line_id
          and s.state not in ('rejected', 'withdrawn')
      ) taken on true
      where l.user_id = ${userId} and l.order_id = ${orderId} order by l.line_id`,
  );
  return rows.map((row) => ({ ...row, paidFen: Number(row.paidFen), takenFen: Number(row.takenFen) }));
}

/** Until when a done order can be asked back. */
export function askableUntil({ doneAt }: Pick<PaidOrder, 'doneAt'>): Date | null {
  return doneAt && new Date(doneAt.getTime() + AFTERSALE_DAYS * DAY_MS);
}

/** In which ways the order can be asked back at a moment. */
export function waysBack(order: PaidOrder, lines: readonly PaidLine[], now: Date): readonly AftersaleKind[] {
  const until = askableUntil(order);
  if (until && until < now) return [];
  return lines.some((line) => unitsLeft(line) > 0) ? (AFTERSALE_WAYS[order.state] ?? []) : [];
}

/** Throws `order_state` where there is no such way back from the order as it stands, `aftersale_over` when too late. */
export function refuseWay(order: PaidOrder, kind: AftersaleKind, now: Date): void {
  if (!AFTERSALE_WAYS[order.state]?.includes(kind)) throw new AppError('order_state', { state: order.state });
  const until = askableUntil(order);
  if (until && until < now) throw new AppError('aftersale_over', { until: until.toISOString() });
}

/** What the asked units are worth. Throws `aftersale_units` (details: `skuIds`) for more than are left. */
export function worthOfUnits(
  lines: readonly PaidLine[],
  asked: readonly { skuId: string; quantity: number }[],
): WorthLine[] {
  const left = (skuId: string) => lines.find((line) => line.skuId === skuId);
  const tooMany = asked.filter(({ skuId, quantity }) => {
    const line = left(skuId);
    return !line || quantity > unitsLeft(line);
  });
  if (tooMany.length > 0) throw new AppError('aftersale_units', { skuIds: tooMany.map(({ skuId }) => skuId) });
  return asked.map(({ skuId, quantity }) => {
    const line = left(skuId)!;
    return { skuId, lineId: line.lineId, quantity, fen: worthOf(line, quantity) };
  });
}

/** Whether nothing is left to be shipped once these units are gone: then the shipping goes back too. */
export function shippingOf(order: PaidOrder, lines: readonly PaidLine[], asked: readonly WorthLine[]): number {
  if (order.state !== 'paid') return 0;
  const isAll = lines.every((line) => {
    const units = asked.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0;
    return unitsLeft(line) === units;
  });
  return isAll ? order.shippingFen : 0;
}
