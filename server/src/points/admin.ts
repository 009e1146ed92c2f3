import type { z } from 'zod';
import type { adminPointsRoutes, PointsRules as RulesBody } from '@jishi/contract/admin/points';
import type { AdminHandlers } from '../adminHttp';
import { adjustPoints } from './adjust';
import { readMemberLedger } from './memberLedger';
import { addRules, FIRST_RULES, listRules, type PointsRules } from './rules';

/** As the console has them; the built-in ones hold since ever. */
const rulesBody = ({ createdAt, ...rules }: PointsRules): z.output<typeof RulesBody> => ({
  ...rules,
  since: createdAt <= FIRST_RULES.createdAt ? null : createdAt.toISOString(),
});

export const adminPointsHandlers: AdminHandlers<typeof adminPointsRoutes> = {
  'GET /admin/points-rules': async (ctx) => {
    const [current, ...history] = (await listRules(ctx.db)).map(rulesBody);
    return { current: current!, history };
  },
  'PUT /admin/points-rules': async (ctx, { actor, body }) => {
    const { before, after } = await addRules(ctx, actor.employeeId, body);
    const { since: _, ...was } = rulesBody(before);
    return { answer: rulesBody(after), target: 'points rules', before: was, after: body };
  },
  'GET /admin/members/:userId/ledger': (ctx, { params, query }) => readMemberLedger(ctx, { ...params, ...query }),
  'POST /admin/members/:userId/points-adjustments': async (ctx, { params: { userId }, body }) => {
    const { before, after } = await adjustPoints(ctx, { userId, ...body });
    const { points, reason } = body;
    const { available, frozen } = after;
    return {
      answer: { available, frozen },
      target: `member ${userId}`,
      before: { available: before.available },
      after: { available, points, reason },
    };
  },
};
