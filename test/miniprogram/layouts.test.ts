import path from 'node:path';
import type { LayoutInput } from '@jishi/contract/layouts';
import { rollBackLayout } from '../../server/src/layouts/publish';
import { moodyServer, type MoodyServer } from '../support/moodyServer';
import { publishHome } from '../support/publishHome';
import { smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import type { Platform } from './engine/protocol';
import { withChrome } from './minis';

const DIST = path.resolve(__dirname, '../../dist');
/** Where the packages believe their backend to be. */
const BUILT_FOR = 'http://localhost:3000';
const HOME = '1';
const MARKETER = '7';
/** In the layout that every package is built with. */
const BUNDLED = '街坊都在买';

let shop: SmallShop;
let front: MoodyServer;
beforeEach(async () => {
  shop = await smallShop({ FAKE_CASHIER: 'native' });
  front = await moodyServer(shop.url);
}, 60_000);
afterEach(async () => {
  await front.close();
  await shop.close();
});

/** A home page with this heading over the teapot and the others. */
const homeWith = (title: string): LayoutInput => ({
  contract: 1,
  page: 'home',
  title: '集市',
  blocks: [
    { id: 'search', kind: 'search', v: 1, props: {} },
    { id: 'head', kind: 'heading', v: 1, props: { title, link: { type: 'none' } } },
    {
      id: 'goods',
      kind: 'products',
      v: 1,
      props: { source: { from: 'all', sort: 'sales' }, layout: 'grid', link: { type: 'none' } },
    },
  ],
});

withChrome('the layout of the home page in the built packages', (start) => {
  const open = (platform: Platform) =>
    start(path.join(DIST, platform), { origins: { [BUILT_FOR]: front.url }, timeout: 15_000 }, platform);

  test.each<Platform>(['weapp', 'alipay', 'tt'])(
    '%s shows what was published at its next show, and what it was rolled back to',
    async (platform) => {
      const first = await publishHome(shop.ctx, homeWith('开春第一市'));
      const mini = await open(platform);
      await mini.waitText('开春第一市');
      await mini.waitText(TEAPOT);
      await mini.hide();
      await publishHome(shop.ctx, homeWith('立夏凉茶摊'));
      await mini.show();
      await mini.waitText('立夏凉茶摊');
      await mini.hide();
      await rollBackLayout(shop.ctx, MARKETER, HOME, { versionId: first.arms[0]!.versionId, note: '' });
      await mini.show();
      await mini.waitText('开春第一市');
      await mini.settle();
      expect(await mini.problems()).toEqual([]);
    },
    90_000,
  );

  test.each<Platform>(['weapp', 'alipay', 'tt'])(
    '%s shows the page it was built with until a server answers well, and the last good one from then on',
    async (platform) => {
      await publishHome(shop.ctx, homeWith('开春第一市'));
      front.setMood('down');
      const mini = await open(platform);
      await mini.waitText(BUNDLED);
      for (const mood of ['silent', 'garbage'] as const) {
        front.setMood(mood);
        await mini.relaunch();
        await mini.waitText(BUNDLED);
      }
      front.setMood('well');
      await mini.relaunch();
      await mini.waitText('开春第一市');
      await mini.settle();
      for (const mood of ['down', 'silent', 'garbage'] as const) {
        front.setMood(mood);
        await mini.relaunch();
        await mini.waitText('开春第一市');
      }
    },
    180_000,
  );
});
