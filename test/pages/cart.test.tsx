import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import CartPage from '@/pages/cart';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { cart, cartItem } from '../support/storefront/shopData';

const teapot = cartItem();
const rice = cartItem({ skuId: '12', productId: '2', title: '五常稻花香', priceFen: 7990, quantity: 2, stock: 3 });

const toast = jest.spyOn(platform, 'toast');
const confirm = jest.spyOn(platform, 'confirm');

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
  confirm.mockReset();
});

function lineOf(title: string) {
  return within(screen.getByText(title).closest('.line') as HTMLElement);
}

test('a cart shows its lines and the total of what is selected', async () => {
  fakeServer({ 'GET /api/cart': () => cart([teapot, rice]) });
  await renderPage(CartPage);
  expect(await screen.findByText('柿釉手作茶壶')).toBeInTheDocument();
  expect(lineOf('五常稻花香').getByText('仅剩 3 件')).toBeInTheDocument();
  expect(screen.getByText('结算 (3)')).toBeInTheDocument();
});

test('a change of quantity shows at once and the server answer takes its place', async () => {
  let release: (value: unknown) => void = () => undefined;
  const server = fakeServer({
    'GET /api/cart': () => cart([teapot]),
    'PUT /api/cart/items/:skuId': () => new Promise((resolve) => (release = resolve)),
  });
  await renderPage(CartPage);
  await screen.findByText('结算 (1)');
  fireEvent.click(screen.getByLabelText('加一件'));
  expect(await screen.findByText('结算 (2)')).toBeInTheDocument();
  await waitFor(() => expect(server.to('PUT /api/cart/items/:skuId')).toHaveLength(1));
  expect(server.to('PUT /api/cart/items/:skuId')[0]).toMatchObject({ params: { skuId: '11' }, body: { quantity: 2 } });
  await act(async () => release(cart([cartItem({ quantity: 2, priceFen: 20000 })])));
  expect(await screen.findByText('400')).toBeInTheDocument();
});

test('a change that the server refuses is taken back and said', async () => {
  fakeServer({
    'GET /api/cart': () => cart([teapot]),
    'PUT /api/cart/items/:skuId': () => refuse('rate_limited'),
  });
  await renderPage(CartPage);
  await screen.findByText('结算 (1)');
  fireEvent.click(screen.getByLabelText('加一件'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('点得太快了，歇一会儿再试'));
  expect(await screen.findByText('结算 (1)')).toBeInTheDocument();
});

test('the stepper stops at the stock and says so, and below one it asks whether to remove', async () => {
  const server = fakeServer({
    'GET /api/cart': () => cart([cartItem({ quantity: 1, stock: 1 })]),
    'DELETE /api/cart/items/:skuId': () => cart([]),
  });
  await renderPage(CartPage);
  fireEvent.click(await screen.findByLabelText('加一件'));
  expect(toast).toHaveBeenCalledWith('只剩 1 件了');
  expect(server.to('PUT /api/cart/items/:skuId')).toHaveLength(0);
  confirm.mockResolvedValue(true);
  fireEvent.click(screen.getByLabelText('减一件'));
  expect(await screen.findByText('篮子还空着')).toBeInTheDocument();
  await waitFor(() => expect(server.to('DELETE /api/cart/items/:skuId')).toHaveLength(1));
});

test('what cannot be bought stands apart with its reason and is left out of the total', async () => {
  const server = fakeServer({
    'GET /api/cart': () =>
      cart([
        teapot,
        cartItem({ skuId: '13', title: '连衣裙', state: 'off_shelf' }),
        cartItem({ skuId: '14', title: '台灯', state: 'sold_out', stock: 0, optionText: '暖光' }),
        cartItem({ skuId: '15', title: '蜂蜜', state: 'insufficient', quantity: 5, stock: 2 }),
      ]),
    'PUT /api/cart/items/:skuId': () => cart([teapot, cartItem({ skuId: '15', title: '蜂蜜', quantity: 2, stock: 2 })]),
  });
  await renderPage(CartPage);
  expect(await screen.findByText('这件商品收摊了')).toBeInTheDocument();
  expect(screen.getByText('暖光 卖完了')).toBeInTheDocument();
  expect(screen.getByText('要 5 件，只剩 2 件了')).toBeInTheDocument();
  expect(screen.getByText('结算 (1)')).toBeInTheDocument();
  fireEvent.click(screen.getByText('改为 2 件'));
  expect(await screen.findByText('结算 (3)')).toBeInTheDocument();
  await waitFor(() => expect(server.to('PUT /api/cart/items/:skuId')[0]).toMatchObject({ body: { quantity: 2 } }));
});

test('select all selects everything, and nothing selected cannot be checked out', async () => {
  const off = cart([{ ...teapot, isSelected: false }]);
  const server = fakeServer({ 'GET /api/cart': () => off, 'PUT /api/cart/selection': () => cart([teapot]) });
  const visits = watchNavigation();
  await renderPage(CartPage);
  fireEvent.click(await screen.findByText('结算 (0)'));
  expect(visits).toEqual([]);
  fireEvent.click(screen.getByLabelText('全选'));
  fireEvent.click(await screen.findByText('结算 (1)'));
  expect(visits).toEqual(['navigateTo /orders/checkout/index?items=11%3A1&cart=1']);
  await waitFor(() => expect(server.to('PUT /api/cart/selection')[0]).toMatchObject({ body: { isSelected: true } }));
});

test('a cart that does not load says why and loads on retry', async () => {
  let isBroken = true;
  fakeServer({ 'GET /api/cart': () => (isBroken ? refuse('forbidden') : cart([teapot])) });
  await renderPage(CartPage);
  expect(await screen.findByText('这里不对外开放')).toBeInTheDocument();
  isBroken = false;
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('柿釉手作茶壶')).toBeInTheDocument();
});

test('a tap on the options of a line, or 换一款 where they are sold out, goes to choose others', async () => {
  fakeServer({
    'GET /api/cart': () =>
      cart([
        teapot,
        cartItem({ skuId: '14', productId: '4', title: '台灯', state: 'sold_out', stock: 0, optionText: '暖光' }),
      ]),
  });
  const visits = watchNavigation();
  await renderPage(CartPage);
  fireEvent.click(await screen.findByLabelText('换规格 柿釉手作茶壶'));
  fireEvent.click(screen.getByText('换一款'));
  expect(visits).toEqual([
    'navigateTo /mall/product/index?id=1&change=11%3A1',
    'navigateTo /mall/product/index?id=4&change=14%3A1',
  ]);
});

test('the cart says how much is missing for free delivery, at once when the quantity changes', async () => {
  const cheap = cartItem({ priceFen: 4000 });
  const server = fakeServer({
    'GET /api/cart': () => cart([cheap]),
    'PUT /api/cart/items/:skuId': () => new Promise(() => undefined),
  });
  await renderPage(CartPage);
  expect(await screen.findByText('再买 ¥59.00 免运费')).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('加一件'));
  expect(await screen.findByText('再买 ¥19.00 免运费')).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('加一件'));
  expect(await screen.findByText('已免运费')).toBeInTheDocument();
  expect(server.to('GET /api/cart')).toHaveLength(1);
});

test.each([
  [{ freeFromFen: null, missingFen: null, unserved: '海岛暂时到不了' }, '海岛暂时到不了'],
  [{ freeFromFen: null, missingFen: null, unserved: null }, null],
])('where nothing is delivered or nothing travels free, the cart says so or nothing: %j', async (shipping, text) => {
  fakeServer({ 'GET /api/cart': () => ({ ...cart([teapot]), shipping }) });
  await renderPage(CartPage);
  await screen.findByText('结算 (1)');
  expect(document.querySelector('.hint')?.textContent ?? null).toBe(text);
});
