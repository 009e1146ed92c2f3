import { sql, type Tx } from '../db/db';
import { lockPeople } from './placeCustomers';
import { readLogs } from './readLogs';
import { decideOrder } from './replay';
import { readRules } from './rules';

interface OrderRow {
  totalFen: string;
  createdAt: Date;
  paidAt: Date;
}

/** Decides whose a paid order is, once. Nothing is written for a person whom no code and no guide ever met. */
export async function attributeOrder(tx: Tx, userId: string, orderId: string): Promise<void> {
  // merged meanwhile: the job for their new number does it
  if ((await lockPeople(tx, [userId])).length === 0) return;
  const [order] = await tx.query<OrderRow>(
    sql.named(
      'staff.paidOrder',
    )`select total_fen as "totalFen", created_at as "createdAt", paid_at as "paidAt" from orders
      where user_id = ${userId} and order_id = ${orderId} and paid_at is not null`,
  );
  if (!order) return;
  const log = (await readLogs(tx, [userId])).get(userId)!;
  const owner = decideOrder(log, await readRules(tx), { orderId, placedAt: order.createdAt });
  if (!owner) return;
  const { employeeId, storeId, token, touchId, reason, commissionPermille } = owner;
  await tx.query(
    sql.named(
      'staff.decide',
    )`insert into order_guides (user_id, order_id, employee_id, store_id, token, touch_id, reason,
        amount_fen, commission_permille, placed_at, paid_at)
      values (${userId}, ${orderId}, ${employeeId}, ${storeId}, ${token}, ${touchId}, ${reason}, ${order.totalFen},
        ${commissionPermille}, ${order.createdAt}, ${order.paidAt})
      on conflict (user_id, order_id) do nothing`,
  );
}
