import type { adminPaymentRoutes } from '@jishi/contract/admin/payments';
import type { AdminHandlers } from '../adminHttp';
import { listBills, listDifferences, listNotices } from './readBooks';
import { listRefunds, readPayments, readRefund } from './readPayments';
import { retryRefund } from './retryRefund';

export const adminPaymentHandlers: AdminHandlers<typeof adminPaymentRoutes> = {
  'GET /admin/orders/:orderId/payments': (ctx, { params }) => readPayments(ctx.db, params.orderId),
  'GET /admin/refunds': (ctx, { query }) => listRefunds(ctx.db, query),
  'POST /admin/refunds/:refundId/retry': async (ctx, { params: { refundId } }) => {
    const before = await readRefund(ctx.db, refundId);
    await retryRefund(ctx, refundId);
    const answer = await readRefund(ctx.db, refundId);
    const brief = ({ state, refundNo }: typeof answer) => ({ state, refundNo });
    return { answer, target: `refund ${refundId}`, before: brief(before), after: brief(answer) };
  },
  'GET /admin/payment-notices': (ctx, { query }) => listNotices(ctx.db, query),
  'GET /admin/bills': (ctx, { query }) => listBills(ctx.db, query),
  'GET /admin/bill-differences': (ctx, { query }) => listDifferences(ctx.db, query),
};
