import { EXTRA_NAMES } from './engine/extraNames';
import { nativeNames } from './engine/nativeNames';
import type { Platform } from './engine/protocol';
import { onePage, PIXEL, writePackage } from './fixture';
import { withChrome } from './minis';

const PLATFORMS: Platform[] = ['weapp', 'alipay', 'tt'];
describe('the names of the native objects', () => {
  it('come from the vendors typings', () => {
    expect(nativeNames('weapp')).toMatchObject({
      requestPayment: { callable: true, promise: true },
      request: { callable: true, promise: false },
      getStorageSync: { callable: true, promise: false },
      env: { callable: false, promise: false },
    });
    expect(nativeNames('alipay')).toMatchObject({
      tradePay: { callable: true, promise: true },
      getStorageSync: { callable: true, promise: false },
      ap: { callable: false },
    });
    expect(nativeNames('tt')).toMatchObject({ pay: { callable: true, promise: false }, env: { callable: false } });
    expect(nativeNames('weapp')).not.toHaveProperty('tradePay');
    expect(nativeNames('alipay')).not.toHaveProperty('requestPayment');
    expect(nativeNames('tt')).not.toHaveProperty('getWindowInfo');
  });

  it('take from the list of extras only what the typings lack', () => {
    for (const platform of PLATFORMS) {
      for (const [name, extra] of Object.entries(EXTRA_NAMES[platform])) {
        expect(nativeNames(platform)[name]).toBe(extra);
      }
    }
  });
});

withChrome('a clean package', (start) => {
  it('shows its page, answers taps and has its setData counted', async () => {
    const mini = await start(
      onePage({
        wxml: '<view id="count">共 {{count}} 件</view><button bindtap="add">加一</button>',
        js: '{ data: { count: 0 }, add() { this.setData({ count: this.data.count + 1 }) } }',
      }),
    );
    const mark = await mini.mark();
    await mini.tap('加一');
    await mini.tap('加一');
    await mini.waitText('共 2 件');
    expect(await mini.since(mark)).toMatchObject({ calls: 2, bytes: 2 * '{"count":1}'.length });
    expect((await mini.setData()).map((record) => record.page)).toEqual(['pages/one/index', 'pages/one/index']);
    expect(await mini.firstContent()).toBeGreaterThan(0);
    const trip = await mini.tapRoundTrip('加一', '#count');
    expect(trip.frame).toBeGreaterThanOrEqual(trip.dom);
    expect(await mini.problems()).toEqual([]);
  });

  it.each([
    ['alipay', { 'i.axml': ALIPAY_TEMPLATE(), 'u.sjs': 'export default { yuan: (fen) => "¥" + fen / 100 }' }],
    ['tt', { 'i.ttml': DOUYIN_TEMPLATE(), 'u.sjs': 'export default { yuan: (fen) => "¥" + fen / 100 }' }],
  ] as [Platform, Record<string, string>][])('of %s is understood in its own syntax', async (platform, files) => {
    const dir = writePackage({
      'app.json': JSON.stringify({ pages: ['i'], window: { defaultTitle: '店' } }),
      'app.js': 'App({})',
      'i.json': '{}',
      'i.js': 'Page({ data: { list: [100, 250], on: true }, turn() { this.setData({ on: false }) } })',
      ...files,
    });
    const mini = await start(dir, {}, platform);
    expect(await mini.text()).toMatch(/¥1\s*¥2.5\s*开/);
    await mini.tap('开');
    await mini.waitText('关');
    expect(await mini.problems()).toEqual([]);
  });

  it('walks its pages: query, scene, tabs, back, pull-down, share and background', async () => {
    const page = (name: string, more = '') => ({
      [`${name}.json`]: '{}',
      [`${name}.wxml`]: `<view>${name} {{from}}</view><button bindtap="next">去</button>`,
      [`${name}.js`]: `Page({ data: { from: '' },
        onLoad(query) { this.setData({ from: query.from || '' }) },
        next() { wx.navigateTo({ url: '/detail?from=' + encodeURIComponent('首页') }) },
        onPullDownRefresh() { this.setData({ from: '刷新' }) },
        onShareAppMessage() { return { title: '看看' } } ${more} })`,
    });
    const dir = writePackage({
      'app.json': JSON.stringify({
        pages: ['home', 'me', 'detail'],
        tabBar: {
          list: [
            { pagePath: 'home', text: '首页' },
            { pagePath: 'me', text: '我的' },
          ],
        },
      }),
      'app.js': 'App({ onLaunch(o) { this.scenes = [o.scene] }, onShow(o) { this.scenes.push(o.scene) } })',
      ...page('home'),
      ...page('me', ', onShow() { this.setData({ from: getApp().scenes.join() }) }'),
      ...page('detail'),
    });
    const mini = await start(dir, { scene: 1047, query: { from: '扫码' } });
    await mini.waitText('home 扫码');
    await mini.tap('去');
    await mini.waitText('detail 首页');
    expect(await mini.stack()).toEqual([
      { path: 'home', query: { from: '扫码' } },
      { path: 'detail', query: { from: '首页' } },
    ]);
    expect(await mini.share()).toEqual({ title: '看看' });
    await mini.pullDown();
    await mini.waitText('detail 刷新');
    await mini.back();
    await mini.hide();
    await mini.show({ scene: 1089 });
    await mini.tapTab('我的');
    await mini.waitText('me 1047,1047,1089');
    expect((await mini.calls('navigateTo')).map((call) => call.args)).toEqual([
      [{ url: `/detail?from=${encodeURIComponent('首页')}` }],
    ]);
    expect(await mini.problems()).toEqual([]);
  });

  it('keeps its storage over a relaunch, and its faults', async () => {
    const dir = onePage({
      wxml: '<view>第 {{times}} 次</view>',
      js: `{ onLoad() {
        const times = (wx.getStorageSync('times') || 0) + 1
        wx.setStorageSync('times', times)
        this.setData({ times })
        if (times === 6) throw new Error('第六次')
      } }`,
    });
    const mini = await start(dir, { storage: { times: 5 } });
    await mini.waitText('第 6 次');
    await mini.relaunch();
    await mini.waitText('第 7 次');
    expect(await mini.storage()).toEqual({ times: 7 });
    expect(await mini.problems()).toEqual([expect.stringContaining('第六次')]);
  });
});

function ALIPAY_TEMPLATE(): string {
  return (
    '<import-sjs name="u" from="./u.sjs" /><view a:for="{{list}}" a:key="*this">{{u.yuan(item)}}</view>' +
    '<button onTap="turn"><text a:if="{{on}}">开</text><text a:else>关</text></button>'
  );
}

function DOUYIN_TEMPLATE(): string {
  return (
    '<sjs module="u" src="./u.sjs"></sjs><view tt:for="{{list}}" tt:key="*this">{{u.yuan(item)}}</view>' +
    '<button bindtap="turn"><text tt:if="{{on}}">开</text><text tt:else>关</text></button>'
  );
}

withChrome('a run fails', (start) => {
  const problemsOf = async (page: Parameters<typeof onePage>[0]) => {
    const mini = await start(onePage(page));
    await mini.settle();
    return mini.problems();
  };

  it.each([
    ['a view script that throws', 'module.exports = { show: function () { return nothing.here } }'],
    ['a view script without the function, which leaves the page blank', 'module.exports = { other: 1 }'],
    ['a view script that does not parse', 'module.exports = { show: function ( }'],
  ])('on %s', async (_what, script) => {
    const problems = await problemsOf({
      wxml: '<wxs module="u" src="./u.wxs" /><view>{{u.show(1)}}</view>',
      more: { 'pages/one/u.wxs': script },
    });
    expect(problems).not.toEqual([]);
  });

  it.each(['new AbortController()', 'fetch("/x")', 'window.scrollTo(0, 0)', 'document.title', 'new URL("a:b")'])(
    'on a browser global that the hosts lack: %s',
    async (expression) => {
      const [problem] = await problemsOf({ js: `{ onLoad() { ${expression} } }` });
      expect(problem).toMatch(/^Page error: .*TypeError/);
    },
  );

  it('on reaching for the browser behind the sandbox', async () => {
    const problems = await problemsOf({
      js: `{ onLoad() {
        const self = (function () { return this })()
        const made = Function('return this')()
        const found = [typeof window, typeof globalThis.document, typeof self, typeof made, typeof eval, typeof crypto]
        if (found.some((type) => type !== 'undefined')) throw new Error('seen: ' + found.join())
        Function('x', 'return x + 1')
      } }`,
    });
    expect(problems).toEqual([expect.stringContaining('may not run code made from text')]);
  });

  it('on a name outside the typings, read or called, but not on asking whether it is there', async () => {
    const problems = await problemsOf({
      js: `{ onLoad() {
        if ('inventedA' in wx || Object.keys(wx).includes('inventedB') || wx.canIUse('inventedC')) throw new Error('!')
        const read = wx.inventedD
        try { wx.inventedE({}) } catch (error) { this.error = error }
      } }`,
    });
    expect(problems).toEqual([
      expect.stringContaining('Unknown API: wx.inventedD'),
      expect.stringContaining('Unknown API: wx.inventedE'),
    ]);
  });

  it('on calling a name of the typings that the runner lacks, which throws', async () => {
    const problems = await problemsOf({
      js: '{ onLoad() { try { wx.startBeaconDiscovery({}) } catch (error) { console.error(error.message) } } }',
    });
    expect(problems).toEqual([
      'Console error: wx.startBeaconDiscovery is not implemented by this runner',
      expect.stringContaining('Missing API: wx.startBeaconDiscovery'),
    ]);
  });

  it('on a picture that is not there, has no size or no source', async () => {
    const problems = await problemsOf({
      wxml: '<image src="/gone.png" /><image src="/empty.svg" /><image src="" /><image src="/dot.png" />',
      wxss: 'page { background-image: url(/lost.png) }',
      more: { 'dot.png': PIXEL, 'empty.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>' },
    });
    const missing = (file: RegExp) => expect.stringMatching(new RegExp(`^Missing picture.*${file.source}`));
    expect(problems.sort()).toEqual(
      [missing(/lost\.png/), missing(/no source/), missing(/empty\.svg/), missing(/gone\.png/)].sort(),
    );
  });

  it('on a page wider than the screen, but not on what scrolls or clips by design', async () => {
    const wide = '<view class="wide">宽</view>';
    const wxss = '.wide { width: 900rpx; height: 20px } .clip { overflow: hidden }';
    expect(
      await problemsOf({ wxml: `<scroll-view scroll-x>${wide}</scroll-view><view class="clip">${wide}</view>`, wxss }),
    ).toEqual([]);
    expect(await problemsOf({ wxml: wide, wxss })).toEqual([
      expect.stringMatching(/^Horizontal overflow: wx-view.*"宽" reaches from 0 to 450 px/),
    ]);
  });

  it.each([
    ['a lifecycle', '{ onLoad() { throw new Error("坏了") } }'],
    ['a promise', '{ onLoad() { Promise.reject(new Error("坏了")) } }'],
    ['a timer', '{ onLoad() { setTimeout(() => { throw new Error("坏了") }, 5) } }'],
    ['console.error', '{ onLoad() { console.error("坏了") } }'],
  ])('on an error in %s', async (_where, js) => {
    expect(await problemsOf({ js })).toEqual([expect.stringContaining('坏了')]);
  });

  it('on an error in an event handler', async () => {
    const mini = await start(
      onePage({ wxml: '<button bindtap="go">点</button>', js: '{ go() { throw new Error("坏了") } }' }),
    );
    await mini.tap('点');
    expect(await mini.problems()).toEqual([expect.stringContaining('坏了')]);
  });

  it('on files that are referred to and missing', async () => {
    const dir = writePackage({
      'app.json': JSON.stringify({ pages: ['pages/one/index'], usingComponents: { card: '/gone/card' } }),
      'app.js': 'App({}); require("./nothing")',
      'pages/one/index.json': '{}',
      'pages/one/index.wxml': '<import src="./parts.wxml" /><view>内容</view>',
      'pages/one/index.js': 'Page({})',
    });
    const problems = (await (await start(dir)).problems()).join('\n');
    expect(problems).toContain('component <card> not found');
    expect(problems).toContain('missing pages/one/parts.wxml');
    expect(problems).toContain("module './nothing' not found");
    expect(problems).toContain('The package did not start.');
  });

  it('with what was shown and what went wrong, when a wait is in vain', async () => {
    const mini = await start(onePage({ js: '{ onLoad() { throw new Error("坏了") } }' }), { timeout: 300 });
    await expect(mini.waitText('永远')).rejects.toThrow(/waiting for "永远"[\s\S]*Shown: 内容[\s\S]*坏了/);
  });
});
