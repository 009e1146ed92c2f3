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

const progress = {
  timeline: [{ state: 'unpaid', reason: 'placed', at: '2026-11-22T01:00:00.000Z' }],
  shipments: [],
};
const base = { 'GET /api/shop': () => shop, 'GET /api/orders/:orderId/progress': () => progress };
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

test('a reason cancels the order, and the page turns into a closed one that cannot be paid', async () => {
  const closed = order({ state: 'closed', closeReason: 'cancelled', closedAt: '2026-11-22T02:00:00.000Z' });
  const server = fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => order(),
    'POST /api/orders/:orderId/cancel': () => closed,
  });
  await open();
  fireEvent.click(await screen.findByText('取消订单'));
  expect(server.to('POST /api/orders/:orderId/cancel')).toHaveLength(0);
  fireEvent.click(await screen.findByText('地址或联系人填错了'));
  expect(await screen.findByText('订单已关闭')).toBeInTheDocument();
  expect(server.to('POST /api/orders/:orderId/cancel')[0]!.body).toEqual({ reason: 'wrong_address' });
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

test('an order under way shows its trail and is done once the shopper confirms', async () => {
  const shipped = order({
    state: 'shipped',
    paidAt: '2026-11-22T01:02:00.000Z',
    shippedAt: '2026-11-22T03:00:00.000Z',
  });
  const server = fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => shipped,
    'GET /api/orders/:orderId/progress': () => ({
      timeline: [{ state: 'shipped', reason: 'shipment', at: '2026-11-22T03:00:00.000Z' }, ...progress.timeline],
      shipments: [
        {
          id: '1',
          carrier: '顺丰速运',
          trackingNo: 'SF1420',
          createdAt: '2026-11-22T03:00:00.000Z',
          events: [{ text: '到达杭州转运中心', at: '2026-11-22T05:00:00.000Z' }],
        },
      ],
    }),
    'POST /api/orders/:orderId/confirm': () => ({ ...shipped, state: 'done' }),
  });
  await open();
  expect(await screen.findByText('到达杭州转运中心')).toBeInTheDocument();
  for (const text of ['顺丰速运', 'SF1420', '已发货', '已下单']) expect(screen.getByText(text)).toBeInTheDocument();
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(screen.getByText('确认收货'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  expect(server.to('POST /api/orders/:orderId/confirm')).toHaveLength(0);
  await waitFor(() => expect(screen.getByText('确认收货').closest('[aria-disabled="true"]')).toBeNull());
  fireEvent.click(screen.getByText('确认收货'));
  expect(await screen.findByText('已送到')).toBeInTheDocument();
});

test('what stands out is what happened last of all: not what the carrier said before the goods were received', async () => {
  fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => order({ state: 'done', paidAt: '2026-11-22T02:00:00.000Z' }),
    'GET /api/orders/:orderId/progress': () => ({
      timeline: [{ state: 'done', reason: 'received', at: '2026-11-22T08:00:00.000Z' }, ...progress.timeline],
      shipments: [
        {
          id: '1',
          carrier: '顺丰速运',
          trackingNo: 'SF1420',
          createdAt: '2026-11-22T03:00:00.000Z',
          events: [{ text: '到达杭州转运中心', at: '2026-11-22T05:00:00.000Z' }],
        },
      ],
    }),
  });
  await open();
  expect((await screen.findByText('已收到')).closest('.fresh')).not.toBeNull();
  expect(screen.getByText('到达杭州转运中心').closest('.fresh')).toBeNull();
});

test('a paid pick-up shows its code, the store and its hours', async () => {
  const pickup = {
    storeId: '5',
    name: '湖滨店',
    phone: '0571-88886666',
    opensAt: '10:00',
    closesAt: '22:00',
    code: '12345678',
  };
  fakeServer({ ...base, 'GET /api/orders/:orderId': () => ({ ...paidOrder, fulfilment: 'pickup', pickup }) });
  await open();
  expect(await screen.findByText('等你来取')).toBeInTheDocument();
  expect(screen.getByText('1234 5678')).toBeInTheDocument();
  expect(screen.getByText('湖滨店')).toBeInTheDocument();
  expect(screen.getByText('我已取货')).toBeInTheDocument();
});

test('buying again leads to the cart and names what is gone', async () => {
  fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => paidOrder,
    'POST /api/orders/:orderId/buy-again': () => ({
      added: [{ skuId: '11', quantity: 1 }],
      refused: [{ skuId: '12', title: '纸灯', optionText: '大', code: 'sold_out' }],
    }),
  });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('再来一单'));
  await waitFor(() => expect(visits).toEqual(['switchTab /pages/cart/index']));
  expect(toast).toHaveBeenCalledWith('「纸灯」买不到了，其余在购物袋里');
});

test('an order that is over can be deleted, after a question', async () => {
  const server = fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => order({ state: 'closed', closeReason: 'expired' }),
    'DELETE /api/orders/:orderId': () => ({}),
  });
  await open();
  fireEvent.click(await screen.findByText('删除订单'));
  await waitFor(() => expect(server.to('DELETE /api/orders/:orderId')).toHaveLength(1));
  expect(confirm).toHaveBeenCalledWith(expect.objectContaining({ title: '删除这一单吗？' }));
});
