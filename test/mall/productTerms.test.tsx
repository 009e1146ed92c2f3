import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { focusManager } from '@tanstack/react-query';
import ProductPage from '@/mall/product';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { card, cards, productPage, teapot } from '../support/storefront/goods';
import { renderPage } from '../support/storefront/renderPage';
import { cart, shop, shopTerms } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const visit = (id: string, state = 'on_shelf') => ({ product: card({ id, title: `看过 ${id}` }), state, seenAt: '' });
const all = {
  'GET /api/products/:productId': () => teapot() as unknown,
  'GET /api/products': () => productPage([]),
  'GET /api/shop': () => shop,
  'GET /api/shop/terms': () => shopTerms as unknown,
  'GET /api/cart': () => cart([]),
  'GET /api/products/:productId/related': () => ({ items: cards(2, 200) }) as unknown,
  'GET /api/products/:productId/together': () => ({ items: [] as unknown[] }),
  'GET /api/history': () => ({ items: [] as unknown[], nextCursor: null }),
  'GET /api/favourites/:productId': () => ({ isFavourite: false }),
  'PUT /api/history/:productId': () => ({}) as unknown,
  'GET /api/notices': () => ({ items: [] as unknown[], dueCount: 0 }),
};
const open = async (changes: Partial<Record<keyof typeof all, () => unknown>> = {}, params = {}) => {
  const server = fakeServer({ ...all, ...changes });
  await renderPage(ProductPage, { params: { id: '1', ...params } });
  await screen.findByText('出水利落不滴漏');
  return server;
};
const sheet = () => within(screen.getByRole('dialog'));

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
});

test('every number of the price block has its words: price, range, struck price, 满减 and shipping', async () => {
  await open({ 'GET /api/products/:productId': () => teapot({ compareAtFen: 19900 }) });
  await screen.findByText('满 299 减 30');
  fireEvent.click(screen.getByLabelText('价格说明'));
  expect(sheet().getByText('¥129–169')).toBeInTheDocument();
  expect(sheet().getByText('各款式价格不同，选好款式就是那一款的价钱。不含运费。')).toBeInTheDocument();
  expect(sheet().getByText('¥199')).toBeInTheDocument();
  expect(sheet().getByText(/店家标的参考价/)).toBeInTheDocument();
  expect(sheet().getByText('满 ¥299 减 ¥30')).toBeInTheDocument();
  expect(sheet().getByText('¥8，满 ¥99 包邮')).toBeInTheDocument();
  fireEvent.click(sheet().getByText('知道了'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('promises are named in a row and explained in a sheet; a shop without any has no such row', async () => {
  await open();
  fireEvent.click(await screen.findByText('七天无理由 · 破损包赔'));
  expect(sheet().getByText('没用过就能退')).toBeInTheDocument();
  document.body.innerHTML = '';
  await open({ 'GET /api/shop/terms': () => ({ ...shopTerms, services: [], discounts: [] }) });
  await screen.findByText('景德镇老窑');
  expect(screen.queryByText('服务')).toBeNull();
  expect(screen.queryByText('优惠')).toBeNull();
});

test('facts stand in a table above the words', async () => {
  await open();
  expect(screen.getByText('高岭土 / 柿红釉')).toBeInTheDocument();
  expect(screen.getByText('产地')).toBeInTheDocument();
});

test('customer service is there with a telephone number, and absent without any way to reach it', async () => {
  await open();
  expect(await screen.findByLabelText('联系客服')).toBeInTheDocument();
  document.body.innerHTML = '';
  await open({ 'GET /api/shop/terms': () => ({ ...shopTerms, contact: { ...shopTerms.contact, phone: null } }) });
  await screen.findByText('七天无理由 · 破损包赔');
  expect(screen.queryByLabelText('联系客服')).toBeNull();
});

test('sharing copies the link of this very product where the browser has no share sheet', async () => {
  const copy = jest.spyOn(platform, 'copyText').mockResolvedValue({ status: 'ok', code: '', value: null });
  await open();
  fireEvent.click(screen.getByLabelText('分享'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('链接复制好了，发给朋友吧'));
  expect(copy).toHaveBeenCalledWith(expect.stringMatching(/^http.*#\/mall\/product\/index\?id=1&share=\w+$/));
});

test('a sold-out combination can be chosen and waited for, that SKU and no other', async () => {
  const server = await open({}, { choose: '1' });
  server.set({ 'POST /api/notices': () => ({ id: '81', kind: 'restock', skuId: '13' }) });
  fireEvent.click(sheet().getByText('120ml'));
  fireEvent.click(sheet().getByText('杏白'));
  expect(sheet().queryByText('立即购买')).toBeNull();
  fireEvent.click(sheet().getByText('到货提醒'));
  await waitFor(() =>
    expect(server.to('POST /api/notices').map(({ body }) => body)).toEqual([
      { kind: 'restock', productId: '1', skuId: '13' },
    ]),
  );
  fireEvent.click(sheet().getByText('柿红'));
  expect(sheet().getByText('立即购买')).toBeInTheDocument();
});

test('a lower price can be waited for, and no longer', async () => {
  let items: unknown[] = [];
  const server = await open({ 'GET /api/notices': () => ({ items, dueCount: 0 }) });
  server.set({
    'POST /api/notices': () => (items = [{ id: '82', kind: 'price_drop', skuId: null }])[0],
    'DELETE /api/notices/:noticeId': () => {
      items = [];
      return {};
    },
  });
  fireEvent.click(screen.getByLabelText('降价提醒'));
  fireEvent.click(await screen.findByLabelText('取消降价提醒'));
  expect(await screen.findByLabelText('降价提醒')).toBeInTheDocument();
  expect(server.to('POST /api/notices').map(({ body }) => body)).toEqual([{ kind: 'price_drop', productId: '1' }]);
  expect(server.to('DELETE /api/notices/:noticeId').map(({ params }) => params.noticeId)).toEqual(['82']);
});

test('bought together says how many people did, and is not there when nobody or nothing says so', async () => {
  await open({
    'GET /api/products/:productId/together': () => ({
      items: [{ product: card({ id: '31', title: '茶杯' }), buyers: 7 }],
    }),
  });
  expect(await screen.findByText('7 人一起买过')).toBeInTheDocument();
  document.body.innerHTML = '';
  await open({ 'GET /api/products/:productId/together': () => refuse('forbidden') });
  await screen.findByText('好货 200');
  expect(screen.queryByText('经常一起买')).toBeNull();
});

test('the strip of what was seen last has neither this product nor what left the shelf', async () => {
  await open({
    'GET /api/history': () => ({ items: [visit('1'), visit('41'), visit('42', 'off_shelf')], nextCursor: null }),
  });
  expect(await screen.findByText('看过 41')).toBeInTheDocument();
  expect(screen.queryByText('看过 1')).toBeNull();
  expect(screen.queryByText('看过 42')).toBeNull();
});

describe('the gallery', () => {
  const filmed = () => teapot({ video: { url: 'https://films.invalid/teapot.mp4', posterUrl: null } });
  const film = () => document.querySelector('video');

  test('begins with the film’s poster, counts it, and plays nothing before a tap', async () => {
    await open({ 'GET /api/products/:productId': filmed });
    expect(document.querySelector('.counter')).toHaveTextContent('1 / 3');
    expect(film()).toBeNull();
    fireEvent.click(screen.getByLabelText('播放视频'));
    expect(film()?.getAttribute('src')).toBe('https://films.invalid/teapot.mp4');
  });

  test('stops the film when the page is hidden, and returns to the poster when it cannot be played', async () => {
    const pause = jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined);
    await open({ 'GET /api/products/:productId': filmed });
    fireEvent.click(screen.getByLabelText('播放视频'));
    expect(pause).not.toHaveBeenCalled();
    act(() => focusManager.setFocused(false));
    expect(pause).toHaveBeenCalledTimes(1);
    act(() => focusManager.setFocused(true));
    fireEvent.error(film()!);
    expect(screen.getByLabelText('播放视频')).toBeInTheDocument();
    expect(toast).toHaveBeenCalledWith('视频没有放出来，先看看图片吧');
  });

  test('opens the tapped picture in full among all of them', async () => {
    const preview = jest.spyOn(Taro, 'previewImage').mockResolvedValue({ errMsg: '' });
    await open();
    fireEvent.click(screen.getAllByLabelText('看大图')[1]!);
    expect(preview).toHaveBeenCalledWith({
      urls: ['/assets/teapot.jpg', '/assets/teapot2.jpg'],
      current: '/assets/teapot2.jpg',
    });
  });
});
