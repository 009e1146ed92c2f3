import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { queryClient } from '@/lib/queries';
import Me from '@/pages/me';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { order, shop } from '../support/storefront/shopData';
import { nobody, staffMe } from '../support/storefront/staffData';

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

const plain = {
  'GET /api/shop': () => shop,
  'GET /api/orders': () => ({ items: [], nextCursor: null }),
  'GET /api/notices': () => ({ items: [], dueCount: 0 }),
};
const guide = { name: '沈知夏', storeName: '湖滨店', phone: '0571-88886666' };
const consent = 'PUT /api/my-guide/consent';

test('whoever works for the shop finds the workbench, and is asked about once in ten minutes', async () => {
  const server = fakeServer({ ...plain, 'GET /api/staff': () => staffMe() });
  const visits = watchNavigation();
  const first = await renderPage(Me);
  fireEvent.click(await screen.findByText('导购工作台'));
  expect(visits).toEqual(['navigateTo /staff/home/index']);
  await first.fire('componentDidShow');
  first.unmount();
  // another start of the app
  queryClient.clear();
  const second = await renderPage(Me);
  expect(await screen.findByText('导购工作台')).toBeInTheDocument();
  expect(server.to('GET /api/staff')).toHaveLength(1);
  second.unmount();
  queryClient.clear();
  const kept = JSON.parse(platform.readText('jishi.staff')!) as object;
  platform.writeText('jishi.staff', JSON.stringify({ ...kept, at: Date.now() - 601_000 }));
  await renderPage(Me);
  await waitFor(() => expect(server.to('GET /api/staff')).toHaveLength(2));
});

test.each([
  ['a shopper', () => nobody],
  ['somebody who waits for the manager', () => staffMe({ state: 'asked' })],
  ['nobody knows who', () => refuse('internal')],
])('%s finds no workbench, and no error', async (_who, answer) => {
  const server = fakeServer({ ...plain, 'GET /api/staff': answer });
  const { fire } = await renderPage(Me);
  await waitFor(() => expect(server.to('GET /api/staff')).toHaveLength(1));
  await act(async () => undefined);
  await fire('componentDidShow');
  expect(screen.queryByText('导购工作台')).toBeNull();
  expect(server.to('GET /api/staff')).toHaveLength(1);
});

test('the guide can be called, and sees the shopper only as long as that is allowed', async () => {
  const server = fakeServer({
    ...plain,
    'GET /api/my-guide': () => ({ guide, isAgreed: false }),
    [consent]: ({ body }) => body,
  });
  const call = jest.spyOn(Taro, 'makePhoneCall').mockResolvedValue({ errMsg: '' });
  await renderPage(Me);
  expect(await screen.findByText('沈知夏')).toBeInTheDocument();
  expect(screen.getByText('我的导购 · 湖滨店')).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('打电话给沈知夏'));
  expect(call).toHaveBeenCalledWith({ phoneNumber: '0571-88886666' });
  const toggle = screen.getByRole('switch', { name: '让导购看到我' });
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(toggle);
  await waitFor(() => expect(toggle.getAttribute('aria-checked')).toBe('true'));
  await waitFor(() => expect(server.to(consent)).toHaveLength(1));
  await act(async () => undefined);
  fireEvent.click(toggle);
  await waitFor(() =>
    expect(server.to(consent).map(({ body }) => body)).toEqual([{ isAgreed: true }, { isAgreed: false }]),
  );
});

test('a consent that could not be said is not shown as given', async () => {
  fakeServer({
    ...plain,
    'GET /api/my-guide': () => ({ guide: { ...guide, phone: '' }, isAgreed: false }),
    [consent]: () => refuse('internal'),
  });
  const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
  await renderPage(Me);
  const toggle = await screen.findByRole('switch', { name: '让导购看到我' });
  fireEvent.click(toggle);
  await waitFor(() => expect(toast).toHaveBeenCalled());
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  // nobody is called where there is no number
  expect(screen.queryByText('打电话')).toBeNull();
});

test('whoever has no guide is shown none', async () => {
  const server = fakeServer({ ...plain, 'GET /api/my-guide': () => ({ guide: null, isAgreed: false }) });
  await renderPage(Me);
  await waitFor(() => expect(server.to('GET /api/my-guide')).toHaveLength(1));
  await act(async () => undefined);
  expect(screen.queryByText(/我的导购/)).toBeNull();
});
