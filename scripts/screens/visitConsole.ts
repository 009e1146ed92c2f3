import path from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import type { ConsoleScreen } from './consoleScreen';
import type { Stage } from './stage';

/** What Chromium says by itself about an answer that this state asked to fail, or of nobody signed in. */
const EXPECTED = /Failed to load resource/;

export interface ConsoleVisit {
  screen: ConsoleScreen;
  faults: string[];
}

interface Desk {
  browser: Browser;
  stage: Stage;
  consoleUrl: string;
  /** The owner's cookies. */
  cookies: Parameters<BrowserContext['addCookies']>[0];
  folder: string;
}

const SIZE = { width: 1440, height: 900 };

/** Signs the owner in once; the cookies then open every screen. */
export async function signInOwner(
  browser: Browser,
  consoleUrl: string,
  { loginName, password }: { loginName: string; password: string },
): Promise<Desk['cookies']> {
  const context = await browser.newContext();
  const answer = await context.request.post(`${consoleUrl}/session`, {
    headers: { 'x-jishi-console': '1', origin: consoleUrl },
    data: { loginName, password },
  });
  if (!answer.ok()) throw new Error(`the owner was not let in: ${answer.status()} ${await answer.text()}`);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Opens one screen at a desk of its own, takes its picture, and answers what is wrong with it. */
export async function visitConsole(desk: Desk, screen: ConsoleScreen): Promise<ConsoleVisit> {
  const { browser, stage, consoleUrl, folder } = desk;
  const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const shoot = () => page.screenshot({ path: path.join(folder, `${screen.name}.png`), animations: 'disabled' });
  try {
    page.setDefaultTimeout(15_000);
    const faults = listen(page);
    await prepare(context, desk, screen);
    const where = screen.address?.(stage) ?? (screen.path === '/sign-in' ? '/' : screen.path);
    const { hold } = screen;
    // what is held back has been asked for by a page that is drawn
    const asked = hold ? page.waitForRequest((request) => request.url().includes(hold)) : Promise.resolve();
    await page.goto(`${consoleUrl}${where}`);
    await asked;
    // the menu has the names of all pages
    const outside = page.locator('#root :not(nav, nav *)');
    await page.getByText(screen.ready).and(outside).filter({ visible: true }).first().waitFor();
    if (!hold) await page.waitForLoadState('networkidle');
    if (!hold) await arrive(page);
    await screen.act?.(page, stage);
    if (!hold) await arrive(page);
    await page.evaluate('document.fonts.ready.then(() => true)');
    await shoot();
    const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    return { screen, faults: [...faults, ...(isWide ? ['wider than the window'] : [])] };
  } catch (error) {
    await shoot().catch(() => undefined);
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    return { screen, faults: [`the state was not reached: ${reason}`] };
  } finally {
    await context.close();
  }
}

/** Nothing is on its way any more: what the page's heading says is there before its rows. */
const arrive = (page: Page) => page.locator('.loading-rows, .ant-skeleton').first().waitFor({ state: 'detached' });

function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) heard.push(message.text().slice(0, 300));
  });
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() === 'image')
      heard.push(`a picture answered ${response.status()}: ${response.url()}`);
  });
  return heard;
}

async function prepare(context: BrowserContext, { cookies }: Desk, screen: ConsoleScreen): Promise<void> {
  if (screen.path !== '/sign-in') await context.addCookies(cookies);
  if (screen.isDark) await context.addInitScript("if (window === top) localStorage.setItem('jishi.console.dark', '1')");
  const on = (part: string, handle: (route: Route) => Promise<unknown>) =>
    context.route((url) => `${url.pathname}${url.search}`.includes(part), handle);
  if (screen.hold) await on(screen.hold, () => new Promise(() => undefined));
  if (screen.fail) {
    const error = { code: 'internal', message: '服务器出错了，请稍后再试', requestId: 'e3b0c442-98fc' };
    await on(screen.fail, (route) => route.fulfill({ status: 500, json: { error } }));
  }
  if (screen.none) {
    await on(screen.none, async (route) => {
      const response = await route.fetch();
      const json = (await response.json()) as object;
      await route.fulfill({ response, json: { ...json, items: [], nextCursor: null } });
    });
  }
}
