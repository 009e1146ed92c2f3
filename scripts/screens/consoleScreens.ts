import path from 'node:path';
import { root } from '../lib/run';
import { consoleCodeScreens } from './consoleCodeScreens';
import { listScreens, type ConsoleScreen } from './consoleScreen';

type Act = NonNullable<ConsoleScreen['act']>;

/** Once the shop itself stands in the editor's frame. */
const inEditor =
  (then: (page: Parameters<Act>[0]) => Promise<void> = async () => undefined): Act =>
  async (page) => {
    await page.frameLocator('iframe').getByText('街坊都在买').first().waitFor();
    await then(page);
  };
const press = (name: string) => inEditor((page) => page.getByRole('button', { name, exact: true }).first().click());

/** The demo shop's own pictures are not in its library. */
const uploadPictures: Act = async (page) => {
  await page.locator('input[type=file]').setInputFiles(path.join(root, 'docs', 'home.png'));
  await page.locator('.asset').first().waitFor();
};

const shop: ConsoleScreen[] = [
  {
    name: 'console-sign-in',
    path: '/sign-in',
    kind: 'filled',
    ready: '登录',
    look: 'A quiet street; one field after the other, one button',
  },
  {
    name: 'console-board',
    path: '/',
    kind: 'filled',
    ready: '待处理',
    look: 'Today against yesterday; what is late stands first',
  },
  { name: 'console-board-dark', path: '/', kind: 'detail', ready: '待处理', isDark: true, look: 'The same at night' },
  { name: 'console-board-loading', path: '/', kind: 'loading', hold: '/admin/board', ready: /./, look: 'Panels wait' },
  {
    name: 'console-board-error',
    path: '/',
    kind: 'error',
    fail: '/admin/board',
    ready: '再试一次',
    look: 'One button',
  },
  ...listScreens({
    name: 'console-orders',
    path: '/orders',
    rows: '/admin/orders?',
    ready: '订单',
    emptied: /没有|还没有/,
    look: 'A fact above, a detail below; what waits is said in words',
  }),
  {
    name: 'console-order',
    path: '/orders',
    kind: 'detail',
    ready: '订单',
    address: ({ orders }) => `/orders?order=${orders.long}`,
    look: 'Work on the left, context on the right; sums add up',
  },
  ...listScreens({
    name: 'console-aftersales',
    path: '/aftersales',
    rows: '/admin/aftersales?',
    ready: '售后',
    emptied: /没有|答复/,
    look: 'Due first, with the time left',
  }),
  ...listScreens({
    name: 'console-bills',
    path: '/bills',
    rows: '/admin/bill',
    ready: '对账',
    emptied: '账都对得上',
    look: 'Differences first, then the days',
  }),
  ...listScreens({
    name: 'console-shipping-reports',
    path: '/shipping-reports',
    rows: '/admin/shipping-reports',
    ready: '发货上报',
    emptied: /没有/,
    look: 'What could not be reported, and why',
  }),
  ...listScreens({
    name: 'console-products',
    path: '/products',
    rows: '/admin/products?',
    ready: '商品',
    emptied: '还没有商品',
    look: 'Pictures, prices and stock; sold out stands out',
  }),
  {
    name: 'console-product',
    path: '/products/:productId',
    kind: 'filled',
    ready: '规格与库存',
    address: ({ goods }) => `/products/${goods.teapot}`,
    look: 'The matrix of SKUs; the first picture is the main one',
  },
  {
    name: 'console-product-long',
    path: '/products/:productId',
    kind: 'detail',
    ready: '规格与库存',
    address: ({ goods }) => `/products/${goods.long}`,
    look: 'A long name and long values push nothing away',
  },
];

const pages: ConsoleScreen[] = [
  ...listScreens({
    name: 'console-layouts',
    path: '/layouts',
    rows: '/admin/layouts',
    ready: '店铺装修',
    look: 'What is live, what is planned, what is being tried',
  }),
  {
    name: 'console-editor',
    path: '/layouts/:pageId',
    kind: 'filled',
    ready: '页面结构',
    address: () => '/layouts/1',
    act: inEditor(),
    look: 'Palette, structure, the shop itself, settings; problems below',
  },
  {
    name: 'console-editor-block',
    path: '/layouts/:pageId',
    kind: 'detail',
    ready: '页面结构',
    address: () => '/layouts/1',
    act: inEditor((page) => page.getByRole('region', { name: '页面结构' }).getByText('轮播图').first().click()),
    look: 'The form of a block, made from its schema; the block is outlined in the preview',
  },
  {
    name: 'console-editor-dark',
    path: '/layouts/:pageId',
    kind: 'detail',
    ready: '页面结构',
    address: () => '/layouts/1',
    isDark: true,
    act: inEditor(),
    look: 'At night; the shop keeps its own colours',
  },
  {
    name: 'console-editor-publish',
    path: '/layouts/:pageId',
    kind: 'detail',
    ready: '页面结构',
    address: () => '/layouts/1',
    act: press('发布'),
    look: 'When, to whom, how many; one plain sentence of what will happen',
  },
  {
    name: 'console-editor-error',
    path: '/layouts/:pageId',
    kind: 'error',
    fail: '/draft',
    ready: '再试一次',
    address: () => '/layouts/1',
    look: 'What failed and one button',
  },
];

const simple = (name: string, path: string, title: string, rows: string, emptied: string | RegExp, look: string) =>
  listScreens({ name: `console-${name}`, path, rows, ready: title, look }).concat({
    name: `console-${name}-empty`,
    path,
    kind: 'empty',
    none: rows,
    ready: emptied,
    look: 'Why there is nothing, and the way to the first one',
  });

export const consoleScreens: readonly ConsoleScreen[] = [
  ...shop,
  ...pages,
  ...simple(
    'categories',
    '/categories',
    '分类',
    '/admin/categories',
    '还没有分类',
    'Two levels, in the order of the shop',
  ),
  ...simple('pictures', '/pictures', '素材库', '/admin/assets', '还没有图片', 'Thumbnails, size and weight').map(
    (screen) => (screen.kind === 'filled' ? { ...screen, act: uploadPictures } : screen),
  ),
  ...simple('hot-words', '/hot-words', '大家在找', '/admin/hot-words', '还没有词', 'Sorted by hand'),
  ...simple(
    'shipping',
    '/shipping-rules',
    '运费',
    '/admin/shipping-rules',
    '还没有运费规则',
    'Where, and what it costs',
  ),
  ...simple('stores', '/stores', '门店', '/admin/stores', '还没有门店', 'Where to pick up, and when'),
  ...consoleCodeScreens,
  ...simple(
    'guides',
    '/guides',
    '按导购',
    '/admin/staff-results',
    '这段时间还没有成绩',
    'Who brought what; the parts add up to the whole',
  ),
  ...[
    ['people', '移交顾客', 'Who has how many customers'],
    ['invitations', '等你答复', 'Who waits for an answer'],
    ['rules', '一位顾客、一张单，算谁的', 'Each rule is a sentence'],
  ].map(([tab, ready, look]) => ({
    name: `console-guides-${tab}`,
    path: '/guides',
    kind: 'detail' as const,
    ready: ready!,
    address: () => `/guides?tab=${tab}`,
    look: look!,
  })),
  ...simple('employees', '/employees', '员工与角色', '/admin/employees', '还没有员工', 'Who may do what'),
  ...simple('audit', '/audit', '操作记录', '/admin/audit', '还没有记录', 'Who did what, before and after'),
  {
    name: 'console-settings',
    path: '/settings',
    kind: 'filled',
    ready: '店铺设置',
    look: 'One form under the other',
  },
];

/** What the list lacks: every page of the console has a picture, and no two have one name. */
export function consoleGaps(screens: readonly ConsoleScreen[], pagesSource: string): string[] {
  const paths = [...pagesSource.matchAll(/path="(\/[^"*]*)"/g)].map(([, path]) => path!);
  const names = screens.map(({ name }) => name);
  return [
    ...paths
      .filter((path) => !screens.some((screen) => screen.path === path && screen.kind === 'filled'))
      .map((path) => `the console's ${path} is not shown filled`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two screens are ${name}`),
  ];
}
