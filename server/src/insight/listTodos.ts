import type { z } from 'zod';
import type { Board } from '@jishi/contract/admin/board';
import { LOW_STOCK, PICKUP_DAYS, SHIP_HOURS, type TodoKind } from '@jishi/contract/plain/board';
import type { Role } from '@jishi/contract/plain/roles';
import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { sql, type Statement } from '../db/db';

type Todo = z.output<typeof Board>['todos'][number];

/** One thing that may wait: who does it, and how it is counted. */
interface Kind {
  roles: readonly Role[];
  count(now: Date, storeIds: string[] | null): Statement;
}

interface Count {
  count: number;
  lateCount: number;
  lateSince: Date | null;
}

const HOUR_MS = 3_600_000;
const shop = ['owner', 'operator'] as const;
const counter = [...shop, 'store_manager', 'staff'] as const;

const KINDS: Record<TodoKind, Kind> = {
  ship: {
    roles: shop,
    count: (now) => sql`select count(*)::int as count, count(*) filter (where late.since <= ${now})::int as "lateCount",
        min(late.since) filter (where late.since <= ${now}) as "lateSince"
      from orders o cross join lateral (select o.paid_at + make_interval(hours => ${SHIP_HOURS}::int) as since) late
      where o.state = 'paid' and o.fulfilment = 'delivery'`,
  },
  answer: { roles: [...shop, 'store_manager'], count: (now, storeIds) => aftersalesIn('requested', now, storeIds) },
  receive: { roles: counter, count: (now, storeIds) => aftersalesIn('returning', now, storeIds) },
  pickup: {
    roles: counter,
    count: (now, storeIds) => sql`select count(*)::int as count,
        count(*) filter (where late.since <= ${now})::int as "lateCount",
        min(late.since) filter (where late.since <= ${now}) as "lateSince"
      from orders o cross join lateral (select o.paid_at + make_interval(days => ${PICKUP_DAYS}::int) as since) late
      where o.state = 'paid' and o.fulfilment = 'pickup'
        and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))`,
  },
  // money that did not move by itself is late as soon as it is known
  refund: {
    roles: shop,
    count: () => sql`select count(*)::int as count, count(*)::int as "lateCount",
        min(coalesce(settled_at, created_at)) as "lateSince"
      from refunds where state = 'failed'`,
  },
  bill: {
    roles: shop,
    count: (now) => sql`select count(*)::int as count, count(*)::int as "lateCount", min(compared_at) as "lateSince"
      from bills where difference_count > 0 and compared_at > ${new Date(now.getTime() - 7 * 24 * HOUR_MS)}`,
  },
  report: {
    roles: shop,
    count: () => sql`select count(*)::int as count, count(*)::int as "lateCount", min(created_at) as "lateSince"
      from shipping_reports where state = 'failed'`,
  },
  stock: {
    roles: [...shop, 'marketer'],
    count: () => sql`select count(distinct p.product_id)::int as count, 0 as "lateCount", null as "lateSince"
      from stock s join skus k on k.sku_id = s.sku_id join products p on p.product_id = k.product_id
      where s.on_hand - s.reserved <= ${LOW_STOCK}::int and k.state = 'on_shelf' and p.state = 'on_shelf'`,
  },
};

const aftersalesIn = (state: 'requested' | 'returning', now: Date, storeIds: string[] | null) =>
  sql`select count(*)::int as count, count(*) filter (where s.due_at <= ${now})::int as "lateCount",
      min(s.due_at) filter (where s.due_at <= ${now}) as "lateSince"
    from aftersales s join orders o on o.user_id = s.user_id and o.order_id = s.order_id
    where s.state = ${state} and (${storeIds}::text[] is null or o.store ->> 'storeId' = any(${storeIds}::text[]))`;

/** What waits for somebody of this role, in their stores; what is late longest first, then the most. */
export async function listTodos(ctx: Pick<Context, 'db' | 'now'>, actor: Pick<Actor, 'role' | 'storeIds'>) {
  const now = ctx.now();
  const todos: (Todo & { since: number })[] = [];
  for (const [kind, { roles, count }] of Object.entries(KINDS) as [TodoKind, Kind][]) {
    if (!roles.includes(actor.role)) continue;
    const [row] = await ctx.db.query<Count>(count(now, actor.storeIds));
    const { lateSince, ...counts } = row!;
    if (counts.count === 0) continue;
    todos.push({
      kind,
      ...counts,
      lateSince: lateSince?.toISOString() ?? null,
      since: lateSince?.getTime() ?? Infinity,
    });
  }
  return todos
    .sort((a, b) => (a.since === b.since ? b.count - a.count : a.since - b.since))
    .map(({ since: _, ...todo }): Todo => todo);
}
