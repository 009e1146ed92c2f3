import type { Browser } from 'playwright-core';
import { findChrome, launchChrome } from '../support/chrome';
import { open, type OpenOptions } from './engine/driver';
import type { MiniProgram } from './engine/miniProgram';
import type { Platform } from './engine/protocol';
import { removePackages } from './fixture';

/** Registers a suite that needs a browser; without one it is skipped, loudly. */
export function withChrome(what: string, suite: (start: Start) => void): void {
  const chrome = findChrome();
  if (!chrome) {
    console.warn(`SKIPPED, no Chrome or Chromium (set CHROME): ${what}`);
    return describe.skip(what, () => suite(() => Promise.reject(new Error('no browser'))));
  }
  describe(what, () => {
    let browser: Browser;
    const opened: MiniProgram[] = [];
    beforeAll(async () => {
      browser = await launchChrome(chrome);
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((mini) => mini.close()));
      removePackages();
    });
    afterAll(() => browser.close());
    suite(async (dir, options = {}, platform = 'weapp') => {
      const mini = await open(dir, platform, { browser, ...options });
      opened.push(mini);
      return mini;
    });
  });
}

/** Opens a package, WeChat's unless said otherwise; it is closed after the test. */
export type Start = (dir: string, options?: Partial<OpenOptions>, platform?: Platform) => Promise<MiniProgram>;
