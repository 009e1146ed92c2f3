import { fireEvent, screen } from '@testing-library/react';
import Me from '@/pages/me';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { order, shop } from '../support/storefront/shopData';

beforeEach(() => {
  document.body.innerHTML = '';
});

test('unpaid orders are counted, and every entry leads somewhere', async () => {
  fakeServer({
    'GET /api/shop': () => ({ ...shop, name: '青禾小铺' }),
    'GET /api/orders': () => ({ items: [order({ id: '1' }), order({ id: '2' })], nextCursor: null }),
    'GET /api/notices': () => ({ items: [], dueCount: 7 }),
  });
  const visits = watchNavigation();
  await renderPage(Me);
  expect(await screen.findByText('2')).toBeInTheDocument();
  expect(await screen.findByText('7')).toBeInTheDocument();
  expect(await screen.findByText('欢迎来青禾小铺，慢慢逛')).toBeInTheDocument();
  for (const name of ['待付款', '待发货', '待收货', '已完成', '全部', '收藏', '足迹', '提醒', '设置', '收货地址'])
    fireEvent.click(screen.getByText(name));
  expect(visits).toEqual([
    'navigateTo /orders/list/index?state=unpaid',
    'navigateTo /orders/list/index?state=paid',
    'navigateTo /orders/list/index?state=shipped',
    'navigateTo /orders/list/index?state=done',
    'navigateTo /orders/list/index',
    'navigateTo /account/favourites/index',
    'navigateTo /account/history/index',
    'navigateTo /account/notices/index',
    'navigateTo /account/settings/index',
    'navigateTo /orders/addresses/index',
  ]);
});

test('without the server the page still stands', async () => {
  fakeServer({
    'GET /api/shop': () => refuse('not_found'),
    'GET /api/orders': () => refuse('not_found'),
    'GET /api/notices': () => refuse('not_found'),
  });
  await renderPage(Me);
  expect(screen.getByText('欢迎来集市，慢慢逛')).toBeInTheDocument();
  expect(screen.getByText('收货地址')).toBeInTheDocument();
});
