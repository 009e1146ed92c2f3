import { screen, waitFor } from '@testing-library/react';
import HomePage from '@/pages/home';
import { fakeServer } from '../support/storefront/fakeServer';
import { cards, categoryList, productPage } from '../support/storefront/goods';
import { renderPage } from '../support/storefront/renderPage';
import { shop } from '../support/storefront/shopData';

beforeEach(() => {
  document.body.innerHTML = '';
});

const all = {
  'GET /api/shop': () => ({ ...shop, name: '青禾小铺' }),
  'GET /api/categories': () => categoryList,
  'GET /api/products': () => productPage(cards(4)),
};

test('the sign, the search and the banner are there before any answer', async () => {
  const never = () => new Promise(() => undefined);
  fakeServer({ 'GET /api/shop': never, 'GET /api/categories': never, 'GET /api/products': never });
  await renderPage(HomePage);
  expect(screen.getByText('集市')).toBeInTheDocument();
  expect(screen.getByText('搜一搜今天的好货')).toBeInTheDocument();
  expect(screen.getAllByText('今日开市').length).toBeGreaterThan(0);
  expect(screen.getByText('街坊都在买')).toBeInTheDocument();
});

test('the shop’s own name takes the place of the layout’s title', async () => {
  fakeServer(all);
  await renderPage(HomePage);
  expect(await screen.findByText('青禾小铺')).toBeInTheDocument();
  expect((await screen.findAllByText('好货 1')).length).toBeGreaterThan(0);
});

test('with no network at all the page still stands and offers another try', async () => {
  const broken = () => {
    throw new Error('no network');
  };
  fakeServer({ 'GET /api/shop': broken, 'GET /api/categories': broken, 'GET /api/products': broken });
  await renderPage(HomePage);
  expect(screen.getByText('集市')).toBeInTheDocument();
  await waitFor(() => expect(screen.getAllByText('再试一次').length).toBeGreaterThan(0), { timeout: 5000 });
});

test('pulling down asks for everything again', async () => {
  const server = fakeServer(all);
  const { fire } = await renderPage(HomePage);
  await screen.findAllByText('好货 1');
  const before = server.to('GET /api/products').length;
  await fire('onPullDownRefresh');
  await waitFor(() => expect(server.to('GET /api/products').length).toBe(before * 2));
});
