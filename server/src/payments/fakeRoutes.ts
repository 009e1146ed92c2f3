import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { AppError } from '../errors';
import { behave, fakeTradeOwner, listFakeRefunds, payFakeTrade, settleFakeRefunds } from '../platform/fakeActs';
import { readFakeTrade } from '../platform/fakeBooks';
import { fakeNotice, type FakeLie } from '../platform/fakeNotices';
import type { RefundReport, TradeReport } from '../platform/types';

/** Which callbacks the fake platform sends. `none` is one that never comes: only a query tells. */
const Notice = z.enum(['once', 'twice', 'none', 'forged', 'wrong_amount', 'wrong_app']).default('once');

/** What the payer does at the simulated cashier, and how the fake platform then behaves. */
const Act = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('pay'),
    notice: Notice,
    /** The platform takes the money although the trade was closed a moment ago. */
    isLate: z.boolean().default(false),
  }),
  z.object({ action: z.literal('cancel') }),
  /** Says everything about the trade and its refunds again, late and out of order. */
  z.object({ action: z.literal('notify'), notice: Notice }),
  z.object({ action: z.literal('settle_refunds'), outcome: z.enum(['succeeded', 'failed']), notice: Notice }),
  z.object({
    action: z.literal('behave'),
    lost: z.int().min(0).max(100).optional(),
    refunds: z.enum(['succeed', 'process', 'fail']).optional(),
    bill: z.enum(['as_is', 'omitted', 'altered']).optional(),
  }),
]);

/** `POST /fake/trades/:tradeNo`: exists only with the fake platform, which production refuses. */
export function registerFakePlatform(app: FastifyInstance, ctx: Context): void {
  app.post('/fake/trades/:tradeNo', async (request) => {
    const { tradeNo } = request.params as { tradeNo: string };
    const result = Act.safeParse(request.body);
    if (!result.success) throw new AppError('invalid_request');
    const act = result.data;
    if (!(await fakeTradeOwner(ctx.db, tradeNo))) throw new AppError('not_found');
    if (act.action === 'behave') await behave(ctx.db, tradeNo, act);
    const said = await happen(ctx, tradeNo, act);
    if ('notice' in act) for (const report of said) await notify(app, ctx, report, act.notice);
    return { state: (await readFakeTrade(ctx.db, tradeNo)).state };
  });
}

/** Answers what the platform has to say about it. */
async function happen(
  ctx: Context,
  tradeNo: string,
  act: z.output<typeof Act>,
): Promise<(TradeReport | RefundReport)[]> {
  switch (act.action) {
    case 'pay': {
      const report = await payFakeTrade(ctx.db, tradeNo, ctx.now(), act.isLate);
      return report.state === 'paid' ? [report] : [];
    }
    case 'settle_refunds':
      return settleFakeRefunds(ctx.db, tradeNo, ctx.now(), act.outcome);
    case 'notify': {
      const trade = await readFakeTrade(ctx.db, tradeNo);
      const refunds = await listFakeRefunds(ctx.db, tradeNo);
      return trade.state === 'open' ? refunds : [...refunds, trade];
    }
    default:
      return [];
  }
}

/** Through the real route, signature check and all. */
async function notify(
  app: FastifyInstance,
  ctx: Context,
  report: TradeReport | RefundReport,
  kind: z.output<typeof Notice>,
): Promise<void> {
  if (kind === 'none') return;
  const { platform, appId } = (await fakeTradeOwner(ctx.db, report.tradeNo))!;
  const lie: FakeLie = {
    appId: kind === 'wrong_app' ? `${appId}x` : appId,
    forged: kind === 'forged',
    ...(kind === 'wrong_amount' && { fen: 1 }),
  };
  const { headers, body } = fakeNotice(ctx.env.fakeSecret, report, lie);
  for (let count = kind === 'twice' ? 2 : 1; count > 0; count--) {
    await app.inject({ method: 'POST', url: `/notify/${platform}`, headers, payload: body });
  }
}
