import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import StaffHome from '@/staff/home';
import { queryClient } from '@/lib/queries';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { card, productPage } from '../support/storefront/goods';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { figures, nobody, noFigures, staffMe } from '../support/storefront/staffData';

beforeEach(() => {
  document.body.innerHTML = '';
});

function shopOf() {
  return fakeServer({
    'GET /api/staff': () => staffMe(),
    'GET /api/staff/figures': () => figures(),
    'GET /api/products': ({ query }) =>
      productPage(query.q === '没有' ? [] : [card({ title: query.sort === 'new' ? '新到的壶' : '卖得好的壶' })]),
  });
}

test('the workbench says who has come, what today brought beside yesterday, and what each product may earn', async () => {
  shopOf();
  await renderPage(StaffHome);
  expect(await screen.findByText('沈知夏')).toBeInTheDocument();
  expect(screen.getByText('导购 · 湖滨店')).toBeInTheDocument();
  expect(await screen.findByText('比昨天此时 +12%')).toBeInTheDocument();
  for (const words of ['18', '46', '7', '¥85.8']) expect(screen.getByText(words)).toBeInTheDocument();
  // 30 of 1,000 of 159.00
  expect(await screen.findByText('预计提成 ¥4.77')).toBeInTheDocument();
});

test('every entrance leads somewhere, and a product is shared with its own id', async () => {
  shopOf();
  const visits = watchNavigation();
  await renderPage(StaffHome);
  for (const name of ['我的码', '核销', '我的顾客', '业绩', '分享店铺']) fireEvent.click(await screen.findByText(name));
  fireEvent.click(await screen.findByLabelText('分享 卖得好的壶'));
  expect(visits).toEqual([
    'navigateTo /staff/codes/index',
    'navigateTo /staff/pickup/index',
    'navigateTo /staff/customers/index',
    'navigateTo /staff/results/index',
    'navigateTo /staff/share/index?kind=home',
    'navigateTo /staff/share/index?kind=product&id=1',
  ]);
});

test('goods are found by words and by how they sell', async () => {
  const server = shopOf();
  await renderPage(StaffHome);
  await screen.findByText('卖得好的壶');
  fireEvent.click(screen.getByText('新到'));
  expect(await screen.findByText('新到的壶')).toBeInTheDocument();
  await settled();
  await act(async () => {
    fireEvent.input(document.querySelector('input')!, { target: { value: '没有' } });
  });
  fireEvent.click(await screen.findByText('搜索'));
  expect(await screen.findByText('没有找到“没有”，换个词试试')).toBeInTheDocument();
  expect(server.to('GET /api/products').map(({ query }) => [query.sort, query.q])).toEqual([
    ['sales', undefined],
    ['new', undefined],
    ['new', '没有'],
  ]);
  fireEvent.click(screen.getByLabelText('清空'));
  expect(await screen.findByText('新到的壶')).toBeInTheDocument();
});

test('without a network the last figures stand with their time, and are not passed off as today’s', async () => {
  const server = shopOf();
  const first = await renderPage(StaffHome);
  await screen.findByText('比昨天此时 +12%');
  first.unmount();
  // a new start of the app, two days later
  queryClient.clear();
  const kept = JSON.parse(localStorage.getItem('jishi.staffFigures')!) as { figures: { today: { countedAt: string } } };
  kept.figures.today.countedAt = new Date(Date.now() - 2 * 86_400_000).toISOString();
  localStorage.setItem('jishi.staffFigures', JSON.stringify(kept));
  server.set({ 'GET /api/staff/figures': () => refuse('rate_limited') });
  await renderPage(StaffHome);
  expect(await screen.findByText(/^没连上，截至 \d+ 月 \d+ 日 /)).toBeInTheDocument();
  expect(screen.getByText('上一次看到的')).toBeInTheDocument();
  expect(screen.queryByText('今天')).toBeNull();
  expect(screen.getByText('18')).toBeInTheDocument();
});

test('the figures of another guide on the same phone are never shown', async () => {
  const server = shopOf();
  const first = await renderPage(StaffHome);
  await screen.findByText('比昨天此时 +12%');
  first.unmount();
  queryClient.clear();
  platform.removeText('jishi.staff');
  server.set({
    'GET /api/staff': () => staffMe({ employeeId: '32', name: '周小满' }),
    'GET /api/staff/figures': () => refuse('rate_limited'),
  });
  await renderPage(StaffHome);
  expect(await screen.findByText(/今天的业绩没加载出来/)).toBeInTheDocument();
  expect(screen.queryByText('18')).toBeNull();
});

test('figures that do not come leave the goods standing, and come at another try', async () => {
  const server = shopOf();
  server.set({ 'GET /api/staff/figures': () => refuse('rate_limited') });
  await renderPage(StaffHome);
  expect(await screen.findByText(/今天的业绩没加载出来/)).toBeInTheDocument();
  expect(await screen.findByText('卖得好的壶')).toBeInTheDocument();
  server.set({ 'GET /api/staff/figures': () => figures(noFigures, { before: noFigures }) });
  fireEvent.click(screen.getByText('再试一次'));
  await waitFor(() => expect(screen.getByText('成交单')).toBeInTheDocument());
  expect(screen.queryByText(/昨天此时/)).toBeNull();
});

test('whoever is no guide is told so kindly, and asks the server for no figures', async () => {
  const server = shopOf();
  server.set({ 'GET /api/staff': () => nobody });
  const visits = watchNavigation();
  await renderPage(StaffHome);
  fireEvent.click(await screen.findByText('填邀请码'));
  expect(visits).toEqual(['navigateTo /staff/join/index']);
  expect(server.to('GET /api/staff/figures')).toHaveLength(0);
  server.set({ 'GET /api/staff': () => staffMe({ state: 'asked' }) });
  await act(() => queryClient.invalidateQueries({ queryKey: ['staff', 'me'] }));
  expect(await screen.findByText('等店长同意')).toBeInTheDocument();
});
