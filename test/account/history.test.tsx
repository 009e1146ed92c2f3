import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import History from '@/account/history';
import { byDay } from '@/account/history/byDay';
import type { HistoryItem } from '@/api/history';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { card } from '../support/storefront/goods';
import { visit } from '../support/storefront/keptGoods';
import { renderPage } from '../support/storefront/renderPage';

jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const confirm = jest.spyOn(platform, 'confirm');

beforeEach(() => {
  document.body.innerHTML = '';
});

function shopOf(seen: HistoryItem[]) {
  return fakeServer({
    'GET /api/history': () => ({ items: seen, nextCursor: null }),
    'DELETE /api/history': () => {
      seen = [];
      return {};
    },
    'DELETE /api/history/:productId': ({ params }) => {
      seen = seen.filter(({ product }) => product.id !== params.productId);
      return {};
    },
  });
}

const now = new Date(2026, 0, 2, 9);
const at = (...parts: [number, number, number, number]) => visit({ seenAt: new Date(...parts).toISOString() });

test('visits stand under the days of the device’s calendar, with the year where it is another one', () => {
  const days = byDay([at(2026, 0, 2, 8), at(2026, 0, 2, 0), at(2026, 0, 1, 23), at(2025, 11, 31, 12)], now);
  expect(days.map(({ name, visits }) => [name, visits.length])).toEqual([
    ['今天', 2],
    ['昨天', 1],
    ['2025 年 12 月 31 日', 1],
  ]);
  expect(byDay([at(2026, 0, 1, 1)], new Date(2026, 4, 1))[0]!.name).toBe('1 月 1 日');
});

test('one product leaves, the others stay', async () => {
  shopOf([visit(), visit({ product: card({ id: '2', title: '留下的壶' }) })]);
  await renderPage(History);
  fireEvent.click(await screen.findByLabelText('不再留着 柿釉手作茶壶'));
  await waitFor(() => expect(screen.queryByLabelText('柿釉手作茶壶')).toBeNull());
  expect(screen.getByLabelText('留下的壶')).toBeInTheDocument();
});

test('the history is cleared only after a yes', async () => {
  const server = shopOf([visit()]);
  await renderPage(History);
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(await screen.findByText('清空'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  // the answer to the question arrives
  await act(async () => undefined);
  expect(server.to('DELETE /api/history')).toHaveLength(0);
  confirm.mockResolvedValueOnce(true);
  fireEvent.click(screen.getByText('清空'));
  expect(await screen.findByText('还没有足迹')).toBeInTheDocument();
});

test('a history that does not come says so, and comes at another try', async () => {
  const server = shopOf([visit()]);
  server.set({ 'GET /api/history': () => refuse('rate_limited') });
  await renderPage(History);
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  server.set({ 'GET /api/history': () => ({ items: [visit()], nextCursor: null }) });
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByLabelText('柿釉手作茶壶')).toBeInTheDocument();
});
