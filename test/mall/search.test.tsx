import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import SearchPage from '@/mall/search';
import { platform } from '@/platform';
import { fakeServer, refuse, type Handlers } from '../support/storefront/fakeServer';
import { cards, productPage } from '../support/storefront/goods';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';

const shop = (handlers: Handlers = {}) =>
  fakeServer({
    'GET /api/products': () => productPage(cards(2)),
    'GET /api/search/hot': () => ({
      items: [
        { word: '草莓', badge: 'new' },
        { word: '围巾', badge: null },
      ],
    }),
    'GET /api/search/suggestions': ({ query }) => ({
      items: [{ text: `${query.q}壶`, kind: 'title' }],
      isNear: query.q === '短秀',
    }),
    ...handlers,
  });

beforeEach(() => {
  document.body.innerHTML = '';
  platform.removeText('searches');
});

async function type(...texts: string[]) {
  await settled();
  const input = document.querySelector<HTMLInputElement>('taro-input-core input')!;
  for (const text of texts) {
    await act(async () => {
      fireEvent.input(input, { target: { value: text } });
    });
  }
}

test('a search opens the list, and is kept on the phone, the latest first and each once', async () => {
  shop();
  const visits = watchNavigation();
  const { unmount } = await renderPage(SearchPage);
  for (const word of ['茶壶', '围巾 ', '茶壶']) {
    await type(word);
    fireEvent.click(screen.getByText('搜索'));
    await act(async () => undefined);
  }
  expect(visits.map((visit) => decodeURIComponent(visit))).toEqual([
    'navigateTo /mall/list/index?q=茶壶',
    'navigateTo /mall/list/index?q=围巾',
    'navigateTo /mall/list/index?q=茶壶',
  ]);
  expect(JSON.parse(platform.readText('searches')!)).toEqual(['茶壶', '围巾']);
  unmount();
  await renderPage(SearchPage);
  expect(screen.getByText('最近搜过')).toBeInTheDocument();
  expect(screen.getByText('茶壶')).toBeInTheDocument();
});

test('the history is cleared from page and phone', async () => {
  shop();
  platform.writeText('searches', '["茶壶"]');
  await renderPage(SearchPage);
  fireEvent.click(screen.getByLabelText('清空最近搜过'));
  expect(screen.queryByText('茶壶')).toBeNull();
  expect(platform.readText('searches')).toBeNull();
});

test.each(['{', '{"a":1}', '[1,"茶壶"]'])('a spoiled history, %s, does not stop the page', async (text) => {
  shop();
  platform.writeText('searches', text);
  await renderPage(SearchPage);
  expect(await screen.findByText('草莓')).toBeInTheDocument();
});

test('nothing but spaces is not searched for', async () => {
  shop();
  const visits = watchNavigation();
  await renderPage(SearchPage);
  await type('   ');
  fireEvent.click(screen.getByText('搜索'));
  expect(visits).toEqual([]);
  expect(platform.readText('searches')).toBeNull();
});

test('a hot word is searched for at a tap', async () => {
  shop();
  const visits = watchNavigation();
  await renderPage(SearchPage);
  fireEvent.click(await screen.findByText('草莓'));
  expect(decodeURIComponent(visits[0]!)).toBe('navigateTo /mall/list/index?q=草莓');
});

test('typing fast asks for suggestions once, for what stands there in the end', async () => {
  const server = shop();
  await renderPage(SearchPage);
  await type('柿', '柿釉', '柿釉茶');
  expect(await screen.findByText('柿釉茶壶')).toBeInTheDocument();
  expect(server.to('GET /api/search/suggestions').map(({ query }) => query.q)).toEqual(['柿釉茶']);
});

test('a suggestion that is only near says so, and leads to its list', async () => {
  shop();
  const visits = watchNavigation();
  await renderPage(SearchPage);
  await type('短秀');
  expect(await screen.findByText('你是不是想找')).toBeInTheDocument();
  fireEvent.click(screen.getByText('短秀壶'));
  expect(decodeURIComponent(visits[0]!)).toBe('navigateTo /mall/list/index?q=短秀壶');
});

test('without hot words and suggestions one can still search', async () => {
  shop({
    'GET /api/search/hot': () => refuse('internal'),
    'GET /api/search/suggestions': () => refuse('rate_limited'),
  });
  const visits = watchNavigation();
  await renderPage(SearchPage);
  await type('茶');
  fireEvent.click(screen.getByText('搜索“茶”'));
  await waitFor(() => expect(visits).toHaveLength(1));
});
