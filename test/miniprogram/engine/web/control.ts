import type { Launch, OverflowRecord, PictureFault } from '../protocol';
import { settled } from './activity';
import { byId, showsContent, topPageElement } from './dom';
import { launchOptions, type Host } from './native/host';
import { storedValues } from './native/storage';
import { findOverflow } from './overflow';
import { callHook } from './pages';
import { currentPictureFaults } from './pictures';
import { report } from './record';
import { tapRoundTrip, type RoundTrip } from './roundTrip';

/** What the driver can ask of the browser side. */
export interface Control {
  report(): typeof report;
  settled(maxMs: number): Promise<void>;
  stack(): { path: string; query: Record<string, string> }[];
  back(): void;
  scrollTo(target: number | 'bottom' | string): void;
  /** The path of the page on top when it shows neither text nor picture. */
  blankPage(): string | undefined;
  overflow(): OverflowRecord[];
  pictures(maxMs: number): Promise<PictureFault[]>;
  storage(): Record<string, unknown>;
  /** The shopper leaves the super-app's mini-program without closing it ... */
  hide(): void;
  /** ... and comes back, maybe by a link to another page. */
  show(launch: Launch): void;
  pullDown(): void;
  share(): unknown;
  armRoundTrip(selector: string): void;
  roundTrip(): Promise<RoundTrip>;
}

export function createControl(host: Host, app: () => Record<string, unknown> | undefined): Control {
  const { navigation } = host;
  let measured: Promise<RoundTrip> | undefined;
  const hook = (name: string, ...args: unknown[]) => {
    const target = app();
    if (target) callHook(target, name, ...args);
  };
  return {
    report: () => report,
    settled,
    stack: () => navigation.stack.map(({ path, query }) => ({ path, query })),
    back: () => navigation.back(1),
    scrollTo(target) {
      const scroller = navigation.top?.scroller;
      if (!scroller) return;
      if (typeof target === 'number') scroller.scrollTop = target;
      else if (target === 'bottom') scroller.scrollTop = scroller.scrollHeight;
      else byId(scroller, target.replace(/^#/, ''))?.scrollIntoView({ block: 'center' });
    },
    blankPage() {
      const page = topPageElement();
      return page && !showsContent(page) ? page.dataset.path : undefined;
    },
    overflow: () => findOverflow(topPageElement()),
    pictures: (maxMs) => currentPictureFaults(topPageElement(), maxMs),
    storage: storedValues,
    hide() {
      if (navigation.top) callHook(navigation.top.caller, 'onHide');
      hook('onHide');
      host.listeners.emit('AppHide', {});
    },
    show(launch) {
      const query = launch.query ?? {};
      Object.assign(host.launch, { path: navigation.top?.path, ...launch, query });
      const options = launchOptions(host);
      hook('onShow', options);
      host.listeners.emit('AppShow', options);
      const search = new URLSearchParams(query).toString();
      const samePage = !launch.path || launch.path === navigation.top?.path;
      if (!samePage) navigation.reLaunch(`/${launch.path}${search ? `?${search}` : ''}`);
      else if (navigation.top) callHook(navigation.top.caller, 'onShow');
    },
    pullDown() {
      if (navigation.top) callHook(navigation.top.caller, 'onPullDownRefresh');
    },
    share: () => navigation.top && callHook(navigation.top.caller, 'onShareAppMessage', { from: 'menu' }),
    armRoundTrip(selector) {
      measured = tapRoundTrip(selector);
      // the driver reads it after the tap; until then a rejection is nobody's
      measured.catch(() => {});
    },
    roundTrip: () => measured ?? Promise.reject(new Error('no round trip was armed')),
  };
}
