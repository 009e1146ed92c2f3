import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Join from '@/staff/join';
import type { Invitation } from '@/api/staff';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { invitation, staffMe } from '../support/storefront/staffData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const look = 'GET /api/staff-invitations/:token';
const ask = 'POST /api/staff-invitations/:token/requests';

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
});

function shopOf(kept: Invitation) {
  return fakeServer({
    [look]: ({ params }) => (params.token === kept.token ? kept : refuse('not_found')),
    [ask]: ({ body }) => (kept = { ...kept, state: 'asked', name: (body as { name: string }).name }),
    'GET /api/staff': () => staffMe(),
  });
}
const type = (text: string) =>
  act(async () => {
    fireEvent.input(document.querySelector('taro-input-core input')!, { target: { value: text } });
  });

test('an invitation says where and as what, takes a name, and then waits for the manager', async () => {
  const server = shopOf(invitation());
  await renderPage(Join, { params: { invite: 'abcd2345' } });
  expect(await screen.findByText('湖滨店')).toBeInTheDocument();
  expect(screen.getByText('邀你来做导购')).toBeInTheDocument();
  await settled();
  await type('  ');
  fireEvent.click(screen.getByText('应邀'));
  expect(screen.getByText('请填一个名字，顾客也会看到它')).toBeInTheDocument();
  await type(' 沈知夏 ');
  fireEvent.click(screen.getByText('应邀'));
  expect(await screen.findByText('等店长同意')).toBeInTheDocument();
  expect(server.to(ask).map(({ params, body }) => [params.token, body])).toEqual([['ABCD2345', { name: '沈知夏' }]]);
});

test('while it waits the name can be mended', async () => {
  const server = shopOf(invitation({ state: 'asked', name: '知夏' }));
  await renderPage(Join, { params: { invite: 'ABCD2345' } });
  fireEvent.click(await screen.findByText('知夏'));
  await settled();
  await type('沈知夏');
  fireEvent.click(screen.getByText('改好了'));
  expect(await screen.findByText('沈知夏')).toBeInTheDocument();
  expect(screen.getByText('等店长同意')).toBeInTheDocument();
  expect(server.to(ask)).toHaveLength(1);
});

test('once the manager agreed, the page that comes back into sight leads to the workbench', async () => {
  const server = shopOf(invitation({ state: 'asked' }));
  const visits = watchNavigation();
  const { fire } = await renderPage(Join, { params: { invite: 'ABCD2345' } });
  await screen.findByText('等店长同意');
  server.set({ [look]: () => invitation({ state: 'approved' }) });
  await fire('componentDidShow');
  fireEvent.click(await screen.findByText('进工作台'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /staff/home/index']));
  expect(server.to('GET /api/staff')).toHaveLength(1);
});

test.each([
  ['rejected', '这次没有通过'],
  ['withdrawn', '邀请收回了'],
  ['expired', '邀请过期了'],
] as const)('an invitation that is %s says so, and offers another code', async (state, words) => {
  shopOf(invitation({ state }));
  await renderPage(Join, { params: { invite: 'ABCD2345' } });
  expect(await screen.findByText(words)).toBeInTheDocument();
  fireEvent.click(screen.getByText('换一个邀请码'));
  expect(await screen.findByText('填上店长给的邀请码')).toBeInTheDocument();
});

test('a code that nobody knows is said at its field, a short one is not sent', async () => {
  const server = shopOf(invitation());
  await renderPage(Join);
  await settled();
  await type('abc');
  fireEvent.click(screen.getByText('看看邀请'));
  expect(screen.getByText('邀请码是 8 位字母和数字')).toBeInTheDocument();
  expect(server.to(look)).toHaveLength(0);
  await type('zzzz9999');
  fireEvent.click(screen.getByText('看看邀请'));
  expect(await screen.findByText(/没有这份邀请/)).toBeInTheDocument();
  await settled();
  expect(server.to(look).map(({ params }) => params.token)).toEqual(['ZZZZ9999']);
  await type('abcd2345');
  await waitFor(() => expect(screen.queryByText(/没有这份邀请/)).toBeNull());
  fireEvent.click(screen.getByText('看看邀请'));
  expect(await screen.findByText('邀你来做导购')).toBeInTheDocument();
});

test('an invitation that was decided meanwhile is looked at again instead of failing', async () => {
  const server = shopOf(invitation());
  server.set({
    [ask]: () => {
      server.set({ [look]: () => invitation({ state: 'expired' }) });
      return refuse('conflict', { reason: 'expired' });
    },
  });
  await renderPage(Join, { params: { invite: 'ABCD2345' } });
  fireEvent.click(await screen.findByText('应邀'));
  expect(await screen.findByText('邀请过期了')).toBeInTheDocument();
  expect(toast).toHaveBeenCalledWith('这份邀请刚刚有了结果');
});

test('an invitation that does not come offers another try', async () => {
  const server = shopOf(invitation());
  server.set({ [look]: () => refuse('rate_limited') });
  await renderPage(Join, { params: { invite: 'ABCD2345' } });
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  server.set({ [look]: () => invitation() });
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('邀你来做导购')).toBeInTheDocument();
});
