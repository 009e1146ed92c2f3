import path from 'node:path';
import { liveShop, type LiveShop } from '../support/liveShop';
import { merchantOf } from '../support/merchant';
import { TEAPOT } from '../support/smallShop';
import type { Platform } from './engine/protocol';
import type { Script } from './engine/script';
import { withChrome } from './minis';
import { loginAs, people } from './superApps';
import { askBack, buyNow, verifyPhone } from './walks';

const DIST = path.resolve(__dirname, '../../dist');
/** Where the packages believe their backend to be. */
const BUILT_FOR = 'http://localhost:3000';

let shop: LiveShop;
afterEach(() => shop.close());

withChrome('a guide and a customer', (start) => {
  interface Opening {
    appId: string;
    script: Partial<Script>;
    path?: string;
    query?: Record<string, string>;
  }
  const open = (platform: Platform, opening: Opening) =>
    start(path.join(DIST, platform), { origins: { [BUILT_FOR]: shop.url }, ...opening }, platform);

  const rest = async () => {
    while ((await shop.runJobs()) > 0);
  };

  test.each([
    ['weapp', {}],
    ['alipay', {}],
    ['tt', { TT_GOODS: 'trade' }],
  ] as const)(
    '%s: what a guide’s code brought stands on their page, and a refund takes it back',
    async (platform, env) => {
      shop = await liveShop(env);
      const merchant = await merchantOf(shop);
      const store = await merchant.openStore({
        name: '湖滨店',
        lat: 30.25,
        lng: 120.16,
        opensAt: '10:00',
        closesAt: '22:00',
      });
      const invitation = await merchant.inviteGuide(store.id, '沈知夏');
      const person = people[platform](shop);

      const guide = await open(platform, {
        appId: person.appId,
        script: loginAs[platform](shop, 'o-zhixia'),
        path: 'staff/join/index',
        query: { invite: invitation.token },
      });
      await guide.waitText('应邀');
      await guide.settle();
      await guide.tap('应邀');
      await guide.waitText('等店长同意');
      await merchant.approveGuide(invitation.id);
      await guide.tap('看看同意了没有');
      await guide.waitText('欢迎加入');
      await guide.tap('进工作台');
      await guide.waitPage('staff/home/index');
      await guide.waitText(TEAPOT);
      await guide.settle();
      const above = (await guide.text()).split(TEAPOT)[0]!.split('\n');
      await guide.tap('分享', { nth: above.filter((line) => line.trim() === '分享').length });
      await guide.waitPage('staff/share/index');
      await guide.waitText('存图片');
      await guide.settle();
      const [code] = await shop.rows<{ token: string }>('select token from short_codes');

      const query: Record<string, string> = platform === 'weapp' ? { scene: code!.token } : { k: code!.token };
      const customer = await open(platform, { appId: person.appId, script: person.script, query });
      await customer.waitPage('mall/product/index');
      await customer.waitText(TEAPOT);
      await customer.settle();
      await customer.back();
      await verifyPhone(customer);
      await customer.tapTab('首页');
      await customer.waitText(TEAPOT);
      await customer.settle();
      await customer.tap(TEAPOT);
      await customer.waitPage('mall/product/index');
      await buyNow(customer);
      await customer.tap('提交订单');
      await customer.waitPage('orders/result/index');
      await customer.waitText('付好了');
      await rest();

      await guide.back();
      await guide.tap('业绩');
      await guide.waitPage('staff/results/index');
      await guide.waitText('扫码 1 · 成交 1 单');
      await guide.waitText('最后一次扫码');
      expect(await shop.rows('select reason, amount_fen from order_guides')).toEqual([
        { reason: 'touch', amount_fen: '15900' },
      ]);
      expect(await guide.text()).toMatch(/¥159/);

      await customer.tap('看订单');
      await customer.waitPage('orders/detail/index');
      await customer.settle();
      await askBack(customer);
      const [request] = await shop.rows<{ id: string }>('select aftersale_id as id from aftersales');
      await merchant.approveAftersale(request!.id, '');
      // the platform is asked again until it says that the money is back
      for (let round = 0; round < 4; round++) {
        await shop.runJobs();
        shop.advance(10 * 60_000);
      }
      expect(person.refunded()).toEqual([15900]);
      await guide.pullDown();
      await guide.waitText('退了 ¥159');
      for (const mini of [guide, customer]) expect(await mini.problems()).toEqual([]);
    },
    180_000,
  );
});
