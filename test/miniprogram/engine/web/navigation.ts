import type { Bundle, TabItem } from '../protocol';
import { Bars } from './bars';
import type { Engine } from './codeSpace';
import type { Modules } from './modules';
import { callHook, createPage, destroyPage, type Page } from './pages';

/** The hosts' limit; `navigateTo` beyond it fails. */
const MAX_DEPTH = 10;

/** `url` as path and decoded query. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?');
  const query: Record<string, string> = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    query[decodeURIComponent(name)] = decodeURIComponent(value);
  }
  return { path: path.replace(/\.html$/, ''), query };
}

/** The page stack with the rules all three hosts share: tab pages stay alive, other pages live on the stack. */
export class Navigation {
  readonly stack: Page[] = [];
  readonly bars: Bars;
  private readonly tabPages = new Map<string, Page>();

  constructor(
    private readonly bundle: Bundle,
    private readonly parts: { engine: Engine; modules: Modules },
  ) {
    this.bars = new Bars(bundle.app, {
      back: () => this.back(1),
      switchTab: (path) => this.switchTab(`/${path}`, true),
    });
  }

  get top(): Page | undefined {
    return this.stack.at(-1);
  }

  navigateTo(url: string): void {
    const { path, query } = this.resolve(url);
    if (this.isTab(path)) throw new Error('can not navigateTo a tabbar page');
    if (this.stack.length >= MAX_DEPTH) throw new Error(`webview count limit exceed: ${MAX_DEPTH}`);
    const page = this.create(path, query);
    if (this.top) callHook(this.top.caller, 'onHide');
    this.stack.push(page);
    this.start(page);
  }

  redirectTo(url: string): void {
    const { path, query } = this.resolve(url);
    if (this.isTab(path)) throw new Error('can not redirectTo a tabbar page');
    const page = this.create(path, query);
    const replaced = this.stack.pop();
    this.stack.push(page);
    this.start(page);
    if (replaced) this.drop(replaced);
  }

  back(delta: number): void {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page');
    const steps = Math.min(delta, this.stack.length - 1);
    for (const page of this.stack.splice(-steps)) this.drop(page);
    if (this.top) this.show(this.top);
  }

  switchTab(url: string, tapped = false): void {
    const { path } = this.resolve(url);
    if (!this.isTab(path)) throw new Error(`can not switch to no-tabBar page ${path}`);
    const alone = this.stack.length === 1 && this.top?.path === path;
    if (!alone) {
      const known = this.tabPages.get(path);
      const page = known ?? this.create(path, {});
      for (const left of this.stack.splice(0)) {
        if (this.tabPages.get(left.path) !== left) this.drop(left);
        else if (left !== page) callHook(left.caller, 'onHide');
      }
      this.stack.push(page);
      if (known) this.show(page);
      else this.start(page);
    }
    if (tapped) this.tellTabTap(path);
  }

  reLaunch(url: string): void {
    const { path, query } = this.resolve(url);
    const old = new Set([...this.stack, ...this.tabPages.values()]);
    const page = this.create(path, query);
    this.stack.length = 0;
    for (const [name, kept] of this.tabPages) if (kept !== page) this.tabPages.delete(name);
    this.stack.push(page);
    this.start(page);
    for (const left of old) destroyPage(left);
  }

  refreshBars(): void {
    if (this.top) this.bars.draw({ ...this.top.bar, depth: this.stack.length });
  }

  private create(path: string, query: Record<string, string>): Page {
    const page = createPage({ bundle: this.bundle, bars: this.bars, ...this.parts }, path, query);
    if (this.isTab(path)) this.tabPages.set(path, page);
    return page;
  }

  private start(page: Page): void {
    callHook(page.caller, 'onLoad', page.query);
    this.show(page);
    requestAnimationFrame(() => callHook(page.caller, 'onReady'));
  }

  private show(page: Page): void {
    for (const host of document.querySelectorAll<HTMLElement>('.mp-page')) {
      host.style.display = host === page.host ? '' : 'none';
    }
    this.parts.engine.showStylesOf(page.path);
    this.refreshBars();
    callHook(page.caller, 'onShow');
  }

  private drop(page: Page): void {
    if (this.tabPages.get(page.path) === page) this.tabPages.delete(page.path);
    destroyPage(page);
  }

  private isTab(path: string): boolean {
    return this.bars.tabIndex(path) >= 0;
  }

  private tellTabTap(path: string): void {
    const index = this.bars.tabIndex(path);
    const item: TabItem | undefined = this.bars.tabs[index];
    if (this.top) callHook(this.top.caller, 'onTabItemTap', { index, pagePath: path, text: item?.text });
  }

  /** A url without leading slash is relative to the page on top. */
  private resolve(url: string) {
    if (url.startsWith('/') || !this.top) return parseUrl(url);
    const [path = '', search] = url.split('?');
    const absolute = new URL(path, `http://package/${this.top.path}`).pathname;
    return parseUrl(search ? `${absolute}?${search}` : absolute);
  }
}
