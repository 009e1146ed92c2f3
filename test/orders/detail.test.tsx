import { fireEvent, screen, waitFor } from '@testing-library/react';
import OrderDetail from '@/orders/detail';
import { platform } from '@/platform';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { order, paidOrder, payment, shop } from '../support/storefront/shopData';

const confirm = jest.spyOn(platform, 'confirm');
const toast = jest.spyOn(platform, 'toast');
const copyText = jest.spyOn(platform, 'copyText');

beforeEach(() => {
  document.body.innerHTML = '';
  confirm.mockReset().mockResolvedValue(true);
  toast.mockReset();
  copyText.mockReset().mockResolvedValue({ status: 'ok', code: 'ok', value: null });
});

const base = { 'GET /api/shop': () => shop };
const open = () => renderPage(OrderDetail, { params: { id: '9001' } });

test('an unpaid order counts down, and can be paid', async () => {
  fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => order(),
    'POST /api/orders/:orderId/payments': () => answer(201, payment),
    'POST /fake/trades/:tradeNo': () => ({ state: 'paid' }),
  });
  const visits = watchNavigation();
  await open();
  expect(await screen.findByText('等待付款')).toBeInTheDocument();
  expect(screen.getByText('后自动关闭')).toBeInTheDocument();
  fireEvent.click(screen.getByText('去付款'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
});

test('a cashier closed without paying leaves the order where it is', async () => {
  confirm.mockResolvedValue(false);
  fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => order(),
    'POST /api/orders/:orderId/payments': () => answer(201, payment),
    'POST /api/orders/:orderId/payments/check': () => order(),
  });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('去付款'));
  await waitFor(() => expect(confirm).toHaveBeenCalled());
  expect(await screen.findByText('等待付款')).toBeInTheDocument();
  expect(visits).toEqual([]);
  expect(toast).not.toHaveBeenCalled();
});

test('cancelling turns the page into a closed order without actions', async () => {
  const closed = order({ state: 'closed', closeReason: 'cancelled', closedAt: '2026-11-22T02:00:00.000Z' });
  const server = fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => order(),
    'POST /api/orders/:orderId/cancel': () => closed,
  });
  await open();
  fireEvent.click(await screen.findByText('取消订单'));
  expect(await screen.findByText('订单已关闭')).toBeInTheDocument();
  expect(screen.getByText('这一单已经取消')).toBeInTheDocument();
  expect(screen.queryByText('去付款')).toBeNull();
  expect(server.to('POST /api/orders/:orderId/cancel')).toHaveLength(1);
});

test('a paid order tells where it goes, what was paid, and its number can be copied', async () => {
  fakeServer({ ...base, 'GET /api/orders/:orderId': () => paidOrder });
  await open();
  expect(await screen.findByText('正在打包')).toBeInTheDocument();
  expect(screen.getByText('浙江省杭州市西湖区 文三路 478 号')).toBeInTheDocument();
  expect(screen.getByText('实付')).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('复制订单号'));
  expect(copyText).toHaveBeenCalledWith('9001');
  await waitFor(() => expect(toast).toHaveBeenCalledWith('订单号已复制'));
});

test("another person's order is not found, and says so", async () => {
  fakeServer({ ...base, 'GET /api/orders/:orderId': () => refuse('not_found') });
  await open();
  expect(await screen.findByText('没有找到，可能已经收摊了')).toBeInTheDocument();
});
