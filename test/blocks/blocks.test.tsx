import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { AnyBlock } from '@jishi/contract/layouts';
import { BLOCK_KINDS } from '@jishi/contract/layoutBlocks';
import { LayoutDocument } from '@jishi/contract/layouts';
import { BlockList } from '@/blocks/BlockList';
import { BLOCKS } from '@/blocks';
import { queryClient } from '@/lib/queries';
import { DEFAULT_HOME } from '@jishi/contract/plain/defaultHome';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { card, cards, categoryList, productPage } from '../support/storefront/goods';
import { watchNavigation } from '../support/storefront/navigation';

function show(...blocks: unknown[]) {
  return render(
    <QueryClientProvider client={queryClient}>
      <BlockList blocks={blocks as AnyBlock[]} />
    </QueryClientProvider>,
  );
}

const heading = (id: string, title: string) => ({
  id,
  kind: 'heading',
  v: 1,
  props: { title, subtitle: '', link: { type: 'none' } },
});
const products = (props: object) => ({
  id: 'p',
  kind: 'products',
  v: 1,
  props: {
    title: '为你挑',
    subtitle: '',
    source: { from: 'all', sort: 'default', limit: 20 },
    layout: 'grid',
    link: { type: 'none' },
    ...props,
  },
});
const navGrid = { id: 'n', kind: 'navGrid', v: 1, props: { source: { from: 'categories', limit: 10 }, columns: 5 } };

test('every kind of the contract has a component, and no component is without a kind', () => {
  expect(Object.keys(BLOCKS).sort()).toEqual([...BLOCK_KINDS].sort());
});

test('the bundled layout is a document that the contract accepts unchanged', () => {
  expect(LayoutDocument.parse(DEFAULT_HOME)).toEqual(DEFAULT_HOME);
});

test('a kind or a version from the future is skipped, and its neighbours stand', () => {
  show(
    heading('a', '甲'),
    { id: 'x', kind: 'hologram', v: 1, props: {} },
    { ...heading('b', '未来'), v: 2 },
    heading('c', '丙'),
  );
  expect(screen.getByText('甲')).toBeInTheDocument();
  expect(screen.getByText('丙')).toBeInTheDocument();
  expect(screen.queryByText('未来')).toBeNull();
});

test('a name that every object has is no kind', () => {
  const { container } = show({ id: 'x', kind: 'constructor', v: 1, props: {} });
  expect(container.childElementCount).toBe(0);
});

test('a block that throws leaves its neighbours standing', () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  show(heading('a', '甲'), { id: 'b', kind: 'banner', v: 2, props: { items: null } }, heading('c', '丙'));
  expect(screen.getByText('甲')).toBeInTheDocument();
  expect(screen.getByText('丙')).toBeInTheDocument();
  expect(log).toHaveBeenCalled();
  log.mockRestore();
});

test('products wait as a skeleton, then show; a tap opens the product, the + opens it with its options', async () => {
  const server = fakeServer({ 'GET /api/products': () => productPage([card({ id: '7' })]) });
  const visits = watchNavigation();
  const { container } = show(products({}));
  expect(container.querySelector('.box')).not.toBeNull();
  fireEvent.click(await screen.findByText('柿釉手作茶壶'));
  fireEvent.click(screen.getByLabelText('选购 柿釉手作茶壶'));
  expect(visits).toEqual(['navigateTo /mall/product/index?id=7', 'navigateTo /mall/product/index?id=7&choose=1']);
  expect(server.to('GET /api/products')[0]!.query).toEqual({ sort: 'default', limit: '20' });
});

test.each([
  [
    { from: 'ids', ids: ['3', '1'] },
    { ids: '3,1', limit: '2' },
  ],
  [
    { from: 'category', slug: 'tea', sort: 'sales', limit: 6 },
    { category: 'tea', sort: 'sales', limit: '6' },
  ],
  [
    { from: 'tag', tag: '新品', limit: 8 },
    { tag: '新品', limit: '8' },
  ],
])('products from %j are asked for as %j', async (source, query) => {
  const server = fakeServer({ 'GET /api/products': () => productPage(cards(2)) });
  show(products({ source, layout: 'scroll' }));
  await screen.findByText('好货 2');
  expect(server.to('GET /api/products')[0]!.query).toEqual(query);
});

test('products that fail say so in their own place, and one tap tries all that failed', async () => {
  let isBroken = true;
  const answer = () => (isBroken ? refuse('rate_limited') : productPage([card()]));
  fakeServer({ 'GET /api/products': answer });
  show(heading('a', '甲'), products({}), { ...products({ source: { from: 'tag', tag: '新品', limit: 8 } }), id: 'q' });
  await waitFor(() => expect(screen.getAllByText('再试一次')).toHaveLength(2));
  expect(screen.getByText('甲')).toBeInTheDocument();
  isBroken = false;
  fireEvent.click(screen.getAllByText('再试一次')[0]!);
  await waitFor(() => expect(screen.getAllByText('柿釉手作茶壶')).toHaveLength(2));
});

test('products with nothing to show leave, title and all', async () => {
  fakeServer({ 'GET /api/products': () => productPage([]) });
  show(products({ title: '新品' }));
  await waitFor(() => expect(screen.queryByText('新品')).toBeNull());
});

test('the grid of categories leads to their lists, with a first character where a picture is missing', async () => {
  fakeServer({ 'GET /api/categories': () => categoryList });
  const visits = watchNavigation();
  show(navGrid);
  fireEvent.click(await screen.findByText('茶与咖啡'));
  expect(visits).toEqual(['navigateTo /mall/list/index?category=tea']);
  expect(screen.getByText('当')).toBeInTheDocument();
});

test('the grid of categories leaves quietly when they do not come', async () => {
  fakeServer({ 'GET /api/categories': () => refuse('rate_limited') });
  const { container } = show(navGrid);
  expect(container.querySelector('.grid')).not.toBeNull();
  await waitFor(() => expect(container.querySelector('.grid')).toBeNull());
});

test.each([
  [{ type: 'product', productId: '5' }, 'navigateTo /mall/product/index?id=5'],
  [{ type: 'search', keyword: 'tea' }, 'navigateTo /mall/list/index?q=tea'],
  [{ type: 'tag', tag: 'new' }, 'navigateTo /mall/list/index?tag=new&title=new'],
  [{ type: 'page', to: 'category' }, 'switchTab /pages/category/index'],
  [{ type: 'page', to: 'orders' }, 'navigateTo /orders/list/index'],
])('更多 with the link %j goes to %s', (link, visit) => {
  const visits = watchNavigation();
  show({ id: 'h', kind: 'heading', v: 1, props: { title: '栏目', subtitle: '', link } });
  fireEvent.click(screen.getByText('更多'));
  expect(visits).toEqual([visit]);
});

test('a heading that leads nowhere has no 更多', () => {
  show(heading('a', '甲'));
  expect(screen.queryByText('更多')).toBeNull();
});
