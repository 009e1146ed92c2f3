import type { PaymentState } from '@jishi/contract/plain/payments';
import type { Context } from '../context';
import { AppError } from '../errors';
import type { OpenPayment } from './checkPayment';
import { settlePayment } from './settlePayment';

/**
 * Closes a payment, at its platform first: answers what it is then, which is `paid` when the payer was faster.
 * Throws `platform_unavailable`, also when the platform would still take the money; `isForOrder`: unless it is one that
 * closes no trade before its time, for then the order would not close either. The late money goes back.
 */
export async function closeTrade(
  ctx: Context,
  payment: OpenPayment,
  { isForOrder = false } = {},
): Promise<PaymentState | null> {
  const adapter = ctx.platforms[payment.platform];
  const report = await adapter.closePayment({
    appId: payment.app_id,
    tradeNo: payment.trade_no,
  });
  const mayStayOpen = isForOrder && adapter.closesByItself;
  if (report.state === 'open' && !mayStayOpen) throw new AppError('platform_unavailable');
  return settlePayment(ctx, report, 'close');
}
