import type { Browser, Page } from 'playwright-core';
import type { FaultKind } from '../support/screen/fault';
import { findChrome, launchChrome } from '../support/chrome';
import { faultsOf } from '../../scripts/screens/pageChecks';

const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const STYLE = `<style>
  body { margin: 0; font: 16px/24px sans-serif; color: #222; background: #fff; }
  [role="button"] { height: 44px; width: 100px; line-height: 44px; }
</style>`;

const CLEAN = `
  <h1>集市</h1>
  <div style="width:200px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">满觉陇头道桂花龙井窨制红茶礼盒，手工铁罐</div>
  <div style="width:200px;overflow-x:auto"><div style="width:900px">横着看的一排</div></div>
  <div role="button" style="position:relative;z-index:0;height:28px;margin:20px;line-height:28px;width:60px">加
    <style>.wide::after{content:'';position:absolute;z-index:-1;inset:-8px}</style></div>
  <div style="background:linear-gradient(#101010,#303030);color:#fff">压在渐变上的字</div>
  <div role="button" aria-disabled="true" style="color:#ccc">停用</div>
  <div role="button" aria-label="关闭">×</div>
  <img src="${DOT}" alt="一壶茶" width="44" height="44">`;

/** [what is wrong, the faults that must be found, the body] */
const FAULTY: [string, FaultKind, string, RegExp][] = [
  ['a page wider than the window', 'overflow', '<div style="width:500px">宽</div>', /500 px|from 0 px/],
  [
    'text that runs out of its box',
    'overflow',
    '<div style="width:60px;white-space:nowrap">这句话比盒子宽</div>',
    /text .* in 60 px/,
  ],
  [
    'a picture that did not come',
    'missing picture',
    '<img src="data:image/png;base64,AAAA" alt="茶" width="50" height="50">',
    /data:/,
  ],
  ['the ground of a missing picture', 'missing picture', '<div>图片暂缺</div>', /ground/],
  [
    'text cut off sideways',
    'cut text',
    '<div style="width:60px;overflow:hidden;white-space:nowrap">这句话会被切掉</div>',
    /sideways/,
  ],
  [
    'text cut off below',
    'cut text',
    '<div style="height:30px;width:80px;overflow:hidden">这句话有三行那么长的样子</div>',
    /below/,
  ],
  [
    'an amount that is shortened',
    'cut text',
    '<div style="width:40px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">¥12888.50</div>',
    /in 40×/,
  ],
  [
    'a small button',
    'tap target',
    '<div role="button" style="height:30px;margin:20px;line-height:30px">小</div>',
    /×3[01] px/,
  ],
  [
    'a button whose widening a neighbour covers',
    'tap target',
    `<style>.w{position:relative;z-index:0}.w::after{content:'';position:absolute;z-index:-1;inset:-10px}</style>
     <div role="button" class="w" style="height:28px;line-height:28px;margin-top:20px">下</div>
     <div style="position:relative;z-index:1;height:60px;background:#eee">盖住了</div>`,
    /×3[0-9] px/,
  ],
  ['a button without a name', 'no name', '<div role="button"></div>', /control/],
  ['a picture without a name', 'no name', `<img src="${DOT}" width="50" height="50">`, /picture/],
  ['grey on white', 'contrast', '<div style="color:#999">看不清</div>', /2\.85:1, at least 4\.5:1/],
  ['faded text', 'contrast', '<div style="opacity:0.5;color:#444">太淡</div>', /at least 4\.5:1/],
  [
    'text over a picture of its own brightness',
    'contrast',
    '<div style="background:linear-gradient(90deg,#000,#ddd);color:#fff;width:190px">一半在亮处，看不清的字</div>',
    /at least 4\.5:1/,
  ],
  [
    'a grey placeholder',
    'contrast',
    '<style>::placeholder{color:#bbb}</style><input placeholder="谁来取货" style="height:44px">',
    /at least/,
  ],
  [
    'large text that is still too light',
    'contrast',
    '<div style="font-size:24px;line-height:32px;color:#aaa">大字</div>',
    /at least 3:1/,
  ],
];

const chrome = findChrome();
if (!chrome) console.warn('SKIPPED, no Chrome or Chromium (set CHROME): the checks of the screenshots');

(chrome ? describe : describe.skip)('the checks of the screenshots', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChrome(chrome!);
  });
  beforeEach(async () => {
    const size = { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
    page = await browser.newPage(size);
  });
  afterEach(() => page.close());
  afterAll(() => browser.close());

  const show = (body: string) =>
    page.setContent(`<!doctype html><meta name="viewport" content="width=device-width">${STYLE}<body>${body}</body>`);

  test('a clean page has no faults', async () => {
    await show(CLEAN.replace('role="button" style="position', 'role="button" class="wide" style="position'));
    expect(await faultsOf(page)).toEqual([]);
  });

  test.each(FAULTY)('%s is found', async (_what, kind, body, measured) => {
    await show(body);
    const faults = await faultsOf(page);
    expect(faults).toContainEqual({ kind, element: expect.any(String), measured: expect.stringMatching(measured) });
    expect(new Set(faults.map((fault) => fault.kind))).toEqual(new Set([kind]));
  });

  test('what stands below the window is looked at as well', async () => {
    await show(
      '<div style="height:812px;overflow-y:auto"><div style="height:1500px"></div><div style="color:#999">远</div></div>',
    );
    expect(await faultsOf(page)).toMatchObject([{ kind: 'contrast' }]);
  });
});
