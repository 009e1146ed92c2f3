import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { CheckIns, Points, StatementLine } from '@/api/points';
import { platform } from '@/platform';
import PointsLedger from '@/points/ledger';
import { daysOfRound } from '@/points/ledger/CheckInCard';
import { grouped } from '@/lib/grouped';
import { momentWords, signed } from '@/points/words';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { renderPage } from '../support/storefront/renderPage';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
});

const points: Points = {
  available: 3280,
  frozen: 880,
  pending: 170,
  expiring: { points: 420, expiresAt: '2026-12-31T16:00:00.000Z' },
  pointsPerYuan: 1,
  pointsPerSpentYuan: 100,
  spendPermille: 500,
};
const days: CheckIns = {
  today: '2026-11-26',
  isDone: false,
  streak: 3,
  todayPoints: 4,
  days: [],
  rewards: [2, 2, 4, 4, 6, 6, 10],
};
const line = (overrides: Partial<StatementLine> = {}): StatementLine => ({
  id: '7',
  kind: 'order',
  reason: '消费得积分 …2091',
  delta: 231,
  balance: 3280,
  at: '2026-11-18T08:05:00.000Z',
  ...overrides,
});

function shopOf(lines: StatementLine[]) {
  return fakeServer({
    'GET /api/points': () => points,
    'GET /api/points/check-ins': () => days,
    'GET /api/points/ledger': ({ query }) => ({
      items: lines.filter(({ delta }) => query.side === 'all' || delta > 0 === (query.side === 'in')),
      nextCursor: null,
    }),
    'POST /api/points/check-ins': () => ({ ...days, isDone: true, streak: 4 }),
  });
}

test('the page says what there is, what is over soon, and why each change was', async () => {
  shopOf([line(), line({ id: '6', delta: -880, balance: 3049, reason: '订单抵扣 …3377' })]);
  await renderPage(PointsLedger);
  expect(await screen.findByText('订单抵扣 …3377')).toBeInTheDocument();
  for (const words of ['3,280', '420 积分 12 月 31 日到期', '+231', '−880', '余 3,049'])
    expect(screen.getByText(words)).toBeInTheDocument();
});

test('what came and what went are looked at apart', async () => {
  const server = shopOf([line(), line({ id: '6', delta: -880, reason: '订单抵扣 …3377' })]);
  await renderPage(PointsLedger);
  fireEvent.click(await screen.findByText('得到'));
  await waitFor(() => expect(screen.queryByText('订单抵扣 …3377')).toBeNull());
  expect(await screen.findByText('消费得积分 …2091')).toBeInTheDocument();
  expect(server.to('GET /api/points/ledger').map(({ query }) => query.side)).toEqual(['all', 'in']);
});

test('a check-in is sent once for two taps, says what it gave, and asks for the new sum', async () => {
  const server = shopOf([line()]);
  await renderPage(PointsLedger);
  const button = await screen.findByText('签到 +4');
  fireEvent.click(button);
  fireEvent.click(button);
  expect(await screen.findByText('明天再来')).toBeInTheDocument();
  await waitFor(() => expect(server.to('GET /api/points')).toHaveLength(2));
  expect(server.to('POST /api/points/check-ins')).toHaveLength(1);
  expect(toast).toHaveBeenCalledWith('签到成功，得 4 积分');
});

test('without the days of checking in the page shows the rest', async () => {
  const server = shopOf([line()]);
  server.set({ 'GET /api/points/check-ins': () => refuse('not_found') });
  await renderPage(PointsLedger);
  expect(await screen.findByText('消费得积分 …2091')).toBeInTheDocument();
  await act(async () => undefined);
  expect(screen.queryByText('每日签到')).toBeNull();
});

test('a failed statement can be tried again, and an empty one says how points come', async () => {
  const server = shopOf([]);
  server.set({ 'GET /api/points/ledger': () => refuse('not_found') });
  await renderPage(PointsLedger);
  const retry = await screen.findByText('重新加载');
  server.set({ 'GET /api/points/ledger': () => ({ items: [], nextCursor: null }) });
  fireEvent.click(retry);
  expect(await screen.findByText('还没有积分')).toBeInTheDocument();
});

test('the round shows a week around today, and begins anew after its last day', () => {
  const rewards = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const shown = (streak: number, isDone: boolean, of = rewards) =>
    daysOfRound({ streak, isDone, rewards: of }).map(
      ({ nth, points: gives, isPast }) => `${nth}:${gives}${isPast ? '✓' : ''}`,
    );
  expect(shown(0, false)).toEqual(['1:1', '2:2', '3:3', '4:4', '5:5', '6:6', '7:7']);
  expect(shown(10, true).at(-1)).toBe('10:10✓');
  expect(shown(10, false)[0]).toBe('11:1');
  expect(shown(6, false)).toEqual(['4:4✓', '5:5✓', '6:6✓', '7:7', '8:8', '9:9', '10:10']);
  expect(shown(2, true, [5, 8, 10])).toEqual(['1:5✓', '2:8✓', '3:10']);
});

test('numbers and times are written as a person reads them', () => {
  expect([grouped(0), grouped(1234567), signed(5), signed(-1200)]).toEqual(['0', '1,234,567', '+5', '−1,200']);
  const at = new Date(2026, 10, 2, 9, 5).toISOString();
  expect(momentWords(at, new Date(2026, 11, 1))).toBe('11-02 09:05');
  expect(momentWords(at, new Date(2027, 0, 1))).toBe('2026-11-02 09:05');
});
