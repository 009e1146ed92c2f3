import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { dialog, locateIn, toBrowserSelector, topPage } from './locate';
import type { Faults } from './network';
import { Observer } from './observer';
import type { Launch } from './protocol';
import type { Script } from './script';

/** A running mini-program: what a shopper can do with it, and what a test can know about it. */
export class MiniProgram extends Observer {
  async start(): Promise<void> {
    const { page, server } = this.session;
    await page.goto(server.origin, { waitUntil: 'commit' });
    await page.waitForSelector('html[data-booted]', { state: 'attached', timeout: 30_000 });
  }

  /** Taps what the shopper sees: a text, or a selector of the package. Dialogs of the super-app come first. */
  async tap(target: string, options: { nth?: number } = {}): Promise<void> {
    const found = await this.find(target, options.nth);
    await this.explain(this.press(found), `tapping "${target}"`);
  }

  /** Taps a tab of the tab bar, by text or index. */
  async tapTab(tab: string | number): Promise<void> {
    const cells = this.session.page.locator('.mp-tabbar > div');
    const cell = typeof tab === 'number' ? cells.nth(tab) : cells.filter({ hasText: tab });
    await this.explain(cell.tap(), `tapping the tab ${tab}`);
  }

  /** Types into the field that a selector or a placeholder names, replacing what is there. */
  async input(target: string, value: string): Promise<void> {
    const { page } = this.session;
    const bySelector = /^(css=|[.#[]|input|textarea)/.test(target);
    const named = ['input', 'textarea'].map((tag) => `${tag}[placeholder=${JSON.stringify(target)}]`).join();
    const field = bySelector
      ? locateIn(topPage(page), target).first().locator('input,textarea')
      : topPage(page).locator(named).first();
    const type = async () => {
      await field.tap();
      await field.fill('');
      await field.pressSequentially(value);
    };
    await this.explain(type(), `typing into "${target}"`);
  }

  /** The text of the page on top, or of the first match in it. */
  async text(target?: string): Promise<string> {
    const top = topPage(this.session.page);
    return (target ? locateIn(top, target).first() : top).innerText();
  }

  async count(target: string): Promise<number> {
    return locateIn(topPage(this.session.page), target).count();
  }

  locator(target: string): Locator {
    return locateIn(topPage(this.session.page), target);
  }

  /** Waits until the page on top, or a dialog above it, contains `text`. */
  async waitText(text: string): Promise<void> {
    const expression = `(${SHOWN_TEXT})().includes(${JSON.stringify(text)})`;
    await this.explain(this.poll(expression), `waiting for "${text}"`);
  }

  /** Waits until the page on top is `path`, e.g. `orders/result/index`. */
  async waitPage(path: string): Promise<void> {
    const expression = `window.__mp.stack().at(-1)?.path === ${JSON.stringify(path)}`;
    await this.explain(this.poll(expression), `waiting for page ${path}`);
  }

  /** Waits until a toast with `text` has been shown at any time in this launch; toasts are too short to be met. */
  async waitToast(text: string): Promise<void> {
    const expression = `window.__mp.report().toasts.some((toast) => toast.includes(${JSON.stringify(text)}))`;
    await this.explain(this.poll(expression), `waiting for the toast "${text}"`);
  }

  /** Waits until no request, picture, timer or question is under way and the page has stopped changing. */
  async settle(): Promise<void> {
    await this.explain(this.call('settled', this.session.timeout), 'settling');
  }

  /** The back gesture. */
  async back(): Promise<void> {
    await this.call('back');
  }

  /** Scrolls the page on top to an offset in px, to its end, or to the element with an id (`#id`). */
  async scrollTo(target: number | 'bottom' | string): Promise<void> {
    await this.call('scrollTo', target);
  }

  /** The pull-down gesture of the page on top. */
  async pullDown(): Promise<void> {
    await this.call('pullDown');
  }

  stack(): Promise<{ path: string; query: Record<string, string> }[]> {
    return this.call('stack');
  }

  /** The shopper leaves for another app; `show` brings them back, maybe by a link. */
  async hide(): Promise<void> {
    await this.call('hide');
  }

  async show(launch: Launch = {}): Promise<void> {
    await this.call('show', launch);
  }

  /** What the page on top would share from the menu. */
  share(): Promise<unknown> {
    return this.call('share');
  }

  /** Says what the super-app and the shopper answer from now on. */
  script(script: Partial<Script>): void {
    this.session.answers.extend(script);
  }

  network(faults: Faults): void {
    this.session.network.setFaults(faults);
  }

  /** Kills the mini-program and starts it again; storage stays. */
  async relaunch(launch: Launch = {}): Promise<void> {
    await this.keepReport();
    const { server } = this.session;
    server.launch = { ...launch, appId: server.launch.appId };
    await this.start();
  }

  async close(): Promise<void> {
    await this.session.context.close();
    await this.session.server.close();
    this.session.network.close();
  }

  /** Taps `target` and measures, in the browser, the ms until `watched` changed and until the frame after that. */
  async tapRoundTrip(target: string, watched = target): Promise<{ dom: number; frame: number }> {
    await this.call('armRoundTrip', toBrowserSelector(watched));
    await this.tap(target);
    return this.call('roundTrip');
  }

  async screenshot(file: string): Promise<void> {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    await this.session.page.screenshot({ path: file });
  }

  /**
   * The finger lands in the middle of the target. What lies there must be the target, something inside it, or what
   * holds it: an enlarged hit area (`:after`) belongs to the holder and is meant to be hit.
   */
  private async press(found: Locator): Promise<void> {
    await found.scrollIntoViewIfNeeded();
    const element = await found.elementHandle();
    if (!element) throw new Error('it is gone');
    await element.waitForElementState('stable');
    await this.session.page.waitForFunction(IS_UNCOVERED, element, { polling: 'raf' });
    await found.tap({ force: true });
  }

  private async poll(expression: string): Promise<void> {
    await this.session.page.waitForFunction(expression, undefined, { polling: 'raf' });
  }

  private async find(target: string, nth = 0): Promise<Locator> {
    const { page } = this.session;
    const above = locateIn(dialog(page), target);
    const inPage = locateIn(topPage(page), target);
    await this.explain(above.or(inPage).nth(nth).waitFor(), `looking for "${target}"`);
    return (await above.count()) > 0 ? above.nth(nth) : inPage.nth(nth);
  }

  /** A wait that fails says what the shopper saw and what had gone wrong before. */
  private async explain<T>(action: Promise<T>, what: string): Promise<T> {
    try {
      return await action;
    } catch (error) {
      const shown = await this.session.page.evaluate<string>(`(${SHOWN_TEXT})()`).catch(() => '');
      const problems = await this.problems().catch(() => []);
      const first = (error as Error).message.split('\n')[0];
      const lines = [`${what}: ${first}`, `Shown: ${shown.slice(0, 600)}`, ...problems.map((text) => `- ${text}`)];
      throw new Error(lines.join('\n'), { cause: error });
    }
  }
}

const IS_UNCOVERED = `(target) => {
  const { left, top, width, height } = target.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && (hit.contains(target) || target.contains(hit));
}`;

const SHOWN_TEXT = `() => [...document.querySelectorAll('.mp-page, .mp-ui')]
  .filter((node) => node.style.display !== 'none')
  .map((node) => node.innerText)
  .join('\\n')`;
