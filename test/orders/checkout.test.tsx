import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Checkout from '@/orders/checkout';
import { useChosenAddress } from '@/orders/chosenAddress';
import { platform } from '@/platform';
import { TransportError } from '@/platform/types';
import { answer, fakeServer, refuse, type Handlers } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { address, line, order, paidOrder, payment, quote, shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast');
const confirm = jest.spyOn(platform, 'confirm');

const happy: Handlers = {
  'GET /api/shop': () => shop,
  'GET /api/addresses': () => ({ items: [address] }),
  'GET /api/stores': () => ({ items: [] }),
  'POST /api/quotes': () => quote(),
  'POST /api/orders': () => answer(201, order()),
  'POST /api/orders/:orderId/payments': () => answer(201, payment),
  'POST /fake/trades/:tradeNo': () => ({ state: 'paid' }),
  'POST /api/orders/:orderId/payments/check': () => order(),
};

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
  confirm.mockReset().mockResolvedValue(true);
  useChosenAddress.setState({ addressId: null });
});

const open = (items = '11:1') => renderPage(Checkout, { params: { items } });
const offline = () => {
  throw new TransportError('timeout', 'timeout');
};

test('the page shows the address, the lines and a breakdown that explains the shipping', async () => {
  fakeServer({ ...happy, 'POST /api/quotes': () => quote([line({ unitFen: 5000 })]) });
  await open();
  expect(await screen.findByText('文三路 478 号')).toBeInTheDocument();
  expect(screen.getByText('138 **** 6620')).toBeInTheDocument();
  expect(await screen.findByText('柿釉手作茶壶')).toBeInTheDocument();
  expect(await screen.findByText('全国运费，再买 ¥49 包邮')).toBeInTheDocument();
  expect(screen.getByText('¥8.00')).toBeInTheDocument();
});

test('a double tap on submit makes one order and one payment, and ends on the result', async () => {
  const server = fakeServer(happy);
  const visits = watchNavigation();
  await open();
  await screen.findByText('文三路 478 号');
  const submit = await screen.findByText('提交订单');
  fireEvent.click(submit);
  fireEvent.click(submit);
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
  const orders = server.to('POST /api/orders');
  expect(orders).toHaveLength(1);
  expect(orders[0]!.body).toEqual({
    items: [{ skuId: '11', quantity: 1 }],
    addressId: '71',
    isFromCart: false,
    note: '',
    expectedTotalFen: 15900,
  });
  expect(orders[0]!.headers['Idempotency-Key']).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  expect(server.to('POST /api/orders/:orderId/payments')).toHaveLength(1);
  expect(confirm).toHaveBeenCalledWith(expect.objectContaining({ title: '模拟支付 ¥159.00' }));
  expect(server.to('POST /fake/trades/:tradeNo')[0]).toMatchObject({
    params: { tradeNo: 'trade-1' },
    body: { action: 'pay' },
  });
});

test('a submit without an answer is locked and repeated under the same key, also after a reload', async () => {
  const server = fakeServer({ ...happy, 'POST /api/orders': offline });
  const visits = watchNavigation();
  const first = await open();
  await screen.findByText('文三路 478 号');
  fireEvent.click(await screen.findByText('提交订单'));
  expect(await screen.findByText(/刚才的提交还没有回音/)).toBeInTheDocument();
  fireEvent.click(screen.getByText('再提交一次'));
  await waitFor(() => expect(server.to('POST /api/orders')).toHaveLength(2));
  await screen.findByText('再提交一次');
  first.unmount();

  await open();
  await screen.findByText('文三路 478 号');
  expect(screen.getByText(/刚才的提交还没有回音/)).toBeInTheDocument();
  server.set({ 'POST /api/orders': happy['POST /api/orders']! });
  fireEvent.click(screen.getByText('再提交一次'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
  const sent = server.to('POST /api/orders');
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1);
  expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('after an order has been answered the same items are a new wish under a new key', async () => {
  const server = fakeServer(happy);
  const visits = watchNavigation();
  for (const count of [1, 2]) {
    const page = await open();
    fireEvent.click(await screen.findByText('提交订单'));
    await waitFor(() => expect(visits).toHaveLength(count));
    page.unmount();
  }
  const [first, second] = server.to('POST /api/orders').map(({ headers }) => headers['Idempotency-Key']);
  expect(first).not.toBe(second);
});

test('a changed price is shown and asked for again; the second submit carries the new total and a new key', async () => {
  const dearer = quote([line({ unitFen: 17900 })]);
  let tries = 0;
  const server = fakeServer({
    ...happy,
    'POST /api/orders': () => (tries++ === 0 ? refuse('price_changed', { quote: dearer }) : answer(201, order())),
  });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('提交订单'));
  expect(await screen.findByText(/原来 ¥159.00，现在 ¥179.00/)).toBeInTheDocument();
  expect(visits).toEqual([]);
  fireEvent.click(await screen.findByText('提交订单'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
  const [first, second] = server.to('POST /api/orders');
  expect(second!.body).toMatchObject({ expectedTotalFen: 17900 });
  expect(second!.headers['Idempotency-Key']).not.toBe(first!.headers['Idempotency-Key']);
});

test('a payment cancelled at the cashier leads to the order that waits, not to an error', async () => {
  confirm.mockResolvedValue(false);
  const server = fakeServer(happy);
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('提交订单'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/detail/index?id=9001']));
  expect(server.to('POST /fake/trades/:tradeNo')).toHaveLength(0);
  expect(toast).toHaveBeenCalledWith('还没付款，货先为你留着');
});

test('a cancellation that the server knows better leads to the result', async () => {
  confirm.mockResolvedValue(false);
  fakeServer({ ...happy, 'POST /api/orders/:orderId/payments/check': () => paidOrder });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('提交订单'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
});

test('when no payment can be started the order is kept and shown', async () => {
  fakeServer({ ...happy, 'POST /api/orders/:orderId/payments': () => refuse('platform_unavailable') });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('提交订单'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/detail/index?id=9001']));
  expect(toast).toHaveBeenCalledWith('订单已提交。平台正忙，稍等片刻再试');
});

test('lines that cannot be bought say why and can be left behind with one tap', async () => {
  const rest = [line({ quantity: 2 })];
  const server = fakeServer({
    ...happy,
    'POST /api/quotes': ({ body }) =>
      (body as { items: unknown[] }).items.length === 3
        ? quote(
            [line({ quantity: 5 }), line({ skuId: '12', title: '大米' }), line({ skuId: '13', title: '台灯' })],
            [
              { skuId: '11', code: 'sold_out', stock: 2 },
              { skuId: '12', code: 'sold_out', stock: 0 },
              { skuId: '13', code: 'off_shelf', stock: 0 },
            ],
          )
        : quote(rest),
  });
  await open('11:5,12:1,13:1');
  expect(await screen.findByText('只剩 2 件了')).toBeInTheDocument();
  expect(screen.getByText('刚刚卖完了')).toBeInTheDocument();
  expect(screen.getByText('这件商品收摊了')).toBeInTheDocument();
  expect(screen.queryByText('提交订单')).toBeNull();
  fireEvent.click(screen.getByText('去掉缺货的，继续'));
  expect(await screen.findByText('提交订单')).toBeInTheDocument();
  expect(server.to('POST /api/quotes').at(-1)!.body).toEqual({
    items: [{ skuId: '11', quantity: 2 }],
    addressId: '71',
  });
});

test('sold out while submitting asks for the quote again', async () => {
  const server = fakeServer({ ...happy, 'POST /api/orders': () => refuse('sold_out', { skuIds: ['11'] }) });
  await open();
  const submit = await screen.findByText('提交订单');
  server.set({ 'POST /api/quotes': () => quote([line()], [{ skuId: '11', code: 'sold_out', stock: 0 }]) });
  fireEvent.click(submit);
  expect(await screen.findByText('刚刚卖完了')).toBeInTheDocument();
  expect(toast).toHaveBeenCalledWith('来晚一步，这件刚刚卖完');
  fireEvent.click(screen.getByText('去掉缺货的，继续'));
  expect(await screen.findByText('来晚一步，都卖完了')).toBeInTheDocument();
});

test('in a demo shop an order can be placed by tapping alone', async () => {
  let isKnown = false;
  const server = fakeServer({
    ...happy,
    'GET /api/addresses': () => ({ items: isKnown ? [address] : [] }),
    'POST /api/addresses': () => {
      isKnown = true;
      return answer(201, address);
    },
  });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('提交订单'));
  expect(toast).toHaveBeenCalledWith('先填一个收货地址');
  fireEvent.click(await screen.findByText('填入示例地址'));
  await screen.findByText('文三路 478 号');
  fireEvent.click(await screen.findByText('提交订单'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
  expect(server.to('POST /api/addresses')).toHaveLength(1);
});

test('a note travels with the order', async () => {
  const server = fakeServer(happy);
  const visits = watchNavigation();
  const { container } = await open();
  await screen.findByText('文三路 478 号');
  await settled();
  await act(async () => {
    fireEvent.input(container.querySelector('taro-input-core input')!, { target: { value: '请轻放' } });
  });
  fireEvent.click(await screen.findByText('提交订单'));
  await waitFor(() => expect(visits).toHaveLength(1));
  expect(server.to('POST /api/orders')[0]!.body).toMatchObject({ note: '请轻放' });
});

test('a link without items offers the way back into the shop', async () => {
  fakeServer(happy);
  const visits = watchNavigation();
  await open('nonsense');
  fireEvent.click(await screen.findByText('去逛逛'));
  expect(visits).toEqual(['switchTab /pages/home/index']);
});
