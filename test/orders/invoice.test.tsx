import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Order } from '@/api/orders';
import OrderDetail from '@/orders/detail';
import { platform } from '@/platform';
import { TransportError } from '@/platform/types';
import { fakeServer, refuse, type Handlers } from '../support/storefront/fakeServer';
import { renderPage, settled } from '../support/storefront/renderPage';
import { order, paidOrder, shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast');

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
});

const invoice = { type: 'personal', title: '林小满', taxNumber: null, email: 'lin@example.com' } as const;
const shows = (shown: Order): Handlers => ({
  'GET /api/shop': () => shop,
  'GET /api/orders/:orderId/progress': () => ({ timeline: [], shipments: [] }),
  'GET /api/orders/:orderId': () => shown,
});
const open = () => renderPage(OrderDetail, { params: { id: '9001' } });

const requests = 'PUT /api/orders/:orderId/invoice';

/** Opens the sheet of a paid order and writes an invoice for oneself. */
async function fillIn(put: NonNullable<Handlers[typeof requests]>) {
  const server = fakeServer({ ...shows(paidOrder), [requests]: put });
  const { container } = await open();
  fireEvent.click(await screen.findByText('申请发票'));
  await settled();
  for (const [placeholder, value] of [
    ['姓名', '林小满'],
    ['接收发票的邮箱', 'lin@example.com'],
  ]) {
    await act(async () => {
      fireEvent.input(container.querySelector(`input[placeholder="${placeholder}"]`)!, { target: { value } });
    });
  }
  return { server, save: () => screen.getByText('要这张发票') };
}

test.each(['paid', 'shipped', 'done'] as const)('an order that is %s without an invoice offers one', async (state) => {
  fakeServer(shows(order({ state, paidAt: '2026-11-22T01:02:00.000Z' })));
  await open();
  expect(await screen.findByText('申请发票')).toBeInTheDocument();
});

test.each(['unpaid', 'closed'] as const)('an order that is %s offers no invoice', async (state) => {
  fakeServer(shows(order({ state })));
  await open();
  expect(await screen.findByText('订单号')).toBeInTheDocument();
  expect(screen.queryByText('申请发票')).toBeNull();
});

test('an order with an invoice tells its kind and title, and offers no second one', async () => {
  const company = { ...invoice, type: 'company', title: '集市科技', taxNumber: '91330106MA2ABCDE0K' } as const;
  fakeServer(shows({ ...paidOrder, invoice: company }));
  await open();
  expect(await screen.findByText('企业 · 集市科技（发到 lin@example.com）')).toBeInTheDocument();
  expect(screen.queryByText('申请发票')).toBeNull();
});

test('two taps ask for an invoice once, and it then stands on the order', async () => {
  const { server, save } = await fillIn(() => ({ ...paidOrder, invoice }));
  const button = save();
  fireEvent.click(button);
  fireEvent.click(button);
  expect(await screen.findByText('个人 · 林小满（发到 lin@example.com）')).toBeInTheDocument();
  expect(screen.queryByText('电子发票')).toBeNull();
  expect(server.to(requests).map(({ body }) => body)).toEqual([invoice]);
  expect(toast).toHaveBeenCalledWith('发票申请好了');
});

test('what goes wrong is said in the sheet, where the words still stand, and can be sent again', async () => {
  const { server, save } = await fillIn(() => {
    throw new TransportError('timeout', 'timeout');
  });
  fireEvent.click(save());
  expect(await screen.findByText('网络有点慢，请再试一次')).toBeInTheDocument();
  expect(screen.getByText('电子发票')).toBeInTheDocument();
  expect(toast).not.toHaveBeenCalled();
  server.set({ [requests]: () => ({ ...paidOrder, invoice }) });
  await waitFor(() => expect(save().closest('[aria-disabled="true"]')).toBeNull());
  fireEvent.click(save());
  expect(await screen.findByText('个人 · 林小满（发到 lin@example.com）')).toBeInTheDocument();
  expect(server.to(requests)).toHaveLength(2);
});

test('an order that was closed meanwhile is shown as it is, and the sheet says why there is no invoice', async () => {
  const { server, save } = await fillIn(() => refuse('order_state'));
  server.set(shows(order({ state: 'closed', closeReason: 'refunded' })));
  fireEvent.click(save());
  expect(await screen.findByText('订单状态变了，刷新看看')).toBeInTheDocument();
  expect(await screen.findByText('订单已关闭')).toBeInTheDocument();
  expect(screen.queryByText('申请发票')).toBeNull();
});
