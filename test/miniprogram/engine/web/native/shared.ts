import { callHook } from '../pages';
import type { Host } from './host';
import { NativeFailure, type NativeObject, type Params } from './nativeObject';

type Queryable = {
  createSelectorQuery(): unknown;
  createIntersectionObserver(options?: unknown): unknown;
};

/** Navigation, tab bar and scrolling: the three vendors share names and arguments. */
export function defineNavigation(native: NativeObject, host: Host): void {
  const { navigation } = host;
  native.async('navigateTo', ({ url }) => {
    navigation.navigateTo(String(url));
    const silent = () => {};
    return { eventChannel: { emit: silent, on: silent, once: silent, off: silent } };
  });
  native.async('redirectTo', ({ url }) => navigation.redirectTo(String(url)));
  native.async('switchTab', ({ url }) => navigation.switchTab(String(url)));
  native.async('reLaunch', ({ url }) => navigation.reLaunch(String(url)));
  native.async('navigateBack', ({ delta }) => navigation.back(Number(delta ?? 1)));
  native.async('setTabBarBadge', ({ index, text }) => navigation.bars.setBadge(tabAt(host, index), String(text)));
  native.async('removeTabBarBadge', ({ index }) => navigation.bars.setBadge(tabAt(host, index), undefined));
  native.async('showTabBarRedDot', ({ index }) => navigation.bars.setBadge(tabAt(host, index), '•'));
  native.async('hideTabBarRedDot', ({ index }) => navigation.bars.setBadge(tabAt(host, index), undefined));
  native.async('showTabBar', () => navigation.bars.showTabs(true));
  native.async('hideTabBar', () => navigation.bars.showTabs(false));
  native.async('pageScrollTo', (params) => scrollPage(host, params));
  native.async('startPullDownRefresh', () => {
    if (navigation.top) callHook(navigation.top.caller, 'onPullDownRefresh');
  });
  native.acknowledge('stopPullDownRefresh');
}

function tabAt(host: Host, index: unknown): number {
  const { top, bars } = host.navigation;
  // the hosts refuse tab bar calls from a page without one
  if (!top || bars.tabIndex(top.path) < 0) throw new NativeFailure('not TabBar page');
  return Number(index);
}

function scrollPage(host: Host, { scrollTop, selector, offsetTop }: Params): void {
  const scroller = host.navigation.top?.scroller;
  if (!scroller) return;
  if (typeof scrollTop === 'number') scroller.scrollTop = scrollTop;
  else if (typeof selector === 'string') {
    const target = scroller.querySelector(selector.replace(/#([\w-]+)/g, '[exparser\\:info-attr-id="$1"]'));
    const distance = target ? target.getBoundingClientRect().top - scroller.getBoundingClientRect().top : 0;
    scroller.scrollTop += distance + Number(offsetTop ?? 0);
  }
}

/** Queries run on the page on top until `.in(component)` says otherwise. */
export function defineQueries(native: NativeObject, host: Host): void {
  const top = () => host.navigation.top?.caller as unknown as Queryable;
  native.sync('createSelectorQuery', () => top().createSelectorQuery());
  native.sync('createIntersectionObserver', (component?: Partial<Queryable>, options?: unknown) =>
    component?.createIntersectionObserver
      ? component.createIntersectionObserver(options)
      : top().createIntersectionObserver(options ?? component),
  );
}
