import { callNative, callSync, type NativeHost } from './native';
import { ABSENT, afterCashier, readFailure, type CodeTable } from './outcome';
import type { PayIntent, Result } from './types';

/** Douyin's e-commerce plugin, whose order page belongs to the shop that is bound to this app. */
const PLUGIN = 'tt95aee3130ae1cbe911';

/** Before anything was opened: wrong parameters (20000, 20001, 21100), not logged in (21500), no shop bound (21503). */
const SHOP_CODES = { failed: ['20000', '20001', '21100', '21500', '21503'] };

/** Opens the order page of the bound shop. Only the shop knows what is done there, so opening it is `pending`. */
export async function openShopOrder(
  tt: NativeHost,
  codes: CodeTable,
  { shopId, productId, skuId, quantity }: Extract<PayIntent, { kind: 'tt_shop' }>,
): Promise<Result> {
  const plugin = loadPlugin(tt);
  if (!plugin) return { status: 'unsupported', code: ABSENT };
  try {
    await callNative(plugin, 'openEcOrder', { shopId, productId, skuId, skuAmount: quantity });
    return { status: 'pending', code: 'shop' };
  } catch (reason) {
    const failure = readFailure(reason, { ...codes, ...SHOP_CODES });
    const wasOpened = failure.status !== 'unsupported' && !SHOP_CODES.failed.includes(failure.code);
    return wasOpened ? afterCashier(failure) : failure;
  }
}

/** A host too old for the plugin, or an app that was not granted it, throws here. */
function loadPlugin(tt: NativeHost): NativeHost | undefined {
  try {
    return callSync<NativeHost>(tt, 'requirePlugin', PLUGIN);
  } catch {
    return undefined;
  }
}
