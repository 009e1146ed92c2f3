import type { PlaceOrder } from '@/api/orders';
import { isUndecided } from '@/lib/apiError';
import { randomId } from '@/lib/randomId';
import { placeOrder } from '@/api/orders';
import { platform } from '@/platform';

const STORAGE_KEY = 'jishi.checkout';
/** Well inside the time in which an unpaid order closes: after it, the same items are a new wish. */
const LIFE_MS = 15 * 60_000;

/** An order that was sent and of which nobody knows whether it arrived. */
export interface CheckoutIntent {
  key: string;
  body: PlaceOrder;
  madeAt: number;
}

/** The unanswered intent for these items, also after a reload. */
export function unansweredIntent(items: PlaceOrder['items']): CheckoutIntent | null {
  try {
    const kept = JSON.parse(platform.readText(STORAGE_KEY) ?? 'null') as CheckoutIntent | null;
    if (!kept || Date.now() - kept.madeAt > LIFE_MS) return null;
    return JSON.stringify(kept.body.items) === JSON.stringify(items) ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Places the order, or asks once more for the one that was sent before: with the same key and the same content until
 * the server has answered for good, so that a lost answer never makes a second order. Throws ApiError.
 */
export async function sendIntent(body: PlaceOrder): ReturnType<typeof placeOrder> {
  const intent = unansweredIntent(body.items) ?? { key: randomId(), body, madeAt: Date.now() };
  platform.writeText(STORAGE_KEY, JSON.stringify(intent));
  try {
    const order = await placeOrder(intent.body, intent.key);
    platform.removeText(STORAGE_KEY);
    return order;
  } catch (error) {
    if (!isUndecided(error)) platform.removeText(STORAGE_KEY);
    throw error;
  }
}
