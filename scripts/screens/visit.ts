import path from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import type { Fault } from '../../test/support/screen/fault';
import { homeIn } from './layoutAnswers';
import { faultsOf, settle } from './pageChecks';
import { pagePath } from './pagePaths';
import { handOf, type Hand, type Screen } from './screen';
import type { Stage } from './stage';

const SESSION_KEY = 'jishi.session';
/** What Chromium says by itself about an answer that this state asked to fail. */
const EXPECTED = /Failed to load resource/;

export interface Visit {
  screen: Screen;
  faults: Fault[];
}

/** Opens one screen on a phone of its own, takes its picture into `folder`, and answers what is wrong with it. */
export async function visit(browser: Browser, stage: Stage, screen: Screen, folder: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: screen.isDark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const shoot = () => page.screenshot({ path: path.join(folder, `${screen.name}.png`), animations: 'disabled' });
  try {
    page.setDefaultTimeout(15_000);
    const heard = listen(page, screen);
    await prepare(context, stage, screen);
    const hand = handOf(page, stage);
    await open(hand, screen);
    await hand.sees(screen.ready);
    await settle(page);
    await screen.act?.(hand);
    await settle(page);
    await shoot();
    const faults = [...(await faultsOf(page)), ...heard];
    return { screen, faults: faults.filter(({ kind }) => !screen.allows?.includes(kind)) };
  } catch (error) {
    await shoot().catch(() => undefined);
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    return { screen, faults: [{ kind: 'console', element: 'the state was not reached', measured: reason }] };
  } finally {
    await context.close();
  }
}

async function open({ page, stage }: Hand, { page: name, query }: Screen): Promise<void> {
  const search = query?.(stage);
  await page.goto(`${stage.url}/#${pagePath(name)}${search ? `?${search}` : ''}`);
}

function listen(page: Page, { fail, hold }: Screen): Fault[] {
  const heard: Fault[] = [];
  const add = (kind: Fault['kind'], element: string, measured: string) => heard.push({ kind, element, measured });
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if ((fail ?? hold) && EXPECTED.test(message.text())) return;
    add('console', message.type(), message.text().slice(0, 300));
  });
  page.on('pageerror', (error) => add('console', 'page error', error.message));
  page.on('response', (response) => {
    const isPicture = response.request().resourceType() === 'image';
    if (response.status() >= 400 && isPicture) add('missing picture', response.url(), `answered ${response.status()}`);
  });
  return heard;
}

async function prepare(context: BrowserContext, stage: Stage, screen: Screen): Promise<void> {
  const { session } = stage.people[screen.who ?? 'regular'];
  const { storage } = screen;
  const kept = { [SESSION_KEY]: session, ...(typeof storage === 'function' ? await storage(stage) : storage) };
  const lines = Object.entries(kept).map(
    ([key, value]) => `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(JSON.stringify(value))});`,
  );
  await context.addInitScript({ content: lines.join('') });
  const on = (part: string, handle: (route: Route) => Promise<void>) =>
    context.route((url) => `${url.pathname}${url.search}`.includes(part), handle);
  const { hold, fail, answer, theme } = screen;
  if (theme) {
    await on('/api/layouts/home', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: homeIn({ name: theme })((await response.json()) as object) });
    });
  }
  if (hold) await on(hold, () => new Promise(() => undefined));
  if (fail) {
    await on(fail.path, (route) =>
      fail.status === 'offline' ? route.abort() : route.fulfill({ status: fail.status, json: {} }),
    );
  }
  if (answer) {
    await on(answer.path, async (route) => {
      // for a refusal the server is not asked, which would do what it is asked for
      if ((answer.status ?? 0) >= 400) {
        return route.fulfill({ status: answer.status!, json: answer.change({} as never) });
      }
      const response = await route.fetch();
      const json = answer.change((await response.json()) as never);
      await route.fulfill({ response, ...(answer.status && { status: answer.status }), json });
    });
  }
}
