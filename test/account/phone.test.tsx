import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import PhonePage from '@/account/phone';
import type { BoundPhone, Phone } from '@/api/phones';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { knownToken } from '@/lib/session';
import { platform } from '@/platform';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
  jest.useRealTimers();
});

const NONE: Phone = { maskedPhone: null, verifiedAt: null };
const VERIFIED: Phone = { maskedPhone: '138****6620', verifiedAt: '2026-11-25T08:00:00.000Z' };
const BOUND: BoundPhone = {
  maskedPhone: '138****6620',
  verifiedAt: VERIFIED.verifiedAt,
  outcome: 'bound',
  session: null,
};
const SENT = { expiresInMs: 300_000, resendAfterMs: 60_000, demoCode: '246810' };

function shopOf(phone: Phone) {
  return fakeServer({
    'GET /api/shop': () => shop,
    'GET /api/phone': () => phone,
    'POST /api/sms-codes': () => answer(201, SENT),
    'POST /api/phone/sms': () => {
      phone = VERIFIED;
      return BOUND;
    },
  });
}

async function open({ hasForm = true } = {}): Promise<void> {
  await renderPage(PhonePage);
  await screen.findByText('验证手机号有什么用');
  if (hasForm) await settled();
}
async function type(nth: number, text: string): Promise<void> {
  await act(async () => {
    fireEvent.input(document.querySelectorAll('taro-input-core input')[nth]!, { target: { value: text } });
  });
}
const agree = () => fireEvent.click(screen.getByRole('checkbox'));
const tap = (words: string | RegExp) => fireEvent.click(screen.getByText(words));

test('a number is verified with the code that was sent to it, and everything of the person is asked for anew', async () => {
  const server = shopOf(NONE);
  await open();
  queryClient.setQueryData(keys.cart, { items: [] });
  agree();
  await type(0, '13800006620');
  tap('获取验证码');
  expect(await screen.findByText('演示店不发短信，验证码是 246810')).toBeInTheDocument();
  await type(1, '246810');
  tap('验证');
  expect(await screen.findByText('138****6620')).toBeInTheDocument();
  expect(server.to('POST /api/phone/sms')[0]!.body).toEqual({ phone: '13800006620', code: '246810' });
  expect(queryClient.getQueryState(keys.cart)!.isInvalidated).toBe(true);
  expect(toast).toHaveBeenCalledWith('手机号验证好了');
});

test('without the consent nothing is sent, by no button', async () => {
  const server = shopOf(NONE);
  await open();
  await type(0, '13800006620');
  tap('获取验证码');
  await type(1, '246810');
  tap('验证');
  expect(toast).toHaveBeenCalledTimes(2);
  expect(toast).toHaveBeenCalledWith('请先看过隐私说明，并勾选同意');
  expect(server.seen.filter(({ method, route }) => method === 'POST' && route !== 'POST /api/sessions')).toEqual([]);
});

test('the consent leads to what is consented to', async () => {
  shopOf(NONE);
  const visits = watchNavigation();
  await open();
  tap('《隐私说明》');
  expect(visits).toEqual(['navigateTo /account/privacy/index']);
});

test('the next code can be asked for when its minute is over, and the seconds are counted', async () => {
  const server = shopOf(NONE);
  await open();
  agree();
  await type(0, '13800006620');
  tap('获取验证码');
  const waiting = await screen.findByText(/^(60|59) 秒后重发$/);
  fireEvent.click(waiting);
  expect(server.to('POST /api/sms-codes')).toHaveLength(1);
  const later = Date.now() + 60_500;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  expect(await screen.findByText('重新获取', {}, { timeout: 3000 })).toBeInTheDocument();
  jest.mocked(Date.now).mockRestore();
});

test('what is no number, no code, or the wrong one is said at the field, and goes away while it is mended', async () => {
  shopOf(NONE).set({ 'POST /api/phone/sms': () => refuse('sms_code_wrong') });
  await open();
  agree();
  await type(0, '1380000');
  tap('获取验证码');
  expect(screen.getByText('请填 11 位手机号')).toBeInTheDocument();
  await type(0, '13800006620');
  await waitFor(() => expect(screen.queryByText('请填 11 位手机号')).toBeNull());
  await type(1, '12');
  tap('验证');
  expect(screen.getByText('请填短信里的 6 位验证码')).toBeInTheDocument();
  await type(1, '123456');
  tap('验证');
  expect(await screen.findByText('验证码不对或已失效，请核对或重新获取')).toBeInTheDocument();
  expect(screen.queryByText('已验证')).toBeNull();
  await type(1, '654321');
  await waitFor(() => expect(screen.queryByText('验证码不对或已失效，请核对或重新获取')).toBeNull());
});

test('too many codes are said so, and no more are asked for', async () => {
  const strict = shopOf(NONE);
  strict.set({ 'POST /api/sms-codes': () => refuse('rate_limited', { retryAt: '2026-11-26T00:00:00.000Z' }) });
  await open();
  agree();
  await type(0, '13800006620');
  tap('获取验证码');
  await waitFor(() => expect(toast).toHaveBeenCalledWith('点得太快了，歇一会儿再试'));
  fireEvent.click(await screen.findByText(/秒后重发$/));
  expect(strict.to('POST /api/sms-codes')).toHaveLength(1);
});

test('who turns out to have an account already goes on with it, under its token', async () => {
  const fresh = { token: 'n'.repeat(43), userId: '7', visitId: '1', expiresAt: '2100-01-01T00:00:00.000Z' };
  shopOf(NONE).set({ 'POST /api/phone/sms': () => ({ ...BOUND, outcome: 'merged', session: fresh }) });
  await open();
  agree();
  await type(0, '13800006620');
  await type(1, '246810');
  tap('验证');
  await waitFor(() => expect(toast).toHaveBeenCalledWith('验证好了，两边的东西合在一起了'));
  expect(knownToken()).toBe(fresh.token);
  expect(localStorage.getItem('jishi.session')).toContain(fresh.token);
});

test('a verified number is shown masked, and changed only on request', async () => {
  shopOf(VERIFIED);
  await open({ hasForm: false });
  expect(screen.getByText('138****6620')).toBeInTheDocument();
  expect(document.querySelectorAll('input')).toHaveLength(0);
  tap('换一个号码');
  expect(await screen.findByText('验证新的号码')).toBeInTheDocument();
});

test('a page that does not come offers nothing but another try', async () => {
  shopOf(NONE).set({ 'GET /api/phone': () => refuse('rate_limited') });
  await renderPage(PhonePage);
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  expect(screen.queryByText('获取验证码')).toBeNull();
});
