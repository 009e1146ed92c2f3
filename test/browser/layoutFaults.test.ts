import type { Page, Route } from 'playwright-core';
import { publishHome } from '../support/publishHome';
import { everyFew } from '../support/runs';
import { smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';

/** In the layout that the page is built with. */
const BUNDLED = '街坊都在买';
const PUBLISHED = '开春第一市';

let shop: SmallShop;
beforeAll(async () => {
  shop = await smallShop();
  const props = {
    title: PUBLISHED,
    source: { from: 'all', sort: 'sales' },
    layout: 'grid',
    link: { type: 'none' },
  } as const;
  const blocks = [{ id: 'goods', kind: 'products' as const, v: 1 as const, props }];
  await publishHome(shop.ctx, { contract: 1, page: 'home', title: '集市', blocks });
}, 60_000);
afterAll(() => shop.close());

const json = (body: unknown) => ({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
const answering = (...blocks: unknown[]) =>
  json({
    releaseId: '1',
    versionId: '1',
    arm: 0,
    nextChangeAt: null,
    serverTime: new Date().toISOString(),
    document: { contract: 1, page: 'home', title: '集市', blocks },
  });

type Answer = Parameters<Route['fulfill']>[0] | 'down' | 'silent';

/** What may come back from where the shop's server should be: in turns, a few of them a run. */
const GARBAGE: [string, Answer][] = [
  ['is a proxy without a server behind it', { status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }],
  ['is a proxy that knows no such page', { status: 404, contentType: 'text/html', body: '<h1>Not Found</h1>' }],
  ['is a hotel that wants a sign-in', { status: 200, contentType: 'text/html', body: '<title>WiFi</title>' }],
  ['says that nothing has changed', { status: 304, body: '' }],
  ['says nothing', { status: 200, contentType: 'application/json', body: '' }],
  ['stops in the middle', { status: 200, contentType: 'application/json', body: '{"document":{"contract":1,"ti' }],
  ['sends null', json(null)],
  ['sends another shop’s answer', json({ data: { layout: [] }, code: 0 })],
  ['sends a document without blocks', json({ document: { contract: 1, title: '集市', blocks: 'none' } })],
  ['sends a document of another time', json({ document: { contract: 9, title: '集市', blocks: [] } })],
  ['sends an empty page', answering()],
  ['sends only blocks that are none', answering(null, 7, 'x', [], { id: 1 })],
  ['sends only blocks that nobody knows', answering({ id: 'a', kind: 'hologram', v: 1, props: {} })],
  ['sends only blocks of a later version', answering({ id: 'a', kind: 'heading', v: 9, props: { title: '好' } })],
  ['sends only blocks that break', answering({ id: 'a', kind: 'banner', v: 1, props: { items: null } })],
];

withBrowser('the home page when its layout cannot be had', (open) => {
  /** A phone of its own, whose requests for layouts are answered so. */
  async function phone(answer: () => Answer | null) {
    const { page, context } = await open(`${shop.url}/api/shop`);
    const crashes: string[] = [];
    page.on('pageerror', (error) => crashes.push(error.message));
    await context.route('**/api/layouts/**', async (route) => {
      const given = answer();
      if (given === null) return route.continue();
      if (given === 'down') return route.abort('connectionrefused');
      if (given !== 'silent') return route.fulfill(given);
    });
    const launch = async () => {
      await page.goto('about:blank');
      await page.goto(shop.url);
    };
    return { page, launch, crashes };
  }
  const inSight = (page: Page, text: string) => page.getByText(text, { exact: true }).filter({ visible: true }).first();

  test.each([['is down', 'down'], ['never answers', 'silent'], ...everyFew(6, GARBAGE)] as [string, Answer][])(
    'where the server %s, goods are in sight: the bundled page, later the last good one or the bundled one',
    async (_, bad) => {
      let given: Answer | null = bad;
      const { page, launch, crashes } = await phone(() => given);
      await launch();
      await inSight(page, BUNDLED).waitFor();
      await inSight(page, TEAPOT).waitFor();
      // what came has been looked at
      if (bad !== 'silent') await page.waitForLoadState('networkidle');
      await inSight(page, BUNDLED).waitFor();

      given = null;
      await launch();
      await inSight(page, PUBLISHED).waitFor();
      await page.waitForFunction((word) => localStorage.getItem('jishi.layout.home')?.includes(word), PUBLISHED);
      given = bad;
      await launch();
      await inSight(page, TEAPOT).waitFor();
      if (bad !== 'silent') await page.waitForLoadState('networkidle');
      await inSight(page, TEAPOT).waitFor();
      const isLastGood = await inSight(page, PUBLISHED).isVisible();
      expect(isLastGood || (await inSight(page, BUNDLED).isVisible())).toBe(true);
      expect(crashes).toEqual([]);
    },
    60_000,
  );
});
