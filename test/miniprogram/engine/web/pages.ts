import type { Bundle, PageRecord } from '../protocol';
import { changed } from './activity';
import { initialBar, type BarState, type Bars } from './bars';
import type { Engine } from './codeSpace';
import { element } from './dom';
import type { Caller, Root } from './glass';
import type { Modules } from './modules';
import { fault, now, report } from './record';

export interface Page {
  path: string;
  query: Record<string, string>;
  caller: Caller;
  root: Root;
  host: HTMLElement;
  scroller: HTMLElement;
  bar: BarState;
  record: PageRecord;
}

const REACH_BOTTOM = 50;

/** Calls a lifecycle or listener of package code; what it throws is the package's fault, not the host's. */
export function callHook(target: Record<string, unknown>, name: string, ...args: unknown[]): unknown {
  const hook = target[name];
  if (typeof hook !== 'function') return undefined;
  changed();
  try {
    return hook.apply(target, args);
  } catch (error) {
    fault(`${String(target.is ?? 'App')} ${name}`, error);
    return undefined;
  }
}

/** Builds a page: loads its code, creates its engine root and puts it on screen, not yet shown. */
export function createPage(
  parts: { bundle: Bundle; engine: Engine; modules: Modules; bars: Bars },
  path: string,
  query: Record<string, string>,
): Page {
  const { bundle, engine, modules, bars } = parts;
  if (!bundle.pages.includes(path)) throw new Error(`page "${path}" is not found`);
  const record: PageRecord = { path, query, created: now() };
  report.pages.push(record);
  modules.load(path, true);
  const config = { ...bundle.app.window, ...bundle.configs[path] };
  const bar = initialBar(path, config);
  const isTab = bars.hasOwnTabBar && bars.tabIndex(path) >= 0;
  const host = element('div', ['mp-page', isTab ? 'tab' : '', bar.custom ? 'custom-nav' : ''].join(' ').trim());
  host.dataset.path = path;
  host.style.background = config.backgroundColor ?? '';
  const scroller = element('div', 'scroller');
  const placeholder = element('div', '');
  scroller.append(placeholder);
  host.append(scroller);
  document.body.append(host);
  const root = engine.createRoot('wx-page', path);
  const caller = root.get();
  addPageFields(caller, path, query);
  root.attach(scroller, placeholder);
  const page: Page = { path, query, caller, root, host, scroller, bar, record };
  watchScrolling(page, config.onReachBottomDistance ?? REACH_BOTTOM);
  watchFirstContent(page);
  return page;
}

export function destroyPage(page: Page): void {
  callHook(page.caller, 'onUnload');
  try {
    page.root.release();
  } catch (error) {
    fault(`releasing ${page.path}`, error);
  }
  page.host.remove();
}

function addPageFields(caller: Caller, path: string, query: Record<string, string>): void {
  const silent = () => {};
  const fields: Record<string, unknown> = {
    route: path,
    __route__: path,
    options: query,
    getTabBar: () => null,
    getAppBar: () => null,
    getOpenerEventChannel: () => ({ emit: silent, on: silent, once: silent, off: silent }),
  };
  for (const [name, value] of Object.entries(fields)) {
    Object.defineProperty(caller, name, { value, writable: true, configurable: true });
  }
}

function watchScrolling(page: Page, distance: number): void {
  let last = 0;
  let reached = false;
  page.scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = page.scroller;
    callHook(page.caller, 'onPageScroll', { scrollTop });
    const atBottom = scrollTop >= scrollHeight - clientHeight - distance;
    // once per approach, as the hosts do
    if (atBottom && scrollTop > last && !reached) callHook(page.caller, 'onReachBottom');
    reached = atBottom && (reached || scrollTop > last);
    last = scrollTop;
  });
}

function watchFirstContent(page: Page): void {
  const look = () => {
    if (page.record.firstContent !== undefined || !page.host.isConnected) return;
    const shown = page.scroller.textContent?.trim() || page.scroller.querySelector('wx-image');
    if (!shown) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      page.record.firstContent = now();
    });
  };
  requestAnimationFrame(look);
}
