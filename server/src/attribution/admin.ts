import type { adminAttributionRoutes } from '@jishi/contract/admin/attribution';
import type { AdminHandlers } from '../adminHttp';
import { explainOrder } from './explainOrder';
import { exportResults } from './exportResults';
import { giveCustomers } from './giveCustomers';
import { addRules, readRules } from './rules';
import { rulesBody } from './rulesBody';
import { sumResults } from './sumResults';

interface Span {
  from: string;
  to: string;
}
const instants = ({ from, to }: Span) => ({ from: new Date(from), to: new Date(to) });

export const adminAttributionHandlers: AdminHandlers<typeof adminAttributionRoutes> = {
  'GET /admin/attribution-rules': async (ctx) => {
    const [current, ...history] = (await readRules(ctx.db)).reverse().map(rulesBody);
    return { current: current!, history };
  },
  'PUT /admin/attribution-rules': async (ctx, { actor, body }) => {
    const { before, after } = await addRules(ctx, actor.employeeId, body);
    const { since: _, ...was } = rulesBody(before);
    return { answer: rulesBody(after), target: 'attribution rules', before: was, after: body };
  },
  'GET /admin/orders/:orderId/attribution': (ctx, { actor, params }) =>
    explainOrder(ctx, params.orderId, actor.storeIds),
  'POST /admin/hand-overs': async (ctx, { actor, body }) => {
    const answer = await giveCustomers(ctx, actor, body);
    const after = { employeeId: body.toEmployeeId, ...answer };
    return { answer, target: `employee ${body.fromEmployeeId}`, before: null, after };
  },
  'GET /admin/staff-results': (ctx, { actor, query }) =>
    sumResults(ctx.db, { ...instants(query), by: query.by, storeIds: actor.storeIds }),
  'GET /admin/staff-results/export': async (ctx, { actor, query }) => {
    const filter = { ...instants(query), by: query.by, storeIds: actor.storeIds };
    const { items, total } = await sumResults(ctx.db, filter);
    return { csv: exportResults(query.by, items, total), count: items.length };
  },
};
