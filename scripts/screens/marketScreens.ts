import type { Screen } from './screen';

const empty = { path: '/api/products', change: () => ({ items: [], nextCursor: null }) };

/** The tabs. */
export const marketScreens: Screen[] = [
  {
    name: 'home',
    page: 'home',
    kind: 'filled',
    ready: '街坊都在买',
    look: 'Sign, search, awning, banner, entrances and the first shelf; one red, nothing crowded',
  },
  {
    name: 'home-scrolled',
    page: 'home',
    kind: 'detail',
    ready: '街坊都在买',
    act: ({ scroll }) => scroll(),
    look: 'The end of the page: two even columns, titles of two lines, prices on one line',
  },
  {
    name: 'home-loading',
    page: 'home',
    kind: 'loading',
    hold: '/api/products',
    ready: '集市',
    look: 'The real head, and blocks in the measures of what will come',
  },
  {
    name: 'home-error',
    page: 'home',
    kind: 'error',
    fail: { path: '/api/products', status: 503 },
    ready: '这一栏没摆出来',
    look: 'Each shelf says so in its own place, with one way on',
  },
  {
    name: 'home-empty',
    page: 'home',
    kind: 'empty',
    answer: empty,
    ready: '今天的摊位就到这里',
    look: 'Without goods no empty heads are left behind',
  },
  {
    name: 'category',
    page: 'category',
    kind: 'filled',
    ready: '原叶茶',
    look: 'Rail, children and rows: the chosen entry is clear without its colour',
  },
  {
    name: 'category-loading',
    page: 'category',
    kind: 'loading',
    hold: '/api/categories',
    ready: /搜一搜/,
    look: 'Rail and rows wait in their final measures',
  },
  {
    name: 'category-goods-loading',
    page: 'category',
    kind: 'detail',
    hold: '/api/products',
    ready: '原叶茶',
    look: 'The rail works while its goods are on their way',
  },
  {
    name: 'category-error',
    page: 'category',
    kind: 'error',
    fail: { path: '/api/categories', status: 503 },
    ready: '分类没加载出来',
    look: 'What did not come, and one button',
  },
  {
    name: 'category-empty',
    page: 'category',
    kind: 'empty',
    answer: empty,
    ready: /这一栏还没摆货/,
    look: 'An empty category keeps its children in reach',
  },
  {
    name: 'cart',
    page: 'cart',
    kind: 'filled',
    ready: '合计',
    look: 'Rows, long title on one line, options, the sum and one button; what cannot be bought stands apart',
  },
  {
    name: 'cart-editing',
    page: 'cart',
    kind: 'detail',
    ready: '合计',
    act: ({ tap }) => tap('编辑'),
    look: '移除 takes the place of the stepper and moves nothing else',
  },
  {
    name: 'cart-change',
    page: 'cart',
    kind: 'detail',
    ready: '合计',
    act: async ({ button, sees }) => {
      await button(/换规格/)
        .first()
        .tap();
      await sees('换成这一款');
    },
    look: 'Another option is chosen on the product, the old one is marked',
  },
  {
    name: 'cart-question',
    page: 'cart',
    kind: 'detail',
    ready: '合计',
    act: async ({ tap, sees }) => {
      await tap('清空');
      await sees('清空买不了的商品吗？');
    },
    look: 'A question in the middle: two ways out of one size, the first word is what happens',
  },
  {
    name: 'cart-loading',
    page: 'cart',
    kind: 'loading',
    hold: '/api/cart',
    ready: '购物袋',
    look: 'Rows in their measures, no bar yet',
  },
  {
    name: 'cart-error',
    page: 'cart',
    kind: 'error',
    fail: { path: '/api/cart', status: 'offline' },
    ready: '没连上集市',
    look: 'Offline has its own picture and words',
  },
  {
    name: 'cart-empty',
    page: 'cart',
    kind: 'empty',
    who: 'newcomer',
    ready: '篮子还空着',
    look: 'An empty basket invites, and shows what others buy',
  },
  {
    name: 'me',
    page: 'me',
    kind: 'filled',
    ready: '待付款',
    look: 'Greeting, orders with their numbers, what is kept; even columns',
  },
  {
    name: 'me-loading',
    page: 'me',
    kind: 'loading',
    hold: '/api/',
    ready: '待付款',
    look: 'Everything can be used before anything has come',
  },
  {
    name: 'me-error',
    page: 'me',
    kind: 'error',
    fail: { path: '/api/', status: 503 },
    ready: '这一栏没摆出来',
    look: 'Numbers leave quietly, the entrances stay',
  },
];
