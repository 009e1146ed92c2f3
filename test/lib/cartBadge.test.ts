import Taro from '@tarojs/taro';
import { setCart, showCartBadge, wireCartBadge } from '@/lib/cartBadge';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { cart, cartItem } from '../support/storefront/shopData';

const set = jest.spyOn(Taro, 'setTabBarBadge');
const remove = jest.spyOn(Taro, 'removeTabBarBadge');

beforeAll(wireCartBadge);
beforeEach(() => {
  queryClient.clear();
  set.mockReset().mockResolvedValue({ errMsg: '' });
  remove.mockReset().mockResolvedValue({ errMsg: '' });
});

test('the badge on the cart counts its units, up to 99', () => {
  setCart(cart([cartItem({ quantity: 3 })]));
  expect(set).toHaveBeenLastCalledWith({ index: 2, text: '3' });
  setCart(cart([cartItem({ quantity: 99 }), cartItem({ skuId: '12', quantity: 1 })]));
  expect(set).toHaveBeenLastCalledWith({ index: 2, text: '99+' });
});

test('an empty cart has no badge, and an unknown one is not called empty', () => {
  showCartBadge();
  expect(remove).not.toHaveBeenCalled();
  setCart(cart([]));
  expect(remove).toHaveBeenCalledWith({ index: 2 });
});

test('a page without tabs refuses the badge, and the cart is kept for the next tab page', async () => {
  set.mockRejectedValue({ errMsg: 'setTabBarBadge:fail not TabBar page' });
  setCart(cart([cartItem()]));
  await new Promise(process.nextTick);
  expect(queryClient.getQueryData(keys.cart)).toMatchObject({ count: 1 });
});
