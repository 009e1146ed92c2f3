import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { LayoutPage } from '@jishi/contract/plain/layouts';
import type { OrderState } from '@jishi/contract/plain/orders';
import { platform } from '@/platform';
import { preview } from '@/platform/preview';

/** Every page. Public addresses: a rename keeps a redirect. */
export const PATHS = {
  home: '/pages/home/index',
  category: '/pages/category/index',
  cart: '/pages/cart/index',
  me: '/pages/me/index',
  list: '/mall/list/index',
  search: '/mall/search/index',
  product: '/mall/product/index',
  campaign: '/mall/page/index',
  checkout: '/orders/checkout/index',
  addresses: '/orders/addresses/index',
  result: '/orders/result/index',
  orders: '/orders/list/index',
  order: '/orders/detail/index',
  aftersaleApply: '/orders/aftersaleApply/index',
  aftersale: '/orders/aftersale/index',
  aftersales: '/orders/aftersales/index',
  favourites: '/account/favourites/index',
  history: '/account/history/index',
  notices: '/account/notices/index',
  settings: '/account/settings/index',
  about: '/account/about/index',
  privacy: '/account/privacy/index',
  deletion: '/account/deletion/index',
  phone: '/account/phone/index',
  codeEnd: '/account/codeEnd/index',
  coupons: '/account/coupons/index',
  memberCard: '/member/card/index',
  pointsLedger: '/points/ledger/index',
  staffJoin: '/staff/join/index',
  staffHome: '/staff/home/index',
  staffShare: '/staff/share/index',
  staffCodes: '/staff/codes/index',
  staffResults: '/staff/results/index',
  staffCustomers: '/staff/customers/index',
  staffPickup: '/staff/pickup/index',
} as const;

/** Super-apps keep ten pages at most and refuse the next. */
const MAX_DEPTH = 9;

export interface CheckoutItem {
  skuId: string;
  quantity: number;
}

/** `id`: of the product, or the category's slug; empty for home. */
export interface ShareTarget {
  kind: 'home' | 'product' | 'category';
  id: string;
}

interface ListQuery {
  q?: string | undefined;
  category?: string | undefined;
  tag?: string | undefined;
  title?: string | undefined;
}

/** A tab page cannot be given a query, so the chosen category's slug waits here; the category page takes it. */
export const useChosenCategory = create<{ slug: string | null }>(() => ({ slug: null }));

const opening = new Set<string>();

/** A second tap while the same page is opening does nothing. A subpackage that cannot be fetched is said, not ignored. */
function once(url: string, open: () => Promise<unknown>): void {
  if (preview || opening.has(url)) return;
  opening.add(url);
  open()
    .catch(() => platform.toast('页面没有打开，请再试一次'))
    .finally(() => opening.delete(url));
}

function openTab(url: string): void {
  once(url, () => Taro.switchTab({ url }));
}

function open(path: string, query: Record<string, string | undefined> = {}): void {
  const url = withQuery(path, query);
  const isDeep = Taro.getCurrentPages().length >= MAX_DEPTH;
  once(url, () => (isDeep ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })));
}

function replace(path: string, query: Record<string, string | undefined>): void {
  const url = withQuery(path, query);
  once(url, () => Taro.redirectTo({ url }));
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return pairs.length ? `${path}?${pairs.join('&')}` : path;
}

/** Paths that others open from a card or a link. Later they also say whose card it was. */
export const shared = {
  home: () => PATHS.home,
  list: (query: ListQuery) => withQuery(PATHS.list, { ...query }),
  product: (productId: string) => withQuery(PATHS.product, { id: productId }),
  campaign: (slug: string) => withQuery(PATHS.campaign, { slug }),
  order: (orderId: string) => withQuery(PATHS.order, { id: orderId }),
  /** What a guide's code stands for; whoever opens it comes through that code. */
  code: (token: string, target: ShareTarget) =>
    target.kind === 'product'
      ? withQuery(PATHS.product, { id: target.id, k: token })
      : withQuery(PATHS.home, { k: token }),
};

export const to = {
  home: () => openTab(PATHS.home),
  category(slug?: string) {
    if (slug) useChosenCategory.setState({ slug });
    openTab(PATHS.category);
  },
  cart: () => openTab(PATHS.cart),
  me: () => openTab(PATHS.me),
  search: () => open(PATHS.search),
  list: (query: ListQuery) => open(PATHS.list, { ...query }),
  /** `isChoosing` opens the page with its options already on show. */
  product: (productId: string, { isChoosing = false } = {}) =>
    open(PATHS.product, { id: productId, choose: isChoosing ? '1' : undefined }),
  /** A page made in the console, by its slug. */
  campaign: (slug: string) => open(PATHS.campaign, { slug }),
  /** A product's page for choosing another SKU in place of a line of the cart. */
  change: (productId: string, line: CheckoutItem) => open(PATHS.product, { id: productId, change: writeItems([line]) }),
  /** `isFromCart` takes what is ordered out of the cart; a direct purchase leaves the cart alone. */
  checkout: (items: readonly CheckoutItem[], { isFromCart = false } = {}) =>
    open(PATHS.checkout, { items: writeItems(items), cart: isFromCart ? '1' : undefined }),
  addresses: () => open(PATHS.addresses),
  favourites: () => open(PATHS.favourites),
  history: () => open(PATHS.history),
  notices: () => open(PATHS.notices),
  settings: () => open(PATHS.settings),
  about: () => open(PATHS.about),
  privacy: () => open(PATHS.privacy),
  deletion: () => open(PATHS.deletion),
  phone: () => open(PATHS.phone),
  /** What can be claimed, and the person's own. */
  coupons: (tab?: 'held') => open(PATHS.coupons, { tab }),
  memberCard: () => open(PATHS.memberCard),
  pointsLedger: () => open(PATHS.pointsLedger),
  /** Where a code of ours ends that leads nowhere any more. */
  codeEnd: (state: 'expired' | 'revoked') => open(PATHS.codeEnd, { state }),
  /** An invitation to work for the shop; without a token it can be typed there. */
  staffJoin: (token?: string) => open(PATHS.staffJoin, { invite: token }),
  staffHome: () => open(PATHS.staffHome),
  /** Takes the place of the page it is called from: who has joined does not go back to the invitation. */
  staffHomeInstead: () => replace(PATHS.staffHome, {}),
  /** `storeId`: the code's store, when it is not to be the guide's first. */
  staffShare: ({ kind, id }: ShareTarget, storeId?: string | null) =>
    open(PATHS.staffShare, { kind, id, store: storeId ?? undefined }),
  staffCodes: () => open(PATHS.staffCodes),
  staffResults: () => open(PATHS.staffResults),
  staffCustomers: () => open(PATHS.staffCustomers),
  staffPickup: () => open(PATHS.staffPickup),
  orders: (state?: OrderState) => open(PATHS.orders, { state }),
  order: (orderId: string) => open(PATHS.order, { id: orderId }),
  aftersaleApply: (orderId: string) => open(PATHS.aftersaleApply, { order: orderId }),
  aftersale: (aftersaleId: string) => open(PATHS.aftersale, { id: aftersaleId }),
  aftersales: () => open(PATHS.aftersales),
  /** Takes the place of the page on which it was asked for. */
  aftersaleInstead: (aftersaleId: string) => replace(PATHS.aftersale, { id: aftersaleId }),
  /** Takes the place of the page it is called from: nobody goes back to a checkout that is over. */
  result: (orderId: string) => replace(PATHS.result, { id: orderId }),
  /** Likewise, for a checkout whose payment was cancelled. */
  orderInstead: (orderId: string) => replace(PATHS.order, { id: orderId }),
};

const LAYOUT_PATHS: Readonly<Record<LayoutPage, string>> = {
  home: PATHS.home,
  category: PATHS.category,
  member: PATHS.me,
  campaign: PATHS.campaign,
};

/** The page on which the console's preview is drawn: there nothing else leads anywhere. */
export function showPreviewed(page: LayoutPage): void {
  const url = LAYOUT_PATHS[page];
  if (!url || Taro.getCurrentPages().slice(-1)[0]?.route?.split('?')[0] === url.slice(1)) return;
  if (page === 'campaign') void Taro.navigateTo({ url });
  else void Taro.switchTab({ url });
}

/** One page back; home when the page was opened by a link and there is nothing behind it. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) once('back', () => Taro.navigateBack());
  else to.home();
}

/** `12:1,13:2`, so that a reloaded checkout still knows what it was about. */
export function writeItems(items: readonly CheckoutItem[]): string {
  return items.map(({ skuId, quantity }) => `${skuId}:${quantity}`).join(',');
}

/** What the checkout was opened with; whatever is not an item is left out. */
export function readItems(text: string | undefined): CheckoutItem[] {
  return readParam(text)
    .split(',')
    .flatMap((pair) => {
      const match = /^([1-9]\d{0,17}):([1-9]\d?)$/.exec(pair);
      return match ? [{ skuId: match[1]!, quantity: Number(match[2]) }] : [];
    });
}

/** A page's parameter as written: super-apps hand it over encoded, H5 decoded. */
export function readParam(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    return value ?? '';
  }
}
