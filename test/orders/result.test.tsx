import { act, fireEvent, screen } from '@testing-library/react';
import PayResult from '@/orders/result';
import { PAUSES } from '@/orders/result/usePaymentResult';
import { TransportError } from '@/platform/types';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { order, paidOrder, payment } from '../support/storefront/shopData';

beforeEach(() => {
  document.body.innerHTML = '';
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

const check = 'POST /api/orders/:orderId/payments/check';
const open = () => renderPage(PayResult, { params: { id: '9001' } });
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

test('a paid order is thanked for and asks no more', async () => {
  const server = fakeServer({ [check]: () => paidOrder });
  const visits = watchNavigation();
  await open();
  await pass(60_000);
  expect(screen.getByText('付好了，谢谢惠顾')).toBeInTheDocument();
  expect(server.to(check)).toHaveLength(1);
  fireEvent.click(screen.getByText('看订单'));
  expect(visits).toEqual(['redirectTo /orders/detail/index?id=9001']);
});

test('while the platform is silent the page waits, asks with growing pauses, and shows the result when it comes', async () => {
  let asked = 0;
  fakeServer({ [check]: () => (++asked < 3 ? order() : paidOrder) });
  await open();
  await pass(0);
  expect(screen.getByText('等待付款结果')).toBeInTheDocument();
  expect(asked).toBe(1);
  await pass(PAUSES[0]! - 1);
  expect(asked).toBe(1);
  await pass(1);
  expect(asked).toBe(2);
  await pass(PAUSES[1]!);
  expect(asked).toBe(3);
  expect(screen.getByText('付好了，谢谢惠顾')).toBeInTheDocument();
  expect([...PAUSES].sort((a, b) => a - b)).toEqual(PAUSES);
});

test('a payment that never comes ends as not paid, with a way to pay and a way to ask again', async () => {
  const server = fakeServer({
    [check]: () => order(),
    'POST /api/orders/:orderId/payments': () => answer(201, payment),
  });
  await open();
  await pass(60_000);
  expect(screen.getByText('还没付')).toBeInTheDocument();
  expect(server.to(check)).toHaveLength(PAUSES.length + 1);
  server.set({ [check]: () => paidOrder });
  fireEvent.click(screen.getByText('已经付过了，再查一次'));
  await pass(0);
  expect(screen.getByText('付好了，谢谢惠顾')).toBeInTheDocument();
});

test('a lost connection is survived; the question is asked again', async () => {
  let asked = 0;
  fakeServer({
    [check]: () => {
      if (++asked === 1) throw new TransportError('offline', 'offline');
      return paidOrder;
    },
  });
  await open();
  await pass(0);
  expect(screen.getByText('等待付款结果')).toBeInTheDocument();
  await pass(PAUSES[0]!);
  expect(screen.getByText('付好了，谢谢惠顾')).toBeInTheDocument();
});

test('an order that is not there is an error with retry, not a payment that failed', async () => {
  const server = fakeServer({ [check]: () => refuse('not_found') });
  await open();
  await pass(60_000);
  expect(screen.getByText('没有找到，可能已经收摊了')).toBeInTheDocument();
  expect(server.to(check)).toHaveLength(1);
});

test('money that came too late is said to be on its way back', async () => {
  fakeServer({ [check]: () => order({ state: 'closed', closeReason: 'expired', paymentState: 'refunding' }) });
  await open();
  await pass(0);
  expect(screen.getByText('付款来晚了一步，钱正在原路退回')).toBeInTheDocument();
});
