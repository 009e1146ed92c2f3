import { act, screen, waitFor } from '@testing-library/react';
import HomePage from '@/pages/home';
import MePage from '@/pages/me';
import { keepLayout, readKeptLayout } from '@/lib/keptLayouts';
import { queryClient } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { readLayout } from '@/lib/readLayout';
import { forgetServerTime } from '@/lib/serverClock';
import { answer, fakeServer, refuse, type Handlers } from '../support/storefront/fakeServer';
import { cards, categoryList, productPage } from '../support/storefront/goods';
import { layoutAnswer, pageOf, type Released } from '../support/storefront/layoutAnswers';
import { renderPage } from '../support/storefront/renderPage';
import { shop } from '../support/storefront/shopData';

const DAY = 86_400_000;

function openShop(layout: Handlers['GET /api/layouts/:slug']) {
  return fakeServer({
    'GET /api/shop': () => shop,
    'GET /api/categories': () => categoryList,
    'GET /api/products': () => productPage(cards(4)),
    'GET /api/layouts/:slug': layout!,
    'POST /api/layout-views': () => ({}),
  });
}

const releasing = (released: Released) => openShop((request) => layoutAnswer(request, released));
const keep = (...titles: string[]) =>
  keepLayout('home', {
    etag: '"0"',
    releaseId: '6',
    arm: 0,
    nextChangeAt: null,
    document: readLayout(pageOf('home', ...titles)),
  });

beforeEach(() => {
  document.body.innerHTML = '';
  forgetServerTime();
});
afterEach(() => jest.useRealTimers());

describe('a home page', () => {
  test('shows the bundled layout before any answer, and the released one when it comes', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    openShop(async (request) => {
      await released;
      return layoutAnswer(request, { document: pageOf('home', '中秋夜市') });
    });
    await renderPage(HomePage);
    expect(screen.getAllByText('今日开市').length).toBeGreaterThan(0);
    release();
    expect(await screen.findByText('中秋夜市')).toBeInTheDocument();
    expect(screen.queryByText('今日开市')).toBeNull();
  });

  test.each<[string, Handlers['GET /api/layouts/:slug']]>([
    ['down', () => refuse('internal')],
    ['slow', () => new Promise(() => undefined)],
    [
      'away',
      () => {
        throw new Error('no network');
      },
    ],
    ['a stranger', () => ({ hello: 'world' })],
    ['talking nonsense', () => answer(200, '<html>')],
    ['a stranger who says nothing', () => ({ document: null })],
    ['a stranger with a page of his own', () => ({ document: pageOf('home') })],
    [
      'sending blocks that are none',
      (request) => layoutAnswer(request, { document: { ...pageOf('home'), blocks: [null, 'x', { id: 7 }] } }),
    ],
    ['of another time', (request) => layoutAnswer(request, { document: { contract: 9, blocks: 'none' } })],
  ])(
    'draws the bundled layout at the first launch and the last good one later when the server is %s',
    async (_, layout) => {
      openShop(layout);
      const first = await renderPage(HomePage);
      expect(screen.getAllByText('今日开市').length).toBeGreaterThan(0);
      first.unmount();
      openShop(layout);
      keep('昨天的夜市');
      await renderPage(HomePage);
      expect(screen.getByText('昨天的夜市')).toBeInTheDocument();
      expect(readKeptLayout('home')?.document?.blocks).toHaveLength(1);
    },
  );

  test('asks with the etag of what it keeps, and keeps it when the server says that it is the same', async () => {
    const server = releasing({ document: pageOf('home', '没有用'), etag: '"0"' });
    keep('昨天的夜市');
    await renderPage(HomePage);
    await waitFor(() => expect(server.to('GET /api/layouts/:slug')).toHaveLength(1));
    expect(server.to('GET /api/layouts/:slug')[0]!.headers['If-None-Match']).toBe('"0"');
    await waitFor(() => expect(server.to('POST /api/layout-views')).toHaveLength(1));
    expect(screen.getByText('昨天的夜市')).toBeInTheDocument();
  });

  test('changes nothing under a shopper who has scrolled, and shows the new layout at the next show', async () => {
    let release = (_: Released) => {};
    const server = openShop(async (request) =>
      layoutAnswer(request, await new Promise((resolve) => (release = resolve))),
    );
    keep('昨天的夜市');
    const { fire } = await renderPage(HomePage);
    await waitFor(() => expect(server.to('GET /api/layouts/:slug')).toHaveLength(1));
    await fire('onPageScroll', { scrollTop: 40 });
    await act(async () => release({ document: pageOf('home', '今天的夜市') }));
    await waitFor(() => expect(queryClient.getQueryState(keys.layout('home'))?.fetchStatus).toBe('idle'));
    expect(readKeptLayout('home')?.etag).toBe('"1"');
    // whatever the answer draws is drawn now
    await act(async () => undefined);
    expect(screen.getByText('昨天的夜市')).toBeInTheDocument();
    await fire('componentDidShow');
    expect(await screen.findByText('今天的夜市')).toBeInTheDocument();
    expect(screen.queryByText('昨天的夜市')).toBeNull();
  });

  test('leaves out what it does not know, and tells which blocks it could not draw', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const future = { id: 'x', kind: 'hologram', v: 1, props: {} };
    const broken = { id: 'y', kind: 'banner', v: 1, props: { items: null } };
    const server = releasing({ document: pageOf('home', '前面', future, broken, '后面'), arm: 2 });
    await renderPage(HomePage);
    expect(await screen.findByText('后面')).toBeInTheDocument();
    await waitFor(() => expect(server.to('POST /api/layout-views').length).toBeGreaterThan(0));
    expect(server.to('POST /api/layout-views').at(-1)!.body).toMatchObject({
      platform: 'h5',
      releaseId: '7',
      arm: 2,
      failedBlockIds: ['x', 'y'],
    });
    log.mockRestore();
  });

  test('tells of a release once a day, however often it is shown', async () => {
    const server = releasing({ document: pageOf('home', '中秋夜市') });
    const { fire, unmount } = await renderPage(HomePage);
    await screen.findByText('中秋夜市');
    await fire('componentDidShow');
    unmount();
    await renderPage(HomePage);
    await waitFor(() => expect(server.to('GET /api/layouts/:slug').length).toBeGreaterThan(1));
    expect(server.to('POST /api/layout-views')).toHaveLength(1);
  });
});

test.each([
  ['right', 0],
  ['a day late', -DAY],
  ['a day early', DAY],
])('a block opens and closes at its second on a phone whose clock is %s', async (_, wrong) => {
  const start = Date.parse('2026-09-25T12:00:00.000Z');
  jest.useFakeTimers({ now: start + wrong });
  const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
  const timed = (id: string, title: string, visible: object) => ({
    id,
    kind: 'heading',
    v: 1,
    props: { title, subtitle: '', link: { type: 'none' } },
    visible,
  });
  const document = pageOf('home', timed('a', '开市了', { from: at(5) }), timed('b', '预告', { until: at(5) }));
  openShop((request) => layoutAnswer(request, { document, now: Date.now() - wrong }));
  await renderPage(HomePage);
  expect(await screen.findByText('预告')).toBeInTheDocument();
  await act(() => jest.advanceTimersByTimeAsync(start + 4_900 + wrong - Date.now()));
  expect(screen.queryByText('开市了')).toBeNull();
  expect(screen.getByText('预告')).toBeInTheDocument();
  await act(() => jest.advanceTimersByTimeAsync(start + 5_010 + wrong - Date.now()));
  expect(screen.getByText('开市了')).toBeInTheDocument();
  expect(screen.queryByText('预告')).toBeNull();
});

test('when the server foresaw another page, the phone asks at that time', async () => {
  jest.useFakeTimers({ now: Date.parse('2026-09-25T12:00:00.000Z') });
  const nextChangeAt = '2026-09-25T12:01:00.000Z';
  let isChanged = false;
  const server = openShop((request) =>
    layoutAnswer(
      request,
      isChanged
        ? { document: pageOf('home', '开市了'), etag: '"2"' }
        : { document: pageOf('home', '预告'), nextChangeAt },
    ),
  );
  await renderPage(HomePage);
  await screen.findByText('预告');
  isChanged = true;
  await act(() => jest.advanceTimersByTimeAsync(Date.parse(nextChangeAt) - Date.now() - 100));
  expect(server.to('GET /api/layouts/:slug')).toHaveLength(1);
  await act(() => jest.advanceTimersByTimeAsync(200));
  expect(await screen.findByText('开市了')).toBeInTheDocument();
});

test('the member page shows its layout below its own entrances, and the best sellers without one', async () => {
  releasing({ document: null, releaseId: null });
  const plain = await renderPage(MePage);
  expect(await screen.findByText('大家都在买')).toBeInTheDocument();
  plain.unmount();
  releasing({ document: pageOf('member', '会员日') });
  await renderPage(MePage);
  expect(await screen.findByText('会员日')).toBeInTheDocument();
  expect(screen.getByText('收货地址')).toBeInTheDocument();
  expect(screen.queryByText('大家都在买')).toBeNull();
});
