import { fireEvent, screen, waitFor } from '@testing-library/react';
import Notices from '@/account/notices';
import type { Notice } from '@/api/notices';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { notice } from '../support/storefront/keptGoods';
import { renderPage } from '../support/storefront/renderPage';

jest.spyOn(platform, 'toast').mockImplementation(() => undefined);

beforeEach(() => {
  document.body.innerHTML = '';
});

function shopOf(items: Notice[]) {
  return fakeServer({
    'GET /api/notices': () => ({ items, dueCount: items.filter(({ isDue }) => isDue).length }),
    'DELETE /api/notices/:noticeId': ({ params }) => {
      items = items.filter(({ id }) => id !== params.noticeId);
      return {};
    },
  });
}

test('what came true stands apart from what is still waited for, each with its reason', async () => {
  shopOf([
    notice({ id: '1', isDue: true }),
    notice({ id: '2', kind: 'price_drop', nowFen: 13900, isDue: true }),
    notice({ id: '3', optionText: '柿红 / 180ml', skuId: '11' }),
    notice({ id: '4', kind: 'price_drop' }),
  ]);
  await renderPage(Notices);
  expect(await screen.findByText('等到了')).toBeInTheDocument();
  for (const text of ['到货了，手快有', '降了 ¥20.00', '还在等', '柿红 / 180ml · 等到货', '等它低于 ¥159.00'])
    expect(screen.getByText(text)).toBeInTheDocument();
});

test('a notice that is let go leaves, and with the last one the page says what notices are for', async () => {
  shopOf([notice()]);
  await renderPage(Notices);
  expect(await screen.findByText('还在等')).toBeInTheDocument();
  expect(screen.queryByText('等到了')).toBeNull();
  fireEvent.click(screen.getByLabelText('不再提醒 柿釉手作茶壶'));
  expect(await screen.findByText('没有在等的商品')).toBeInTheDocument();
});

test('notices that do not come say so, and come at another try', async () => {
  const server = shopOf([notice()]);
  server.set({ 'GET /api/notices': () => refuse('rate_limited') });
  await renderPage(Notices);
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  server.set({ 'GET /api/notices': () => ({ items: [notice()], dueCount: 0 }) });
  fireEvent.click(screen.getByText('重新加载'));
  await waitFor(() => expect(screen.getByText('还在等')).toBeInTheDocument());
});
