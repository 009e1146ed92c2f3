import Taro from '@tarojs/taro';
import type { RouteOk } from '@jishi/contract/routes';
import { queryClient } from './queries';
import { keys } from './queryKeys';

const CART_TAB = 2;

/**
 * Writes the number of units in the cart on its tab. Super-apps refuse it while a page without tabs is on screen, so
 * tab pages call it in `useDidShow`; while one is on screen, every new answer about the cart does.
 */
export function showCartBadge(): void {
  const count = queryClient.getQueryData<RouteOk<'GET /api/cart'>>(keys.cart)?.count;
  if (count === undefined) return;
  const isDone =
    count > 0
      ? Taro.setTabBarBadge({ index: CART_TAB, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index: CART_TAB });
  isDone.catch(() => undefined);
}

/** Puts the server's newest word about the cart where every page reads it. */
export function setCart(cart: RouteOk<'GET /api/cart'>): void {
  queryClient.setQueryData(keys.cart, cart);
}

/** Once, from app.tsx. */
export function wireCartBadge(): void {
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryKey[0] === keys.cart[0]) showCartBadge();
  });
}
