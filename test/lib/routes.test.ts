import Taro from '@tarojs/taro';
import appConfig from '@/app.config';
import { back, PATHS, readItems, readParam, to, useChosenCategory, writeItems } from '@/lib/routes';
import { platform } from '@/platform';
import { pagePaths } from '../support/storefront/pagePaths';
import { watchNavigation } from '../support/storefront/navigation';

const config = appConfig as unknown as Parameters<typeof pagePaths>[0] & { tabBar: { list: { pagePath: string }[] } };
const settle = () => new Promise(process.nextTick);

test('every address is a page of the app, and every page has an address', () => {
  expect(Object.values(PATHS).sort()).toEqual(
    pagePaths(config)
      .map((path) => `/${path}`)
      .sort(),
  );
});

test('every way to a place opens a page of the app: tabs by switchTab, others never by it', async () => {
  const tabs = config.tabBar.list.map(({ pagePath }) => `/${pagePath}`);
  const ways: (() => void)[] = [
    to.home,
    to.category,
    to.cart,
    to.me,
    to.search,
    () => to.list({ q: '茶' }),
    () => to.product('1'),
    () => to.checkout([{ skuId: '1', quantity: 1 }]),
    to.addresses,
    to.favourites,
    to.history,
    to.notices,
    to.settings,
    to.about,
    to.privacy,
    to.deletion,
    () => to.orders(),
    () => to.order('1'),
    () => to.result('1'),
    () => to.orderInstead('1'),
  ];
  for (const way of ways) {
    const visits = watchNavigation();
    way();
    const [verb, url = ''] = visits[0]!.split(' ');
    const path = url.split('?')[0]!;
    expect(Object.values(PATHS)).toContain(path);
    expect(verb === 'switchTab').toBe(tabs.includes(path));
    await settle();
  }
});

test('a tab that takes no query finds the chosen category waiting', () => {
  const visits = watchNavigation();
  to.category('tea');
  expect(visits).toEqual(['switchTab /pages/category/index']);
  expect(useChosenCategory.getState().slug).toBe('tea');
});

test('queries are encoded and what is not given is left out', async () => {
  const visits = watchNavigation();
  to.list({ q: '茶 & 壶', tag: undefined, title: '' });
  expect(visits).toEqual(['navigateTo /mall/list/index?q=%E8%8C%B6%20%26%20%E5%A3%B6']);
  await settle();
});

test('near the tenth page the current one is replaced, because super-apps refuse an eleventh', async () => {
  const visits = watchNavigation({ depth: 8 });
  to.product('1');
  await settle();
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue(Array(9).fill({}) as never);
  to.product('2');
  await settle();
  expect(visits).toEqual(['navigateTo /mall/product/index?id=1', 'redirectTo /mall/product/index?id=2']);
});

test('a double tap opens one page, and a later tap opens it again', async () => {
  const visits = watchNavigation();
  to.product('1');
  to.product('1');
  expect(visits).toHaveLength(1);
  await settle();
  to.product('1');
  expect(visits).toHaveLength(2);
  await settle();
});

test('a page that does not open is said, and can be tried again', async () => {
  const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
  watchNavigation();
  const navigateTo = jest.spyOn(Taro, 'navigateTo').mockRejectedValue({ errMsg: 'navigateTo:fail' });
  to.order('1');
  await settle();
  expect(toast).toHaveBeenCalledWith('页面没有打开，请再试一次');
  to.order('1');
  expect(navigateTo).toHaveBeenCalledTimes(2);
  await settle();
});

test('back goes one page back, or home when a link opened this page', async () => {
  const inside = watchNavigation({ depth: 2 });
  back();
  expect(inside).toEqual(['navigateBack']);
  await settle();
  const outside = watchNavigation({ depth: 1 });
  back();
  expect(outside).toEqual(['switchTab /pages/home/index']);
  await settle();
});

test('the items of a checkout survive the way through an address, encoded or not', () => {
  const items = [
    { skuId: '123456789012345678', quantity: 99 },
    { skuId: '7', quantity: 1 },
  ];
  expect(readItems(writeItems(items))).toEqual(items);
  expect(readItems(encodeURIComponent(writeItems(items)))).toEqual(items);
});

test.each(['', undefined, 'x', '1:0', '1:100', '0:1', '1:-1', '1', '1:1:1', '%E0%A4%A'])(
  'what is no item is left out of a checkout: %s',
  (text) => expect(readItems(text)).toEqual([]),
);

test('a parameter is read the same from hosts that decode and hosts that do not', () => {
  expect(readParam('%E8%8C%B6')).toBe('茶');
  expect(readParam('茶')).toBe('茶');
  expect(readParam('100%')).toBe('100%');
});
