import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { AppError } from '../errors';
import { actOnFakeTrade, fakeNotice } from '../platform/fake';

/**
 * What the payer does at the simulated cashier, and how the fake platform then behaves: `notice` says which callbacks
 * it sends before it answers. `none` is a callback that never comes: only a query tells.
 */
const Act = z.object({
  action: z.enum(['pay', 'cancel']),
  notice: z.enum(['once', 'twice', 'none', 'forged', 'wrong_amount']).default('once'),
  /** The platform takes the money although the trade was closed a moment ago. */
  isLate: z.boolean().default(false),
});

/** `POST /fake/trades/:tradeNo`: exists only with the fake platform, which production refuses. */
export function registerFakePlatform(app: FastifyInstance, ctx: Context): void {
  app.post('/fake/trades/:tradeNo', async (request) => {
    const { tradeNo } = request.params as { tradeNo: string };
    const act = Act.safeParse(request.body);
    if (!act.success) throw new AppError('invalid_request');
    const report = await actOnFakeTrade(ctx.db, tradeNo, act.data);
    if (!report) throw new AppError('not_found');
    if (act.data.action === 'pay' && report.state === 'paid') await notify(app, ctx, report, act.data.notice);
    return { state: report.state };
  });
}

async function notify(
  app: FastifyInstance,
  ctx: Context,
  report: Parameters<typeof fakeNotice>[1],
  kind: z.output<typeof Act>['notice'],
): Promise<void> {
  if (kind === 'none') return;
  const lie = { forged: kind === 'forged', ...(kind === 'wrong_amount' && { amountFen: 1 }) };
  const { headers, body } = fakeNotice(ctx.env.fakeSecret, report, lie);
  for (let count = kind === 'twice' ? 2 : 1; count > 0; count--) {
    // through the real route, signature check and all
    await app.inject({ method: 'POST', url: '/notify/h5', headers, payload: body });
  }
}
