import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { bootApp } from '../support/storefront/bootApp';
import { fakeServer } from '../support/storefront/fakeServer';
import { cart, cartItem, shop } from '../support/storefront/shopData';
import { nobody } from '../support/storefront/staffData';

test('the whole app starts, goes into a subpackage, back, and to another tab', async () => {
  const server = fakeServer({
    'GET /api/shop': () => shop,
    'GET /api/cart': () => cart([cartItem({ quantity: 3 })]),
    'GET /api/orders': () => ({ items: [], nextCursor: null }),
    'GET /api/products': () => ({ items: [], nextCursor: null }),
    'GET /api/categories': () => ({ items: [] }),
    'GET /api/staff': () => nobody,
    'GET /api/my-guide': () => ({ guide: null, isAgreed: false }),
  });
  await bootApp('#/pages/me/index');
  expect(await screen.findByText('欢迎来集市，慢慢逛')).toBeInTheDocument();
  await waitFor(() => expect(server.to('POST /api/sessions')).toHaveLength(1));

  fireEvent.click(screen.getByText('待发货'));
  expect(await screen.findByText('没有待发货的订单')).toBeInTheDocument();
  expect(window.location.hash).toBe('#/orders/list/index?state=paid');
  expect(Taro.getCurrentPages()).toHaveLength(2);

  await act(() => Taro.navigateBack());
  await waitFor(() => expect(Taro.getCurrentPages()).toHaveLength(1));
  await act(() => Taro.switchTab({ url: '/pages/cart/index' }));
  expect(await screen.findByText('结算 (3)')).toBeInTheDocument();
});
