import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import ProductPage from '@/mall/product';
import { productKeys } from '@/lib/productCache';
import { queryClient } from '@/lib/queries';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { card, cards, productPage, teapot } from '../support/storefront/goods';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { cart, cartItem, shop, shopTerms } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
});

const all = {
  'GET /api/products/:productId': () => teapot() as unknown,
  'GET /api/products': () => productPage(cards(7, 100)),
  'GET /api/shop': () => shop,
  'GET /api/shop/terms': () => shopTerms,
  'GET /api/cart': () => cart([cartItem({ quantity: 3 })]),
  'POST /api/cart/items': () => cart([cartItem({ quantity: 4 })]) as unknown,
  'GET /api/products/:productId/related': () => ({ items: cards(6, 200) }) as unknown,
  'GET /api/products/:productId/together': () => ({ items: [] }) as unknown,
  'GET /api/history': () => ({ items: [], nextCursor: null }) as unknown,
  'GET /api/favourites/:productId': () => ({ isFavourite: false }),
  'PUT /api/favourites/:productId': () => ({ isFavourite: true }) as unknown,
  'DELETE /api/favourites/:productId': () => ({ isFavourite: false }),
  'PUT /api/history/:productId': () => ({}) as unknown,
  'GET /api/notices': () => ({ items: [] as unknown[], dueCount: 0 }),
};
const open = (params: Record<string, string> = {}) => renderPage(ProductPage, { params: { id: '1', ...params } });
const chip = (text: string) => screen.getByText(text).closest('.chip')!;
const sheet = () => within(screen.getByRole('dialog'));

test('a product shows its price, words, pictures, shipping and maker, and the cart’s count', async () => {
  fakeServer(all);
  await open();
  expect(await screen.findByText('出水利落不滴漏')).toBeInTheDocument();
  expect(await screen.findByText('运费 ¥8，满 ¥99 包邮')).toBeInTheDocument();
  expect(screen.getByText('景德镇老窑')).toBeInTheDocument();
  expect(document.querySelector('.counter')).toHaveTextContent('1 / 2');
  expect(await screen.findByLabelText('购物袋，3 件')).toBeInTheDocument();
});

test('the card that a list holds is drawn before the product comes, with nothing to buy yet', async () => {
  fakeServer({ ...all, 'GET /api/products/:productId': () => new Promise(() => undefined) });
  queryClient.setQueryData(productKeys.page({ sort: 'sales' }), productPage([card({ id: '1', title: '来自列表' })]));
  await open();
  expect(screen.getByText('来自列表')).toBeInTheDocument();
  fireEvent.click(screen.getByText('立即购买'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a tap on the options opens the sheet with both ways to buy', async () => {
  fakeServer(all);
  await open();
  fireEvent.click(await screen.findByText('釉色、容量'));
  expect(sheet().getByText('加入购物袋')).toBeInTheDocument();
  expect(sheet().getByText('立即购买')).toBeInTheDocument();
});

test('opened by the + of a card, the options are on show at once', async () => {
  fakeServer(all);
  await open({ choose: '1' });
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
});

test('combinations that do not exist are off, those sold out say 缺货 and can still be chosen', async () => {
  fakeServer(all);
  await open({ choose: '1' });
  fireEvent.click(await screen.findByText('120ml'));
  expect(chip('竹青').getAttribute('aria-disabled')).toBe('true');
  expect(within(chip('竹青') as HTMLElement).queryByText('缺货')).toBeNull();
  expect(chip('杏白').getAttribute('aria-disabled')).toBe('false');
  expect(within(chip('杏白') as HTMLElement).getByText('缺货')).toBeInTheDocument();
  expect(chip('柿红').getAttribute('aria-disabled')).toBe('false');
});

test('choosing shows the price, stock and picture of the SKU', async () => {
  fakeServer(all);
  await open({ choose: '1' });
  fireEvent.click(await screen.findByText('竹青'));
  fireEvent.click(screen.getByText('180ml'));
  expect(sheet().getByText('仅剩 2 件')).toBeInTheDocument();
  expect(sheet().getByText('已选 竹青 / 180ml')).toBeInTheDocument();
  expect(document.querySelector('.summary')).toHaveTextContent('¥169.00');
});

test('an open choice is asked for, and nothing is sent', async () => {
  const server = fakeServer(all);
  await open({ choose: '1' });
  fireEvent.click(await screen.findByText('柿红'));
  fireEvent.click(sheet().getByText('加入购物袋'));
  expect(toast).toHaveBeenCalledWith('请选择容量');
  expect(server.to('POST /api/cart/items')).toHaveLength(0);
});

test('the quantity stops at the stock of the chosen SKU, also when it was higher before', async () => {
  fakeServer(all);
  await open({ choose: '1' });
  fireEvent.click(await screen.findByText('180ml'));
  fireEvent.click(screen.getByText('柿红'));
  for (let i = 0; i < 4; i += 1) fireEvent.click(screen.getByLabelText('加一件'));
  expect(document.querySelector('.number')).toHaveTextContent('5');
  fireEvent.click(screen.getByText('竹青'));
  expect(document.querySelector('.number')).toHaveTextContent('2');
  fireEvent.click(screen.getByLabelText('加一件'));
  expect(toast).toHaveBeenCalledWith('最多能买 2 件');
});

test('adding sends the chosen SKU once, closes the sheet and counts up the cart', async () => {
  const server = fakeServer(all);
  await open();
  fireEvent.click(await screen.findByText('加入购物袋'));
  fireEvent.click(screen.getByText('柿红'));
  fireEvent.click(screen.getByText('180ml'));
  const button = sheet().getByText('加入购物袋');
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.to('POST /api/cart/items').map(({ body }) => body)).toEqual([{ skuId: '12', quantity: 1 }]);
  expect(toast).toHaveBeenCalledWith('放进购物袋了');
  expect(await screen.findByLabelText('购物袋，4 件')).toBeInTheDocument();
  expect(screen.getByText('柿红 · 180ml · 1 件')).toBeInTheDocument();
});

test('a SKU that was just sold out is said, the sheet stays and the product is asked for again', async () => {
  const server = fakeServer({ ...all, 'POST /api/cart/items': () => refuse('sold_out') });
  await open({ choose: '1' });
  fireEvent.click(await screen.findByText('柿红'));
  fireEvent.click(screen.getByText('180ml'));
  fireEvent.click(sheet().getByText('加入购物袋'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('来晚一步，这件刚刚卖完'));
  await waitFor(() => expect(server.to('GET /api/products/:productId')).toHaveLength(2));
  expect(screen.getByRole('dialog')).toBeInTheDocument();
});

test('buying goes to the checkout with the SKU and the quantity', async () => {
  fakeServer(all);
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('立即购买'));
  fireEvent.click(screen.getByText('柿红'));
  fireEvent.click(screen.getByText('180ml'));
  fireEvent.click(screen.getByLabelText('加一件'));
  fireEvent.click(sheet().getByText('立即购买'));
  expect(visits).toEqual([`navigateTo /orders/checkout/index?items=${encodeURIComponent('12:2')}`]);
});

test('a product with one SKU asks for nothing but the quantity', async () => {
  const single = teapot({ options: [], skus: [{ ...teapot().skus[0]!, optionValues: [] }], hasPriceRange: false });
  const server = fakeServer({ ...all, 'GET /api/products/:productId': () => single });
  await open();
  expect(await screen.findByText('1 件')).toBeInTheDocument();
  fireEvent.click(screen.getByText('加入购物袋'));
  fireEvent.click(sheet().getByText('加入购物袋'));
  await waitFor(() => expect(server.to('POST /api/cart/items')).toHaveLength(1));
});

test('a sold-out product says so and cannot be bought', async () => {
  const skus = teapot().skus.map((sku) => ({ ...sku, stock: 0 }));
  fakeServer({ ...all, 'GET /api/products/:productId': () => teapot({ isSoldOut: true, skus }) });
  await open({ choose: '1' });
  expect(await screen.findByText('已售罄')).toBeInTheDocument();
  expect(screen.getByText('看看别的')).toBeInTheDocument();
  expect(screen.queryByText('立即购买')).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test.each([
  ['is off the shelf', () => teapot({ state: 'off_shelf' })],
  ['was never there', () => refuse('not_found')],
])('a product that %s shows the way to others', async (_, answer) => {
  fakeServer({ ...all, 'GET /api/products/:productId': answer });
  await open();
  expect(await screen.findByText('这件商品收摊了')).toBeInTheDocument();
  expect(await screen.findByText('好货 105')).toBeInTheDocument();
});

test('a product that does not come says so, and comes at another try', async () => {
  let isBroken = true;
  fakeServer({ ...all, 'GET /api/products/:productId': () => (isBroken ? refuse('rate_limited') : teapot()) });
  await open();
  expect(await screen.findByText('商品没加载出来')).toBeInTheDocument();
  isBroken = false;
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('出水利落不滴漏')).toBeInTheDocument();
});

test('the page stands without the cart, the shop and other goods, whose place offers another try', async () => {
  fakeServer({
    ...all,
    'GET /api/cart': () => refuse('forbidden'),
    'GET /api/shop': () => refuse('forbidden'),
    'GET /api/products': () => refuse('forbidden'),
    'GET /api/products/:productId/related': () => refuse('forbidden'),
    'GET /api/favourites/:productId': () => refuse('forbidden'),
    'PUT /api/history/:productId': () => refuse('forbidden'),
    'GET /api/shop/terms': () => refuse('forbidden'),
    'GET /api/products/:productId/together': () => refuse('forbidden'),
    'GET /api/history': () => refuse('forbidden'),
    'GET /api/notices': () => refuse('forbidden'),
  });
  await open();
  expect(await screen.findByText('景德镇老窑')).toBeInTheDocument();
  expect(screen.getByText('立即购买')).toBeInTheDocument();
  expect(await screen.findByText('再试一次')).toBeInTheDocument();
});

test('the heart turns at the tap, and back with a word when the server refuses', async () => {
  const server = fakeServer(all);
  await open();
  fireEvent.click(await screen.findByLabelText('收藏'));
  expect(await screen.findByText('已收藏')).toBeInTheDocument();
  await waitFor(() => expect(server.to('PUT /api/favourites/:productId')).toHaveLength(1));
  server.set({ 'DELETE /api/favourites/:productId': () => refuse('rate_limited') });
  fireEvent.click(screen.getByLabelText('取消收藏'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('点得太快了，歇一会儿再试'));
  expect(screen.getByText('已收藏')).toBeInTheDocument();
});

test('an opened product is recorded once, a card that waits for its product and a gone one are not', async () => {
  const server = fakeServer(all);
  await open();
  await screen.findByText('出水利落不滴漏');
  await waitFor(() =>
    expect(server.to('PUT /api/history/:productId').map(({ params }) => params.productId)).toEqual(['1']),
  );

  const waiting = fakeServer({ ...all, 'GET /api/products/:productId': () => new Promise(() => undefined) });
  queryClient.setQueryData(productKeys.page({ sort: 'sales' }), productPage([card({ id: '1', title: '来自列表' })]));
  await open();
  expect((await screen.findAllByText('来自列表')).length).toBeGreaterThan(0);
  await waitFor(() => expect(waiting.to('GET /api/cart').length).toBeGreaterThan(0));
  expect(waiting.to('PUT /api/history/:productId')).toHaveLength(0);

  const gone = fakeServer({ ...all, 'GET /api/products/:productId': () => teapot({ state: 'off_shelf' }) });
  await open();
  await screen.findByText('这件商品收摊了');
  expect(gone.to('PUT /api/history/:productId')).toHaveLength(0);
});

test('a sold-out product can be waited for, and no longer', async () => {
  let notices: { id: string; kind: string; skuId: null }[] = [];
  const server = fakeServer({
    ...all,
    'GET /api/products/:productId': () => teapot({ isSoldOut: true }),
    'GET /api/notices': () => ({ items: notices, dueCount: 0 }),
    'POST /api/notices': () => {
      notices = [{ id: '81', kind: 'restock', skuId: null }];
      return notices[0];
    },
    'DELETE /api/notices/:noticeId': () => {
      notices = [];
      return {};
    },
  });
  await open();
  fireEvent.click(await screen.findByText('到货提醒'));
  fireEvent.click(await screen.findByText('已设到货提醒'));
  expect(await screen.findByText('到货提醒')).toBeInTheDocument();
  expect(server.to('POST /api/notices').map(({ body }) => body)).toEqual([{ kind: 'restock', productId: '1' }]);
  expect(server.to('DELETE /api/notices/:noticeId').map(({ params }) => params.noticeId)).toEqual(['81']);
});

test('what goes with the product stands below it; where that is not known, what everybody buys', async () => {
  fakeServer(all);
  await open();
  expect(await screen.findByText('好货 205')).toBeInTheDocument();
  expect(screen.queryByText('大家都在买')).toBeNull();
  document.body.innerHTML = '';
  fakeServer({ ...all, 'GET /api/products/:productId/related': () => refuse('forbidden') });
  await open();
  expect(await screen.findByText('好货 105')).toBeInTheDocument();
});
