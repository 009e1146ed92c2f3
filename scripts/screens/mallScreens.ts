import type { Screen } from './screen';

const teapot: NonNullable<Screen['query']> = ({ goods }) => `id=${goods.teapot}`;
const long: NonNullable<Screen['query']> = ({ goods }) => `id=${goods.long}`;
const none = () => ({ items: [], nextCursor: null });

const inList: Screen[] = [
  {
    name: 'list',
    page: 'list',
    kind: 'filled',
    query: () => 'category=tea',
    ready: '综合',
    look: 'Search stays inside the category; sort and filter in one row',
  },
  {
    name: 'list-search',
    page: 'list',
    kind: 'detail',
    query: () => `q=${encodeURIComponent('茶')}`,
    ready: '综合',
    look: 'What was searched stays in the box; the best match comes first',
  },
  {
    name: 'list-long',
    page: 'list',
    kind: 'detail',
    query: () => `q=${encodeURIComponent('满觉陇')}`,
    ready: '综合',
    look: 'A title of sixty signs, four tags and ¥12,888.50 in one card',
  },
  {
    name: 'list-filter',
    page: 'list',
    kind: 'detail',
    query: () => `q=${encodeURIComponent('茶')}`,
    ready: '综合',
    act: async ({ tap, sees }) => {
      await tap('筛选');
      await sees('价格区间（元）');
      await tap('50–100');
    },
    look: 'Filters as chips; the chosen one is framed, not only coloured',
  },
  {
    name: 'list-filter-facets',
    page: 'list',
    kind: 'detail',
    query: () => `q=${encodeURIComponent('茶')}`,
    ready: '综合',
    act: async ({ page, tap, sees }) => {
      await tap('筛选');
      await sees(/查看 \d+ 件/);
      await page.mouse.move(180, 520);
      await page.mouse.wheel(0, 10_000);
      await page.waitForTimeout(400);
    },
    look: 'Further down the filter: attributes with counts, the number of goods in the button',
  },
  {
    name: 'list-rows',
    page: 'list',
    kind: 'detail',
    query: () => 'category=tea',
    ready: '综合',
    act: async ({ button, page }) => {
      await button('换成列表').tap();
      await page.waitForTimeout(400);
    },
    look: 'Rows: picture left, title, tags and price in one line each; the switch shows the way back',
  },
  {
    name: 'list-loading',
    page: 'list',
    kind: 'loading',
    query: () => 'category=tea',
    hold: '/api/products',
    ready: '综合',
    look: 'Cards in their measures under the real head',
  },
  {
    name: 'list-error',
    page: 'list',
    kind: 'error',
    query: () => 'category=tea',
    fail: { path: '/api/products', status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button',
  },
  {
    name: 'list-empty',
    page: 'list',
    kind: 'empty',
    query: () => `q=${encodeURIComponent('量子纠缠收纳盒')}`,
    answer: { path: 'q=%E9%87%8F', change: none },
    ready: /没找到/,
    look: 'Says what was looked for, and what else there is',
  },
];

const inSearch: Screen[] = [
  {
    name: 'search',
    page: 'search',
    kind: 'filled',
    ready: '大家在找',
    storage: { searches: ['柿釉茶壶', '桂花', '满觉陇头道桂花龙井窨制红茶礼盒手工铁罐两只装', '软底跑鞋'] },
    look: 'Hot words with their rank; recent words as chips',
  },
  {
    name: 'search-suggest',
    page: 'search',
    kind: 'detail',
    ready: '大家在找',
    act: async ({ page, sees }) => {
      await page.locator('input:visible').first().fill('茶');
      await sees(/搜索“茶”/);
      await page.waitForTimeout(600);
    },
    look: 'The typed word first, then suggestions in rows of 52',
  },
  {
    name: 'search-loading',
    page: 'search',
    kind: 'loading',
    hold: '/api/',
    ready: '搜索',
    look: 'One can type at once; nothing jumps when the hot words come',
  },
  {
    name: 'search-error',
    page: 'search',
    kind: 'error',
    fail: { path: '/api/', status: 503 },
    ready: '搜索',
    look: 'The box works without hot words',
  },
  {
    name: 'search-empty',
    page: 'search',
    kind: 'empty',
    answer: { path: '/api/search/hot', change: () => ({ items: [] }) },
    ready: '大家都在买',
    look: 'Without hot words and history the shelf moves up',
  },
];

const inProduct: Screen[] = [
  {
    name: 'product',
    page: 'product',
    kind: 'filled',
    query: teapot,
    ready: '加入购物袋',
    look: 'Picture, price, title, tags and rows; the bar holds one red and one soft button',
  },
  {
    name: 'product-below',
    page: 'product',
    kind: 'detail',
    query: teapot,
    ready: '加入购物袋',
    act: ({ scroll }) => scroll(760),
    look: 'Description and related goods; paragraphs breathe',
  },
  {
    name: 'product-prices',
    page: 'product',
    kind: 'detail',
    query: teapot,
    ready: '加入购物袋',
    act: async ({ button, sees }) => {
      await button(/价格说明/)
        .first()
        .tap();
      await sees('价格说明');
    },
    look: 'Each number and what it means',
  },
  {
    name: 'product-services',
    page: 'product',
    kind: 'detail',
    query: teapot,
    ready: '加入购物袋',
    act: async ({ tap, sees }) => {
      await tap('服务');
      await sees('服务说明');
    },
    look: 'Each promise in a sentence',
  },
  {
    name: 'product-long',
    page: 'product',
    kind: 'detail',
    query: long,
    ready: '加入购物袋',
    look: 'A long title is shown whole; the struck price gives way to the price',
  },
  {
    name: 'product-options',
    page: 'product',
    kind: 'detail',
    query: teapot,
    ready: '加入购物袋',
    act: ({ tap }) => tap('加入购物袋'),
    look: 'What cannot be bought is dashed and struck; colour is never the only sign',
  },
  {
    name: 'product-options-asked',
    page: 'product',
    kind: 'detail',
    query: (stage) => `${teapot(stage)}&choose=1`,
    ready: '数量',
    act: async ({ text, sees }) => {
      await text('立即购买').first().tap();
      await sees(/请选择/);
    },
    look: 'A toast says what is still to be chosen',
  },
  {
    name: 'product-options-long',
    page: 'product',
    kind: 'detail',
    query: (stage) => `${long(stage)}&choose=1`,
    ready: '数量',
    look: 'Long option values are chips of one line that stay inside the sheet',
  },
  {
    name: 'product-sold-out',
    page: 'product',
    kind: 'detail',
    query: ({ goods }) => `id=${goods.soldOut}`,
    ready: /到货提醒/,
    look: 'Sold out is said on the picture and in the bar, with a reminder to ask for',
  },
  {
    name: 'product-gone',
    page: 'product',
    kind: 'empty',
    query: ({ goods }) => `id=${goods.gone}`,
    ready: '这件商品收摊了',
    look: 'Off the shelf: kind words, and other things to look at',
  },
  {
    name: 'product-no-picture',
    page: 'product',
    kind: 'detail',
    query: teapot,
    fail: { path: '.jpg', status: 404 },
    ready: '加入购物袋',
    allows: ['missing picture'],
    look: 'A missing picture has a ground, a sign and 图片暂缺',
  },
  {
    name: 'product-loading',
    page: 'product',
    kind: 'loading',
    query: teapot,
    hold: '/api/products/',
    ready: '购物袋',
    look: 'Picture, head and rows wait in their measures; the bar is there',
  },
  {
    name: 'product-error',
    page: 'product',
    kind: 'error',
    query: teapot,
    fail: { path: '/api/products/', status: 503 },
    ready: '重新加载',
    look: 'One can try again or go back',
  },
];

/** Lists, search and product. */
export const mallScreens: Screen[] = [...inList, ...inSearch, ...inProduct];
