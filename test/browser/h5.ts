import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findChrome, launchChrome } from '../support/chrome';

/** One phone's browser on the H5 page: what went wrong in it is collected, and fails the test that asks. */
export interface Phone {
  page: Page;
  context: BrowserContext;
  /** Console errors, page errors, failed requests and broken pictures, a sentence each. */
  problems(): Promise<string[]>;
  /** Elements wider than the screen. */
  overflow(): Promise<string[]>;
}

/** Registers a suite that needs a browser; without one it is skipped, loudly. */
export function withBrowser(what: string, suite: (open: (url: string) => Promise<Phone>) => void): void {
  const chrome = findChrome();
  if (!chrome) {
    console.warn(`SKIPPED, no Chrome or Chromium (set CHROME): ${what}`);
    return describe.skip(what, () => suite(() => Promise.reject(new Error('no browser'))));
  }
  describe(what, () => {
    let browser: Browser;
    const contexts: BrowserContext[] = [];
    beforeAll(async () => {
      browser = await launchChrome(chrome);
    });
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    });
    afterAll(() => browser.close());
    suite(async (url) => {
      const context = await browser.newContext({
        viewport: { width: 375, height: 812 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
        locale: 'zh-CN',
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return phoneOf(context, page, url);
    });
  });
}

async function phoneOf(context: BrowserContext, page: Page, url: string): Promise<Phone> {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // leaving a page ends its pictures' loading
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') seen.push(`request failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) seen.push(`${response.status()} from ${response.url()}`);
  });
  await page.goto(url);
  return {
    page,
    context,
    async problems() {
      const broken = await page.evaluate(() =>
        [...document.images]
          .filter((image) => image.complete && image.src && image.naturalWidth === 0)
          .map((image) => image.src),
      );
      return [...seen, ...broken.map((src) => `missing picture: ${src}`)];
    },
    overflow: () =>
      page.evaluate(() =>
        document.documentElement.scrollWidth > window.innerWidth
          ? [...document.querySelectorAll('*')]
              .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
              .slice(0, 5)
              .map((element) => `${element.tagName} ${element.className}`)
          : [],
      ),
  };
}
