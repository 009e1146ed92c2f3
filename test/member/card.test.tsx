import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Member } from '@/api/members';
import { queryClient } from '@/lib/queries';
import MemberCardPage from '@/member/card';
import { progressOf } from '@/member/progress';
import { platform } from '@/platform';
import { TransportError } from '@/platform/types';
import { answer, fakeServer } from '../support/storefront/fakeServer';
import { member, noMember, tillCode } from '../support/storefront/memberData';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const setBrightness = jest.spyOn(platform, 'setBrightness').mockResolvedValue({ status: 'ok', code: '', value: null });
const MINUTE = Date.UTC(2026, 10, 26, 6, 30);
const clock = jest.spyOn(Date, 'now');
let now = MINUTE;

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
  setBrightness.mockClear();
  now = MINUTE;
  clock.mockImplementation(() => now);
});
afterAll(() => clock.mockRestore());

const MOVES = [
  { id: '9', kind: 'up', words: '近一年成长值 3280，达到金穗的 2000，升为金穗', at: '2026-06-05T02:00:00.000Z' },
];
const card = 'GET /api/member';
const code = 'GET /api/member/till-code';
const shopOf = (whose: Member) =>
  fakeServer({
    [card]: () => whose,
    [code]: () => tillCode(now),
    'GET /api/member/level-moves': () => ({ items: MOVES, nextCursor: null }),
    'GET /api/phone': () => ({ maskedPhone: whose.maskedPhone, verifiedAt: null }),
  });
const offline = () => {
  throw new TransportError('offline', 'no network');
};
/** The next tick of the page, so many seconds later. */
async function later(seconds: number): Promise<void> {
  now += seconds * 1000;
  await act(() => new Promise((done) => setTimeout(done, 1100)));
}

test('the card says number, level, what is missing, what it gives and why', async () => {
  shopOf(member());
  await renderPage(MemberCardPage);
  expect(await screen.findByText('会员 No. 8806 2517')).toBeInTheDocument();
  expect(screen.getByText('还差 1,720 升丰年')).toBeInTheDocument();
  expect(screen.getByText('金穗权益')).toBeInTheDocument();
  expect(screen.getByText('1.2 倍积分')).toBeInTheDocument();
  expect(screen.getByText('金穗 · 现在')).toBeInTheDocument();
  expect(await screen.findByText('近一年成长值 3280，达到金穗的 2000，升为金穗')).toBeInTheDocument();
});

test('a level that may fall says until when, and what keeps it', async () => {
  shopOf(member({ growth: 900, next: { levelId: '4', missing: 4100 }, graceUntil: '2026-12-26T04:00:00.000Z' }));
  await renderPage(MemberCardPage);
  expect(await screen.findByText('近一年的成长值不到金穗的 2,000，12 月 26 日前达到就保留')).toBeInTheDocument();
});

test('at the top nothing is missing', async () => {
  shopOf(member({ levelId: '4', growth: 9000, next: null }));
  await renderPage(MemberCardPage);
  expect(await screen.findByText('已经是最高一级')).toBeInTheDocument();
});

test('the code is that of the minute, the screen is bright while it is in sight, and dark again afterwards', async () => {
  shopOf(member());
  const { fire, unmount } = await renderPage(MemberCardPage);
  expect(await screen.findByText('8806 2517 0000 0001')).toBeInTheDocument();
  expect(screen.getByText('60 秒后更新')).toBeInTheDocument();
  expect(setBrightness).toHaveBeenLastCalledWith(1);
  await fire('componentDidHide');
  expect(setBrightness).toHaveBeenLastCalledWith(null);
  await fire('componentDidShow');
  expect(setBrightness).toHaveBeenLastCalledWith(1);
  await later(60);
  expect(screen.getByText('8806 2517 0000 0002')).toBeInTheDocument();
  unmount();
  expect(setBrightness).toHaveBeenLastCalledWith(null);
});

test('a phone without a network shows its card and the code of each of the next five minutes, then says what is wrong', async () => {
  const server = shopOf(member());
  const first = await renderPage(MemberCardPage);
  await screen.findByText('8806 2517 0000 0001');
  first.unmount();
  queryClient.clear();
  server.set({ [card]: offline, [code]: offline });

  await renderPage(MemberCardPage);
  expect(await screen.findByText('会员 No. 8806 2517')).toBeInTheDocument();
  for (const digit of [2, 3, 4, 5, 6]) {
    await later(60);
    expect(screen.getByText(`8806 2517 0000 000${digit}`)).toBeInTheDocument();
  }
  await later(60);
  expect(await screen.findByText(/手机里的会员码已经过时/)).toBeInTheDocument();
  expect(screen.queryByText(/^8806 2517 0000/)).toBeNull();
}, 20_000);

test('what a phone kept of one person is not shown to another', async () => {
  const server = shopOf(member());
  const first = await renderPage(MemberCardPage);
  await screen.findByText('8806 2517 0000 0001');
  first.unmount();
  queryClient.clear();
  const other = { token: 'token-2', userId: '2', visitId: '2', expiresAt: '2100-01-01T00:00:00.000Z' };
  const { adoptSession } = await import('@/lib/session');
  adoptSession(other);
  server.set({ [card]: offline, [code]: offline });
  await renderPage(MemberCardPage);
  expect(await screen.findByText('重新加载', {}, { timeout: 5000 })).toBeInTheDocument();
  expect(screen.queryByText('会员 No. 8806 2517')).toBeNull();
}, 20_000);

test('who has a verified number opens the card with one tap, once', async () => {
  const server = shopOf(noMember('138****6620'));
  server.set({ 'POST /api/member': () => member({ levelId: '1', growth: 0 }) });
  await renderPage(MemberCardPage);
  expect(await screen.findByText('用 138****6620 开卡')).toBeInTheDocument();
  expect(server.to(code)).toEqual([]);
  server.set({ [card]: () => member({ levelId: '1', growth: 0 }) });
  const button = screen.getByText('一键开卡');
  fireEvent.click(button);
  fireEvent.click(button);
  expect(await screen.findByText('会员 No. 8806 2517')).toBeInTheDocument();
  expect(server.to('POST /api/member')).toHaveLength(1);
  expect(toast).toHaveBeenCalledWith('开好了，欢迎');
});

test('who has none is led to where it is verified, and offered the card on the way back', async () => {
  const server = shopOf(noMember(null));
  const visits = watchNavigation();
  const { fire } = await renderPage(MemberCardPage);
  fireEvent.click(await screen.findByText('验证手机号，再开卡'));
  expect(visits).toEqual(['navigateTo /account/phone/index']);
  server.set({ [card]: () => noMember('138****6620') });
  now += 60_000;
  await fire('componentDidShow');
  expect(await screen.findByText('一键开卡')).toBeInTheDocument();
});

test('where the card cannot be opened, the reason is said and the button is there again', async () => {
  const server = shopOf(noMember('138****6620'));
  server.set({
    'POST /api/member': () => answer(409, { error: { code: 'phone_required', message: '', requestId: '1' } }),
  });
  await renderPage(MemberCardPage);
  fireEvent.click(await screen.findByText('一键开卡'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('先验证一下手机号吧'));
  expect(await screen.findByText('一键开卡')).toBeInTheDocument();
});

test('the bar is at each level’s place on its growth, and between two of them in proportion', () => {
  const { levels } = member();
  const at = (growth: number) => Math.round(progressOf(levels, growth) * 1000);
  expect([0, 250, 500, 2000, 3500, 5000, 9000].map(at)).toEqual([0, 167, 333, 667, 833, 1000, 1000]);
  expect(progressOf(levels.slice(0, 1), 5)).toBe(1);
});
