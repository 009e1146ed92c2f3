import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import ListPage from '@/mall/list';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { cards, categoryList, productPage } from '../support/storefront/goods';
import { renderPage, settled } from '../support/storefront/renderPage';

beforeEach(() => {
  document.body.innerHTML = '';
});

/** Types into the real input and presses the search key. */
async function search(text: string) {
  await settled();
  const input = document.querySelector<HTMLInputElement>('taro-input-core input')!;
  await act(async () => {
    fireEvent.input(input, { target: { value: text } });
  });
  fireEvent.click(screen.getByText('搜索'));
}

test.each([
  [{ q: '茶壶' }, { q: '茶壶', sort: 'default', limit: '20' }],
  [{ category: 'tea' }, { category: 'tea', sort: 'default', limit: '20' }],
  [
    { tag: '新品', title: '新品' },
    { tag: '新品', sort: 'default', limit: '20' },
  ],
  [{ q: encodeURIComponent('茶壶') }, { q: '茶壶', sort: 'default', limit: '20' }],
])('opened with %j it asks for %j', async (params, query) => {
  const server = fakeServer({
    'GET /api/products': () => productPage(cards(2)),
    'GET /api/categories': () => categoryList,
  });
  await renderPage(ListPage, { params: params as Record<string, string> });
  expect(await screen.findByText('好货 2')).toBeInTheDocument();
  expect(server.to('GET /api/products')[0]!.query).toEqual(query);
});

test('what is typed is searched for inside the category the page was opened with', async () => {
  const server = fakeServer({
    'GET /api/products': () => productPage(cards(2)),
    'GET /api/categories': () => categoryList,
  });
  await renderPage(ListPage, { params: { category: 'tea' } });
  await screen.findByText('好货 2');
  await search(' 壶 ');
  await waitFor(() => expect(server.to('GET /api/products').at(-1)!.query).toMatchObject({ category: 'tea', q: '壶' }));
});

test('clearing the box shows everything again', async () => {
  const server = fakeServer({ 'GET /api/products': () => productPage(cards(2)) });
  await renderPage(ListPage, { params: { q: '壶' } });
  await screen.findByText('好货 2');
  fireEvent.click(screen.getByLabelText('清空'));
  await waitFor(() => expect(server.to('GET /api/products').at(-1)!.query).toEqual({ sort: 'default', limit: '20' }));
});

test('a search without a find says for what, and shows what others buy', async () => {
  fakeServer({
    'GET /api/products': ({ query }) => (query.q ? productPage([]) : productPage(cards(6))),
  });
  await renderPage(ListPage, { params: { q: '透明雨靴' } });
  expect(await screen.findByText('没找到“透明雨靴”')).toBeInTheDocument();
  expect(await screen.findByText('大家都在买')).toBeInTheDocument();
  expect(await screen.findByText('好货 6')).toBeInTheDocument();
});

test('a search without a find in one category offers the whole shop', async () => {
  const server = fakeServer({
    'GET /api/products': ({ query }) => (query.category ? productPage([]) : productPage(cards(2))),
    'GET /api/categories': () => categoryList,
  });
  await renderPage(ListPage, { params: { category: 'teaware', q: '壶' } });
  expect(await screen.findByText('“茶器”里没有，全店也许有')).toBeInTheDocument();
  fireEvent.click(screen.getByText('在全店找'));
  await waitFor(() =>
    expect(server.to('GET /api/products').at(-1)!.query).toEqual({ q: '壶', sort: 'default', limit: '20' }),
  );
});

test('prices sort upwards first', async () => {
  const server = fakeServer({ 'GET /api/products': () => productPage(cards(2)) });
  await renderPage(ListPage, { params: { q: '壶' } });
  await screen.findByText('好货 2');
  fireEvent.click(screen.getByText('价格'));
  await waitFor(() => expect(server.to('GET /api/products').at(-1)!.query.sort).toBe('price_asc'));
});

test('reaching the bottom adds the next page; one that fails keeps what is shown and can be tried again', async () => {
  let isBroken = true;
  fakeServer({
    'GET /api/products': ({ query }) => {
      if (!query.cursor) return productPage(cards(20), 'next');
      return isBroken ? refuse('rate_limited') : productPage(cards(3, 21));
    },
  });
  const { fire } = await renderPage(ListPage, { params: { q: '壶' } });
  await screen.findByText('好货 20');
  await fire('onReachBottom');
  isBroken = false;
  fireEvent.click(await screen.findByText('再试一次'));
  expect(await screen.findByText('好货 23')).toBeInTheDocument();
  expect(screen.getByText('好货 1')).toBeInTheDocument();
});

test('a list that does not come says so and comes at another try', async () => {
  let isBroken = true;
  fakeServer({ 'GET /api/products': () => (isBroken ? refuse('rate_limited') : productPage(cards(1))) });
  await renderPage(ListPage, { params: { q: '壶' } });
  expect(await screen.findByText('点得太快了，歇一会儿再试')).toBeInTheDocument();
  isBroken = false;
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('好货 1')).toBeInTheDocument();
});

const facets = {
  total: 126,
  inStock: 40,
  attributes: [
    {
      name: '釉色',
      values: [
        { value: '柿红', count: 12 },
        { value: '杏白', count: 3 },
        { value: '竹青', count: 0 },
      ],
    },
  ],
  categories: [{ slug: 'tea', name: '茶与咖啡', count: 31 }],
};

test('the filter narrows by price, stock, category and attributes, and counts what it does', async () => {
  const server = fakeServer({
    'GET /api/products': () => productPage(cards(2)),
    'GET /api/products/facets': () => facets,
  });
  await renderPage(ListPage, { params: { q: '壶' } });
  await screen.findByText('好货 2');
  fireEvent.click(screen.getByLabelText('筛选'));
  fireEvent.click(screen.getByText('50–100'));
  fireEvent.click(screen.getByText('只看有货'));
  fireEvent.click(await screen.findByText('茶与咖啡'));
  fireEvent.click(screen.getByText('柿红'));
  fireEvent.click(screen.getByText('杏白'));
  // nothing has it: it cannot be chosen
  fireEvent.click(screen.getByText('竹青'));
  expect(server.to('GET /api/products')).toHaveLength(1);
  const query = {
    q: '壶',
    priceMin: '5000',
    priceMax: '10000',
    inStock: 'true',
    category: 'tea',
    attributes: '釉色:柿红,釉色:杏白',
  };
  await waitFor(() => expect(server.to('GET /api/products/facets').at(-1)!.query).toEqual(query));
  fireEvent.click(await screen.findByText('查看 126 件'));
  await waitFor(() =>
    expect(server.to('GET /api/products').at(-1)!.query).toEqual({ ...query, sort: 'default', limit: '20' }),
  );
  expect(screen.getByText('筛选 5')).toBeInTheDocument();
  expect(screen.queryByText('查看 126 件')).toBeNull();
});

test('a filter that leaves nothing can be taken away where it says so', async () => {
  fakeServer({
    'GET /api/products': ({ query }) => (query.inStock ? productPage([]) : productPage(cards(2))),
    'GET /api/categories': () => categoryList,
  });
  await renderPage(ListPage, { params: { q: '壶' } });
  await screen.findByText('好货 2');
  fireEvent.click(screen.getByLabelText('筛选'));
  fireEvent.click(screen.getByText('只看有货'));
  fireEvent.click(screen.getByText('查看商品'));
  fireEvent.click(await screen.findByText('清空筛选'));
  await waitFor(() => expect(screen.queryByText('没找到“壶”')).toBeNull());
  expect(screen.getByText('筛选')).toBeInTheDocument();
});

test('a choice that nothing fits cannot be taken, and the counts do without an answer', async () => {
  let isBroken = false;
  fakeServer({
    'GET /api/products': () => productPage(cards(2)),
    'GET /api/products/facets': () => (isBroken ? refuse('rate_limited') : { ...facets, total: 0 }),
  });
  await renderPage(ListPage, { params: { q: '壶' } });
  await screen.findByText('好货 2');
  fireEvent.click(screen.getByLabelText('筛选'));
  fireEvent.click(await screen.findByText('没有这样的商品'));
  expect(screen.getByText('没有这样的商品')).toBeInTheDocument();
  isBroken = true;
  fireEvent.click(screen.getByText('只看有货'));
  fireEvent.click(await screen.findByText('查看商品'));
  expect(await screen.findByText('筛选 1')).toBeInTheDocument();
});

test('rows are shown when they were last chosen on this phone', async () => {
  fakeServer({ 'GET /api/products': () => productPage(cards(2)) });
  const first = await renderPage(ListPage, { params: { q: '壶' } });
  await screen.findByText('好货 2');
  fireEvent.click(screen.getByLabelText('换成列表'));
  first.unmount();
  await renderPage(ListPage, { params: { q: '壶' } });
  expect(await screen.findByLabelText('换成大图')).toBeInTheDocument();
  expect(await screen.findByText('好货 2')).toBeInTheDocument();
});

test('near products say that they are near', async () => {
  fakeServer({ 'GET /api/products': () => ({ ...productPage(cards(2)), isNear: true }) });
  await renderPage(ListPage, { params: { q: '柿柚手作茶壶' } });
  expect(await screen.findByText('没有完全一样的，看看这些相近的')).toBeInTheDocument();
});

test('a search without a find offers near words, and searches for the one that is tapped', async () => {
  const server = fakeServer({
    'GET /api/products': ({ query }) => (query.q === '短秀' ? productPage([]) : productPage(cards(2))),
    'GET /api/search/suggestions': () => ({ items: [{ text: '短袖', kind: 'tag' }], isNear: true }),
  });
  await renderPage(ListPage, { params: { q: '短秀' } });
  fireEvent.click(await screen.findByText('短袖'));
  await waitFor(() => expect(server.to('GET /api/products').at(-1)!.query.q).toBe('短袖'));
  expect(server.to('GET /api/search/suggestions')).toHaveLength(1);
});
