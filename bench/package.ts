import path from 'node:path';
import { findChrome, launchChrome } from '../test/support/chrome';
import { smallShop, TEAPOT } from '../test/support/smallShop';
import { open } from '../test/miniprogram/engine/driver';

const TAPS = 9;

/** The built WeChat package on the runner: what home costs, and how fast a tap shows. ms are of this machine. */
export async function measurePackage(): Promise<Record<string, string> | null> {
  const chrome = findChrome();
  if (!chrome) return null;
  const shop = await smallShop();
  const browser = await launchChrome(chrome);
  try {
    const mini = await open(path.resolve('dist/weapp'), 'weapp', {
      browser,
      origins: { 'http://localhost:3000': shop.url },
    });
    await mini.waitText(TEAPOT);
    await mini.settle();
    const home = await mini.since({ setData: 0, launch: 0 });
    const firstContent = await mini.firstContent();
    await mini.tap(TEAPOT);
    await mini.waitText('加入购物袋');
    await mini.settle();
    await mini.tap('立即购买');
    await mini.waitText('数量');
    const trips: { dom: number; frame: number }[] = [];
    for (let tap = 0; tap < TAPS; tap++)
      trips.push(await mini.tapRoundTrip(tap % 2 ? '杏白' : '柿红', '[class^=summary]'));
    await mini.close();
    const median = (key: 'dom' | 'frame') =>
      trips.map((trip) => trip[key]).sort((a, b) => a - b)[Math.floor(TAPS / 2)]!;
    return {
      'home setData calls': String(home.calls),
      'home setData bytes': String(home.bytes),
      'first content, ms': String(firstContent),
      'tap to changed view, ms': String(median('dom')),
      'tap to next frame, ms': String(median('frame')),
    };
  } finally {
    await browser.close();
    await shop.close();
  }
}
