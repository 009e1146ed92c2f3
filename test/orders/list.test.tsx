import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import Orders from '@/orders/list';
import { platform } from '@/platform';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { line, order, payment, shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast');
const confirm = jest.spyOn(platform, 'confirm');

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
  confirm.mockReset().mockResolvedValue(true);
});

const counts = { unpaid: 2, paid: 0, shipped: 1, done: 3, closed: 0 };
const base = { 'GET /api/shop': () => shop, 'GET /api/orders/counts': () => counts };

test('tabs ask the server for their own state', async () => {
  const server = fakeServer({ ...base, 'GET /api/orders': () => ({ items: [], nextCursor: null }) });
  await renderPage(Orders, { params: { state: 'paid' } });
  expect(await screen.findByText('没有待发货的订单')).toBeInTheDocument();
  fireEvent.click(screen.getByText('全部'));
  expect(await screen.findByText('还没有订单')).toBeInTheDocument();
  expect(server.to('GET /api/orders').map(({ query }) => query.state)).toEqual(['paid', undefined]);
});

test('the tabs say how many orders wait, and nothing where none does or all is over', async () => {
  fakeServer({ ...base, 'GET /api/orders': () => ({ items: [], nextCursor: null }) });
  await renderPage(Orders);
  expect((await screen.findByText('2')).parentElement).toHaveTextContent('待付款2');
  expect(screen.getByText('1').parentElement).toHaveTextContent('待收货1');
  expect(screen.queryByText('0')).toBeNull();
  expect(screen.queryByText('3')).toBeNull();
});

test('the next page is fetched at the bottom, once, and is appended', async () => {
  const server = fakeServer({
    ...base,
    'GET /api/orders': ({ query }) =>
      query.cursor
        ? { items: [order({ id: '2', lines: [line({ title: '大米' })] })], nextCursor: null }
        : { items: [order({ id: '1' })], nextCursor: 'next' },
  });
  const { fire } = await renderPage(Orders);
  await screen.findByText('柿釉手作茶壶');
  await fire('onReachBottom');
  await fire('onReachBottom');
  expect(await screen.findByText('大米')).toBeInTheDocument();
  expect(screen.getByText('柿釉手作茶壶')).toBeInTheDocument();
  await waitFor(() => expect(screen.getByText('就这些了')).toBeInTheDocument());
  expect(server.to('GET /api/orders').map(({ query }) => query.cursor)).toEqual([undefined, 'next']);
});

test('only an unpaid order offers to pay and to cancel', async () => {
  fakeServer({
    ...base,
    'GET /api/orders': () => ({ items: [order({ id: '1' }), order({ id: '2', state: 'shipped' })], nextCursor: null }),
  });
  await renderPage(Orders);
  const unpaid = within(await screen.findByLabelText('订单 1'));
  expect(unpaid.getByText('取消订单')).toBeInTheDocument();
  expect(unpaid.getByText(/去付款/)).toBeInTheDocument();
  const shipped = within(screen.getByLabelText('订单 2'));
  expect(shipped.queryByText('取消订单')).toBeNull();
});

test('paying from the list makes one payment however often it is tapped, and does not open the order', async () => {
  const server = fakeServer({
    ...base,
    'GET /api/orders': () => ({ items: [order()], nextCursor: null }),
    'POST /api/orders/:orderId/payments': () => answer(201, payment),
    'POST /fake/trades/:tradeNo': () => ({ state: 'paid' }),
  });
  const visits = watchNavigation();
  await renderPage(Orders);
  const pay = await screen.findByText(/去付款/);
  fireEvent.click(pay);
  fireEvent.click(pay);
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
  expect(server.to('POST /api/orders/:orderId/payments')).toHaveLength(1);
});

test('cancelling asks why first, and the list is read again', async () => {
  let state: 'unpaid' | 'closed' = 'unpaid';
  const server = fakeServer({
    ...base,
    'GET /api/orders': () => ({ items: [order({ state })], nextCursor: null }),
    'POST /api/orders/:orderId/cancel': () => {
      state = 'closed';
      return order({ state, closeReason: 'cancelled' });
    },
  });
  await renderPage(Orders);
  fireEvent.click(await screen.findByText('取消订单'));
  fireEvent.click((await screen.findAllByLabelText('关闭'))[0]!);
  expect(server.to('POST /api/orders/:orderId/cancel')).toHaveLength(0);
  fireEvent.click(screen.getByText('取消订单'));
  fireEvent.click(await screen.findByText('不想要了'));
  expect(await screen.findByText('已关闭')).toBeInTheDocument();
});

test('an order that moved on meanwhile is said and shown as it is now', async () => {
  let state: 'unpaid' | 'paid' = 'unpaid';
  fakeServer({
    ...base,
    'GET /api/orders': () => ({ items: [order({ state })], nextCursor: null }),
    'POST /api/orders/:orderId/cancel': () => {
      state = 'paid';
      return refuse('order_state');
    },
  });
  await renderPage(Orders);
  fireEvent.click(await screen.findByText('取消订单'));
  fireEvent.click(await screen.findByText('其他原因'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('订单状态变了，刷新看看'));
  await waitFor(() => expect(within(screen.getByLabelText('订单 9001')).getByText('待发货')).toBeInTheDocument());
});
