import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Codes from '@/staff/codes';
import type { StaffCode } from '@/api/staff';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { staffCode, staffMe } from '../support/storefront/staffData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const confirm = jest.spyOn(platform, 'confirm');
const revoke = 'POST /api/staff/codes/:token/revoke';

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
  confirm.mockReset();
});

function shopOf(codes: StaffCode[]) {
  return fakeServer({
    'GET /api/staff': () => staffMe(),
    'GET /api/staff/codes': () => ({ items: codes, nextCursor: null }),
    [revoke]: ({ params }) => {
      codes = codes.map((code) => (code.token === params.token ? { ...code, state: 'revoked' } : code));
      return codes[0];
    },
  });
}

test('codes say where they lead and how often they were scanned; what is over can be done nothing with', async () => {
  shopOf([
    staffCode(),
    staffCode({ token: 'KKKKKKK2', target: { kind: 'home', id: '' }, product: null, scans: 3 }),
    staffCode({ token: 'KKKKKKK3', target: { kind: 'category', id: 'tea' }, product: null, state: 'revoked' }),
  ]);
  const visits = watchNavigation();
  await renderPage(Codes);
  expect(await screen.findByText('店铺首页')).toBeInTheDocument();
  expect(screen.getByText('扫过 3 次')).toBeInTheDocument();
  expect(screen.getByText('已作废')).toBeInTheDocument();
  expect(screen.queryByLabelText('分享 一个分类')).toBeNull();
  fireEvent.click(screen.getByLabelText('分享 柿釉手作茶壶'));
  expect(visits).toEqual(['navigateTo /staff/share/index?kind=product&id=1&store=51']);
});

test('a code is revoked only after a yes', async () => {
  const server = shopOf([staffCode()]);
  await renderPage(Codes);
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(await screen.findByLabelText('作废 柿釉手作茶壶'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  await act(async () => undefined);
  expect(server.to(revoke)).toHaveLength(0);
  confirm.mockResolvedValueOnce(true);
  fireEvent.click(screen.getByLabelText('作废 柿釉手作茶壶'));
  expect(await screen.findByText('已作废')).toBeInTheDocument();
  expect(server.to(revoke).map(({ params }) => params.token)).toEqual(['KKKKKKK1']);
});

test('without codes the page says how one comes about', async () => {
  shopOf([]);
  const visits = watchNavigation({ depth: 2 });
  await renderPage(Codes);
  fireEvent.click(await screen.findByText('去选品分享'));
  expect(visits).toEqual(['navigateBack']);
});

test('codes that do not come say so, and come at another try', async () => {
  const server = shopOf([staffCode()]);
  server.set({ 'GET /api/staff/codes': () => refuse('rate_limited') });
  await renderPage(Codes);
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  server.set({ 'GET /api/staff/codes': () => ({ items: [staffCode()], nextCursor: null }) });
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('扫过 12 次')).toBeInTheDocument();
});
