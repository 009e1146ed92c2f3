import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import ProductPage from '@/mall/product';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { teapot } from '../support/storefront/goods';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { cart, cartItem, shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
});

const changed = cart([cartItem({ skuId: '14', optionText: '杏白 / 180ml', quantity: 5 })]);
const all = {
  'GET /api/products/:productId': () => teapot(),
  'GET /api/shop': () => shop,
  'GET /api/cart': () => cart([cartItem({ skuId: '12', quantity: 7 })]),
  'PUT /api/cart/items/:skuId/sku': () => changed as unknown,
  'GET /api/products/:productId/related': () => ({ items: [] }),
  'GET /api/favourites/:productId': () => ({ isFavourite: false }),
  'PUT /api/history/:productId': () => ({}),
  'GET /api/notices': () => ({ items: [], dueCount: 0 }),
};
const open = () => renderPage(ProductPage, { params: { id: '1', change: '12%3A7' } });

test('opened for a line of the cart, it begins with what is in the line, changes it and goes back', async () => {
  const server = fakeServer(all);
  const visits = watchNavigation({ depth: 2 });
  await open();
  const sheet = within(await screen.findByRole('dialog'));
  expect(sheet.getByText('已选 柿红 / 180ml')).toBeInTheDocument();
  expect(sheet.queryByText('立即购买')).toBeNull();
  fireEvent.click(sheet.getByText('杏白'));
  fireEvent.click(sheet.getByText('换成这一款'));
  await waitFor(() => expect(visits).toEqual(['navigateBack']));
  // of the wanted seven only five are there
  expect(server.to('PUT /api/cart/items/:skuId/sku')[0]).toMatchObject({
    params: { skuId: '12' },
    body: { skuId: '14', quantity: 5 },
  });
  expect(queryClient.getQueryData(keys.cart)).toEqual(changed);
  expect(toast).toHaveBeenCalledWith('换好了');
});

test('a change that the server refuses is said, and the shopper chooses again', async () => {
  const server = fakeServer({ ...all, 'PUT /api/cart/items/:skuId/sku': () => refuse('sold_out') });
  const visits = watchNavigation({ depth: 2 });
  await open();
  fireEvent.click(within(await screen.findByRole('dialog')).getByText('换成这一款'));
  await waitFor(() => expect(server.to('GET /api/products/:productId')).toHaveLength(2));
  expect(screen.getByRole('dialog')).toBeInTheDocument();
  expect(visits).toEqual([]);
});
