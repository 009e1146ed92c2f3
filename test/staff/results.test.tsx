import { fireEvent, screen, waitFor } from '@testing-library/react';
import Results from '@/staff/results';
import { compareWords, yuanText } from '@/staff/figureWords';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { renderPage } from '../support/storefront/renderPage';
import { figures, noFigures, staffMe, staffOrder } from '../support/storefront/staffData';

beforeEach(() => {
  document.body.innerHTML = '';
});

function shopOf() {
  return fakeServer({
    'GET /api/staff': () => staffMe(),
    'GET /api/staff/figures': ({ query }) => figures({ refundedFen: query.period === 'month' ? 15900 : 0 }),
    'GET /api/staff/results': ({ query }) => ({
      items: [{ ...noFigures, id: '1', name: query.by === 'code' ? '门口立牌' : '茶壶', pictureUrl: null, scans: 9 }],
    }),
    'GET /api/staff/orders': () => ({ items: [staffOrder()], nextCursor: null }),
  });
}

test('figures of the chosen time stand beside those of the time before, with the place in the store', async () => {
  const server = shopOf();
  await renderPage(Results);
  expect(await screen.findByText('比昨天此时 +12%')).toBeInTheDocument();
  expect(screen.getByText('第 2 名，共 5 位导购')).toBeInTheDocument();
  fireEvent.click(screen.getByText('本月'));
  expect(await screen.findByText('比上月此时 +12%')).toBeInTheDocument();
  // what went back is said, and what is left
  expect(screen.getByText('¥159')).toBeInTheDocument();
  expect(screen.getByText('¥2701')).toBeInTheDocument();
  expect(server.to('GET /api/staff/figures').map(({ query }) => query.period)).toEqual(['today', 'month']);
});

test('what the figures are made of is seen by product and by code', async () => {
  const server = shopOf();
  await renderPage(Results);
  expect(await screen.findByText('茶壶')).toBeInTheDocument();
  fireEvent.click(screen.getByText('按码看'));
  expect(await screen.findByText('门口立牌')).toBeInTheDocument();
  expect(screen.getByText('扫码 9 · 成交 0 单')).toBeInTheDocument();
  expect(server.to('GET /api/staff/results').map(({ query }) => query.by)).toEqual(['product', 'code']);
});

test('each order says why it counts, what went back, and that one’s own purchase earns nothing', async () => {
  shopOf().set({
    'GET /api/staff/orders': () => ({
      items: [
        staffOrder(),
        staffOrder({ orderId: '901', reason: 'belongs', refundedFen: 15900, commissionFen: 477 }),
        staffOrder({ orderId: '902', reason: 'own', commissionFen: 0 }),
      ],
      nextCursor: null,
    }),
  });
  await renderPage(Results);
  for (const words of ['最后一次扫码', '我的顾客', '退了 ¥159', '自己买的', '不计提成', '预计提成 ¥4.77'])
    expect(await screen.findByText(words)).toBeInTheDocument();
});

test('more orders come at the end of the page', async () => {
  const server = shopOf();
  server.set({
    'GET /api/staff/orders': ({ query }) =>
      query.cursor
        ? { items: [staffOrder({ orderId: '901', words: '更早的一单' })], nextCursor: null }
        : { items: [staffOrder()], nextCursor: '5.900' },
  });
  const { fire } = await renderPage(Results);
  await screen.findByText('柿釉手作茶壶 等 2 件');
  await fire('onReachBottom');
  expect(await screen.findByText('更早的一单')).toBeInTheDocument();
  expect(server.to('GET /api/staff/orders').map(({ query }) => query.cursor)).toEqual([undefined, '5.900']);
});

test('a day without anything says so in every part, and a part that fails leaves the others', async () => {
  shopOf().set({
    'GET /api/staff/figures': () => figures(noFigures, { before: noFigures, ranks: [] }),
    'GET /api/staff/results': () => refuse('rate_limited'),
    'GET /api/staff/orders': () => ({ items: [], nextCursor: null }),
  });
  await renderPage(Results);
  expect(await screen.findByText(/还没有订单/)).toBeInTheDocument();
  expect(await screen.findByText(/这一段没加载出来/)).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText(/昨天此时/)).toBeNull());
});

test.each([
  [112, 100, '比昨天此时 +12%'],
  [88, 100, '比昨天此时 -12%'],
  [100, 100, '和昨天此时差不多'],
  [50, 0, '昨天此时还没开张'],
  [0, 50, '比昨天此时 -100%'],
  [5000, 100, '是昨天此时的 50 倍'],
])('%i fen after %i is said as: %s', (now, before, words) => {
  expect(compareWords(now, before, 'today')?.text).toBe(words);
});

test('small money leaves out what says nothing', () => {
  expect([8580, 8500, 8505, 0, -120].map(yuanText)).toEqual(['¥85.8', '¥85', '¥85.05', '¥0', '-¥1.2']);
});
