import { act, screen } from '@testing-library/react';
import HomePage from '@/pages/home';
import { forgetServerTime } from '@/lib/serverClock';
import { platform } from '@/platform';
import { fakeServer } from '../support/storefront/fakeServer';
import { cards, categoryList, productPage } from '../support/storefront/goods';
import { pageOf } from '../support/storefront/layoutAnswers';
import { renderPage } from '../support/storefront/renderPage';
import { shop } from '../support/storefront/shopData';

const DAY = 86_400_000;

/** A phone without a network, with this page on its disk. */
function startAlone(...blocks: (string | object)[]): void {
  const goods = {
    'GET /api/shop': () => shop,
    'GET /api/categories': () => categoryList,
    'GET /api/products': () => productPage(cards(4)),
  };
  const away = () => {
    throw new Error('no network');
  };
  fakeServer({ ...goods, 'GET /api/layouts/:slug': away, 'POST /api/layout-views': away });
  const kept = { etag: '"0"', releaseId: '6', arm: 0, nextChangeAt: null, document: pageOf('home', ...blocks) };
  platform.writeText('jishi.layout.home', JSON.stringify(kept));
}

beforeEach(() => {
  document.body.innerHTML = '';
  forgetServerTime();
});
afterEach(() => jest.useRealTimers());

test('what a build of long ago kept is drawn by this one', async () => {
  const picture = { url: '/assets/a.jpg', width: 90, height: 40, alt: '' };
  const item = (title: string) => ({ picture, title, subtitle: '', action: '', link: { type: 'none' } });
  const props = { items: [item('去年的灯会'), item('今年的灯会')], ratio: '9:4', intervalMs: 4500 };
  startAlone({ id: 'old', kind: 'banner', v: 1, props });
  await renderPage(HomePage);
  expect(screen.getAllByText('去年的灯会').length).toBeGreaterThan(0);
  expect(document.querySelector('taro-swiper-core')).toHaveProperty('interval', 4500);
});

test.each([
  ['right', 0],
  ['a day late', -DAY],
  ['a day early', DAY],
])('a kept block opens and closes at its second without a network, on a phone whose clock is %s', async (_, wrong) => {
  const start = Date.parse('2026-09-25T12:00:00.000Z');
  jest.useFakeTimers({ now: start + wrong });
  const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
  const link = { type: 'none' };
  const timed = (title: string, visible: object) => ({
    id: title,
    kind: 'heading',
    v: 1,
    props: { title, subtitle: '', link },
    visible,
  });
  startAlone(timed('开市了', { from: at(5), until: at(65) }), timed('预告', { until: at(5) }));
  // as the last answer of the day before told it
  platform.writeText('jishi.clock', String(-wrong));
  await renderPage(HomePage);
  const shownAt = async (seconds: number) => {
    await act(() => jest.advanceTimersByTimeAsync(start + seconds * 1000 + wrong - Date.now()));
    return ['预告', '开市了'].filter((title) => screen.queryByText(title));
  };
  expect(await shownAt(4.9)).toEqual(['预告']);
  expect(await shownAt(5.01)).toEqual(['开市了']);
  expect(await shownAt(64.9)).toEqual(['开市了']);
  expect(await shownAt(65.01)).toEqual([]);
});
