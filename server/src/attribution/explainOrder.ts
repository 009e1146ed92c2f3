import type { z } from 'zod';
import type { AttributionExplanation } from '@jishi/contract/admin/attribution';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { explainWords } from './explainWords';
import { readLogs } from './readLogs';
import { readNames, type Names } from './readNames';
import { decideOrder, type Owner, type Step } from './replay';
import { readRules, rulesAt } from './rules';
import { rulesBody } from './rulesBody';

type Explanation = z.output<typeof AttributionExplanation>;

export interface OrderFacts {
  userId: string;
  amountFen: string;
  refundedFen: string;
  placedAt: Date;
  paidAt: Date | null;
}

/**
 * Whose an order is, and why: the rules of the moment, and what each scan and each hand-over before it did. Throws
 * `not_found` for none, and for one that is not of these stores; null: of all.
 */
export async function explainOrder(
  ctx: Context,
  orderId: string,
  storeIds: readonly string[] | null,
): Promise<Explanation> {
  const order = await readOrder(ctx.db, orderId);
  if (!order) throw new AppError('not_found');
  const decided = await readOwner(ctx.db, order.userId, orderId);
  if (storeIds !== null && !storeIds.includes(decided?.storeId ?? '')) throw new AppError('not_found');
  const rules = await readRules(ctx.db);
  const log = (await readLogs(ctx.db, [order.userId])).get(order.userId)!;
  const decision = decideOrder(log, rules, { orderId, placedAt: order.placedAt });
  const names = await readNames(ctx.db, decision, decided);
  const state = order.paidAt === null ? 'unpaid' : decision && !decided ? 'waiting' : 'decided';
  return {
    order: {
      id: orderId,
      amountFen: Number(order.amountFen),
      refundedFen: Number(order.refundedFen),
      placedAt: order.placedAt.toISOString(),
      paidAt: order.paidAt?.toISOString() ?? null,
    },
    state,
    reason: state === 'decided' ? (decided?.reason ?? 'none') : null,
    owner: decided && decided.employeeId !== null ? ownerBody(decided, names) : null,
    rules: rulesBody(decision?.rules ?? rulesAt(rules, order.placedAt)),
    steps: decision?.steps.map((step) => stepBody(step, names)) ?? [],
    words: explainWords({ order, state, decided, decision, names }),
  };
}

async function readOrder(db: Queryable, orderId: string): Promise<OrderFacts | undefined> {
  const [row] = await db.query<OrderFacts>(
    sql`select o.user_id as "userId", o.total_fen as "amountFen", o.created_at as "placedAt", o.paid_at as "paidAt",
        coalesce((select sum(r.amount_fen) from refunds r where r.user_id = o.user_id and r.order_id = o.order_id
          and r.state = 'succeeded' and r.ref not like 'late:%'), 0)::bigint as "refundedFen"
      from order_owners w join orders o on o.user_id = w.user_id and o.order_id = w.order_id where w.order_id = ${orderId}`,
  );
  return row;
}

async function readOwner(db: Queryable, userId: string, orderId: string): Promise<Owner | null> {
  const [row] = await db.query<Owner>(
    sql`select employee_id as "employeeId", store_id as "storeId", token, touch_id as "touchId", reason,
        commission_permille as "commissionPermille"
      from order_guides where user_id = ${userId} and order_id = ${orderId}`,
  );
  return row ?? null;
}

const ownerBody = ({ employeeId, storeId, token, commissionPermille }: Owner, names: Names) => ({
  employeeId: employeeId!,
  name: names.employee(employeeId),
  storeId,
  storeName: storeId === null ? null : names.store(storeId),
  token,
  codeName: token === null ? null : names.code(token),
  commissionPermille,
});

const stepBody = ({ entry, belonging, touch, holderId }: Step, names: Names): Explanation['steps'][number] => ({
  at: entry.at.toISOString(),
  kind: entry.kind,
  employee: entry.employeeId === null ? null : { id: entry.employeeId, name: names.employee(entry.employeeId) },
  from: entry.fromEmployeeId === null ? null : { id: entry.fromEmployeeId, name: names.employee(entry.fromEmployeeId) },
  holder: holderId === null ? null : { id: holderId, name: names.employee(holderId) },
  token: entry.token,
  codeName: entry.token === null ? null : names.code(entry.token),
  isOwn: entry.isOwn,
  belonging,
  touch,
});
