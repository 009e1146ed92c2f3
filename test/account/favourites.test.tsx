import { fireEvent, screen, waitFor } from '@testing-library/react';
import Favourites from '@/account/favourites';
import type { Favourite } from '@/api/favourites';
import type { Notice } from '@/api/notices';
import { platform } from '@/platform';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { card } from '../support/storefront/goods';
import { favourite, notice } from '../support/storefront/keptGoods';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
});

/** A server that remembers. */
function shopOf(kept: Favourite[], notices: Notice[] = []) {
  return fakeServer({
    'GET /api/favourites': () => ({ items: kept, nextCursor: null }),
    'DELETE /api/favourites/:productId': ({ params }) => {
      kept = kept.filter(({ product }) => product.id !== params.productId);
      return { isFavourite: false };
    },
    'GET /api/notices': () => ({ items: notices, dueCount: 0 }),
    'POST /api/notices': ({ body }) => {
      const { productId } = body as { productId: string };
      notices = [...notices, notice({ kind: 'price_drop', product: card({ id: productId }) })];
      return answer(201, notices[0]);
    },
    'DELETE /api/notices/:noticeId': ({ params }) => {
      notices = notices.filter(({ id }) => id !== params.noticeId);
      return {};
    },
  });
}

test('favourites say what became cheaper, what is sold out and what left the shelf', async () => {
  shopOf([
    favourite({ product: card({ id: '1', title: '便宜了的壶', priceFen: 13900 }) }),
    favourite({ product: card({ id: '2', title: '卖完的壶', isSoldOut: true }) }),
    favourite({ product: card({ id: '3', title: '下架的壶', priceFen: 1 }), state: 'off_shelf' }),
  ]);
  await renderPage(Favourites);
  expect(await screen.findByText('比收藏时便宜 ¥20.00')).toBeInTheDocument();
  expect(screen.getByText('已售罄')).toBeInTheDocument();
  expect(screen.getByText('已下架')).toBeInTheDocument();
  expect(screen.getAllByText(/比收藏时便宜/)).toHaveLength(1);
});

test('a favourite opens its product, and leaves the list when it is let go', async () => {
  const server = shopOf([favourite(), favourite({ product: card({ id: '2', title: '留下的壶' }) })]);
  const visits = watchNavigation();
  await renderPage(Favourites);
  fireEvent.click(await screen.findByLabelText('柿釉手作茶壶'));
  expect(visits).toEqual(['navigateTo /mall/product/index?id=1']);
  fireEvent.click(screen.getByLabelText('取消收藏 柿釉手作茶壶'));
  await waitFor(() => expect(screen.queryByLabelText('柿釉手作茶壶')).toBeNull());
  expect(server.to('DELETE /api/favourites/:productId').map(({ params }) => params)).toEqual([{ productId: '1' }]);
  expect(screen.getByLabelText('留下的壶')).toBeInTheDocument();
});

test('a price-drop notice can be asked for and taken back', async () => {
  const server = shopOf([favourite()]);
  await renderPage(Favourites);
  fireEvent.click(await screen.findByText('降价提醒'));
  fireEvent.click(await screen.findByText('已盯着降价'));
  expect(await screen.findByText('降价提醒')).toBeInTheDocument();
  expect(server.to('POST /api/notices').map(({ body }) => body)).toEqual([{ kind: 'price_drop', productId: '1' }]);
  expect(server.to('DELETE /api/notices/:noticeId').map(({ params }) => params)).toEqual([{ noticeId: '81' }]);
});

test('without the notices the favourites still stand', async () => {
  shopOf([favourite()]).set({ 'GET /api/notices': () => refuse('forbidden') });
  await renderPage(Favourites);
  expect(await screen.findByLabelText('柿釉手作茶壶')).toBeInTheDocument();
  expect(screen.queryByText('降价提醒')).toBeNull();
});

test('no favourites yet leads to the shop', async () => {
  shopOf([]);
  const visits = watchNavigation();
  await renderPage(Favourites);
  expect(await screen.findByText('还没有收藏')).toBeInTheDocument();
  fireEvent.click(screen.getByText('去逛逛'));
  expect(visits).toEqual(['switchTab /pages/home/index']);
});

test('a list that does not come says so, and comes at another try', async () => {
  const server = shopOf([favourite()]);
  server.set({ 'GET /api/favourites': () => refuse('rate_limited') });
  await renderPage(Favourites);
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  server.set({ 'GET /api/favourites': () => ({ items: [favourite()], nextCursor: null }) });
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByLabelText('柿釉手作茶壶')).toBeInTheDocument();
});

test('the next page comes at the end of the list', async () => {
  const server = shopOf([]);
  server.set({
    'GET /api/favourites': ({ query }) =>
      query.cursor
        ? { items: [favourite({ product: card({ id: '2', title: '第二页的壶' }) })], nextCursor: null }
        : { items: [favourite()], nextCursor: '5.1' },
  });
  const { fire } = await renderPage(Favourites);
  await screen.findByLabelText('柿釉手作茶壶');
  await fire('onReachBottom');
  expect(await screen.findByLabelText('第二页的壶')).toBeInTheDocument();
  expect(screen.getByText('就这些了')).toBeInTheDocument();
});
