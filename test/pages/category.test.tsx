import { fireEvent, screen, waitFor } from '@testing-library/react';
import CategoryPage from '@/pages/category';
import { useChosenCategory } from '@/lib/routes';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { card, cards, categoryList, productPage } from '../support/storefront/goods';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';

beforeEach(() => {
  document.body.innerHTML = '';
  useChosenCategory.setState({ slug: null });
});

const tea = card({ id: '1', title: '凤凰单丛' });
const orange = card({ id: '2', title: '赣南脐橙' });
const all = {
  'GET /api/categories': () => categoryList,
  'GET /api/products': ({ query }: { query: Record<string, string> }) =>
    productPage(query.category === 'fruit' ? [orange] : [tea]),
};

test('the first category is open; a tap on the rail opens another', async () => {
  fakeServer(all);
  await renderPage(CategoryPage);
  expect(await screen.findByText('凤凰单丛')).toBeInTheDocument();
  fireEvent.click(screen.getByText('当季鲜果'));
  expect(await screen.findByText('赣南脐橙')).toBeInTheDocument();
  expect(screen.queryByText('凤凰单丛')).toBeNull();
});

test('the category that another page asked for is open, also when it was a child that was asked for', async () => {
  fakeServer(all);
  useChosenCategory.setState({ slug: 'fruit' });
  const { fire } = await renderPage(CategoryPage);
  expect(await screen.findByText('赣南脐橙')).toBeInTheDocument();
  useChosenCategory.setState({ slug: 'teaware' });
  await fire('componentDidShow');
  expect(await screen.findByText('凤凰单丛')).toBeInTheDocument();
});

test('a child leads to its list, a product to its page', async () => {
  fakeServer(all);
  const visits = watchNavigation();
  await renderPage(CategoryPage);
  fireEvent.click(await screen.findByText('凤凰单丛'));
  fireEvent.click(screen.getByText('茶器'));
  expect(visits).toEqual([
    'navigateTo /mall/product/index?id=1',
    `navigateTo /mall/list/index?category=teaware&title=${encodeURIComponent('茶器')}`,
  ]);
});

test('another order asks the server for it', async () => {
  const server = fakeServer(all);
  await renderPage(CategoryPage);
  await screen.findByText('凤凰单丛');
  fireEvent.click(screen.getByText('销量'));
  await waitFor(() =>
    expect(server.to('GET /api/products').at(-1)!.query).toEqual({ category: 'tea', sort: 'sales', limit: '20' }),
  );
});

test('the end of the list fetches the next page once, and the last page says so', async () => {
  const server = fakeServer({
    ...all,
    'GET /api/products': ({ query }) => (query.cursor ? productPage(cards(3, 21)) : productPage(cards(20), 'next')),
  });
  const { container } = await renderPage(CategoryPage);
  await screen.findByText('好货 20');
  const scroller = container.querySelector('.scroller')!;
  fireEvent(scroller, new CustomEvent('scrolltolower'));
  fireEvent(scroller, new CustomEvent('scrolltolower'));
  expect(await screen.findByText('好货 23')).toBeInTheDocument();
  expect(screen.getByText('就这些了')).toBeInTheDocument();
  expect(server.to('GET /api/products').map(({ query }) => query.cursor)).toEqual([undefined, 'next']);
});

test('categories that do not come are said, and come at another try', async () => {
  let isBroken = true;
  fakeServer({ ...all, 'GET /api/categories': () => (isBroken ? refuse('rate_limited') : categoryList) });
  await renderPage(CategoryPage);
  expect(await screen.findByText('分类没加载出来')).toBeInTheDocument();
  isBroken = false;
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('凤凰单丛')).toBeInTheDocument();
});

test('an empty category says so, and a failing one fails beside a rail that still works', async () => {
  fakeServer({
    ...all,
    'GET /api/products': ({ query }) => (query.category === 'fruit' ? refuse('rate_limited') : productPage([])),
  });
  await renderPage(CategoryPage);
  expect(await screen.findByText('这一栏还没摆货，先看看别的')).toBeInTheDocument();
  fireEvent.click(screen.getByText('当季鲜果'));
  expect(await screen.findByText('重新加载')).toBeInTheDocument();
  fireEvent.click(screen.getByText('茶与咖啡'));
  expect(await screen.findByText('这一栏还没摆货，先看看别的')).toBeInTheDocument();
});
