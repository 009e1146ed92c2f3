import { checkPayment, createPayment } from '@/api/orders';
import { isUndecided } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { randomId } from '@/lib/randomId';
import { platform } from '@/platform';
import type { Result } from '@/platform/types';
import { openFakeCashier } from './fakeCashier';

/** `result`: the cashier was used, the server is to be asked. The others: it was not, the order still waits. */
export type PayOutcome = 'result' | 'cancelled' | 'unavailable';

const paymentKeys = new Map<string, string>();
const running = new Map<string, Promise<PayOutcome>>();

/**
 * Opens the cashier for an unpaid order. A second tap joins the first. Throws ApiError when no payment could be
 * started; from the cashier on it always resolves.
 */
export function payOrder(orderId: string): Promise<PayOutcome> {
  const known = running.get(orderId);
  if (known) return known;
  const started = pay(orderId).finally(() => running.delete(orderId));
  running.set(orderId, started);
  return started;
}

async function pay(orderId: string): Promise<PayOutcome> {
  const { intent } = await startPayment(orderId);
  const result: Result = intent.kind === 'fake' ? await openFakeCashier(intent) : await platform.pay(intent);
  if (result.status === 'ok' || result.status === 'pending') return 'result';
  // the phone says it was not paid; only the server knows
  const isPaid = await wasPaid(orderId);
  if (isPaid) return 'result';
  return result.status === 'cancelled' ? 'cancelled' : 'unavailable';
}

async function startPayment(orderId: string) {
  const key = paymentKeys.get(orderId) ?? randomId();
  paymentKeys.set(orderId, key);
  try {
    const payment = await createPayment(orderId, key);
    paymentKeys.delete(orderId);
    return payment;
  } catch (error) {
    // a payment that may exist is asked for again under the same key
    if (!isUndecided(error)) paymentKeys.delete(orderId);
    throw error;
  }
}

async function wasPaid(orderId: string): Promise<boolean> {
  try {
    const order = await checkPayment(orderId);
    queryClient.setQueryData(keys.order(orderId), order);
    return order.paidAt !== null;
  } catch {
    // the page that follows asks again
    return false;
  }
}
