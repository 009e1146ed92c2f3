import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import About from '@/account/about';
import Deletion from '@/account/deletion';
import Privacy from '@/account/privacy';
import Settings from '@/account/settings';
import type { AccountDeletion } from '@/api/account';
import { productKeys } from '@/lib/productCache';
import { queryClient } from '@/lib/queries';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const confirm = jest.spyOn(platform, 'confirm');

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
  confirm.mockReset();
});

const NONE: AccountDeletion = { state: 'none', requestedAt: null, dueAt: null };
const REQUESTED: AccountDeletion = {
  state: 'requested',
  requestedAt: new Date(2026, 10, 25, 9, 5).toISOString(),
  dueAt: new Date(2026, 11, 2, 9, 5).toISOString(),
};

function shopOf(deletion: AccountDeletion) {
  return fakeServer({
    'GET /api/shop': () => shop,
    'GET /api/account/deletion': () => deletion,
    'POST /api/account/deletion': () => (deletion = REQUESTED),
    'DELETE /api/account/deletion': () => (deletion = NONE),
  });
}

test('every row of the settings leads somewhere, and a deletion under way is seen', async () => {
  shopOf(REQUESTED);
  const visits = watchNavigation();
  await renderPage(Settings);
  expect(await screen.findByText('已申请')).toBeInTheDocument();
  for (const name of ['收货地址', '到货与降价提醒', '隐私说明', '关于', '注销账号'])
    fireEvent.click(screen.getByText(name));
  expect(visits).toEqual([
    'navigateTo /orders/addresses/index',
    'navigateTo /account/notices/index',
    'navigateTo /account/privacy/index',
    'navigateTo /account/about/index',
    'navigateTo /account/deletion/index',
  ]);
});

test('clearing the cache forgets what was loaded, after a yes, and keeps the session', async () => {
  shopOf(NONE);
  await renderPage(Settings);
  await waitFor(() => expect(localStorage.getItem('jishi.session')).not.toBeNull());
  queryClient.setQueryData(productKeys.one('1'), { id: '1' });
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(screen.getByText('清除缓存'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  expect(queryClient.getQueryData(productKeys.one('1'))).toEqual({ id: '1' });
  confirm.mockResolvedValueOnce(true);
  fireEvent.click(screen.getByText('清除缓存'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('缓存清掉了'));
  expect(queryClient.getQueryData(productKeys.one('1'))).toBeUndefined();
  expect(localStorage.getItem('jishi.session')).not.toBeNull();
});

test('an account is asked to be deleted only after a yes, and the last day to withdraw is shown', async () => {
  const server = shopOf(NONE);
  await renderPage(Deletion);
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(await screen.findByText('申请注销账号'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  const button = screen.getByText('申请注销账号').closest('.button')!;
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('false'));
  expect(server.to('POST /api/account/deletion')).toHaveLength(0);
  confirm.mockResolvedValueOnce(true);
  fireEvent.click(screen.getByText('申请注销账号'));
  expect(await screen.findByText('12 月 2 日 09:05 之前都可以撤回')).toBeInTheDocument();
});

test('a deletion is withdrawn with one tap', async () => {
  shopOf(REQUESTED);
  await renderPage(Deletion);
  fireEvent.click(await screen.findByText('撤回申请，留下来'));
  expect(await screen.findByText('申请注销账号')).toBeInTheDocument();
  expect(toast).toHaveBeenCalledWith('撤回了，欢迎留下');
});

test('a deletion page that does not come offers nothing to do but another try', async () => {
  shopOf(NONE).set({ 'GET /api/account/deletion': () => refuse('rate_limited') });
  await renderPage(Deletion);
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  expect(screen.queryByText('申请注销账号')).toBeNull();
});

test('about shows the version of the package, and every licence it names is one of NOTICE', async () => {
  shopOf(NONE);
  await renderPage(About);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(screen.getByText(`版本 ${version}`)).toBeInTheDocument();
  const notice = readFileSync('NOTICE', 'utf8');
  const works = [...document.querySelectorAll('.label')].map((label) => label.textContent!);
  expect(works).toContain('React');
  for (const work of works) expect(notice).toContain(work);
});

test('the privacy text says what is kept, and how to leave', async () => {
  shopOf(NONE);
  await renderPage(Privacy);
  expect(screen.getByText('我们记下什么')).toBeInTheDocument();
  expect(screen.getByText(/申请注销账号；7 天内反悔/)).toBeInTheDocument();
});
