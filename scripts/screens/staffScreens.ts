import type { Screen } from './screen';
import { staffJoinScreens } from './staffJoinScreens';
import { staffPickupScreens } from './staffPickupScreens';
import { staffShareScreens } from './staffShareScreens';

const guide = 'guide' as const;
const offline = 'offline' as const;

/** The figures that a phone kept yesterday evening. */
const figuresOfYesterday: Screen['storage'] = async ({ people }) => {
  const me = await people.guide.ask<{ employeeId: string }>('GET', '/api/staff');
  const today = await people.guide.ask<object>('GET', '/api/staff/figures?period=today');
  const countedAt = new Date(Date.now() - 86_400_000).toISOString();
  return {
    'jishi.staff': { me, at: Date.now() },
    'jishi.staffFigures': { employeeId: me.employeeId, figures: { today: { ...today, countedAt } } },
  };
};

const workbench: Screen[] = [
  {
    name: 'staff-home',
    page: 'staffHome',
    kind: 'filled',
    who: guide,
    ready: /^预计提成 /,
    look: 'Jade at the top; today’s figures stand in one line; each product says what it may earn',
  },
  {
    name: 'staff-home-shelf',
    page: 'staffHome',
    kind: 'detail',
    who: guide,
    ready: /^预计提成 /,
    act: ({ scroll }) => scroll(),
    look: 'Long names end in two lines, the button to share stays at its place',
  },
  {
    name: 'staff-home-kept',
    page: 'staffHome',
    kind: 'detail',
    who: guide,
    storage: figuresOfYesterday,
    fail: { path: '/api/staff/figures', status: offline },
    // the network's bar covers half of a button somewhere on the way down
    allows: ['tap target'],
    ready: /^没连上，/,
    look: 'The last figures with their time, which are not called today’s',
  },
  {
    name: 'staff-home-figures-failed',
    page: 'staffHome',
    kind: 'detail',
    who: guide,
    fail: { path: '/api/staff/figures', status: 503 },
    ready: /今天的业绩没加载出来/,
    look: 'One sentence and one button in place of the figures; the goods are there',
  },
  {
    name: 'staff-home-none-found',
    page: 'staffHome',
    kind: 'detail',
    who: guide,
    ready: /^预计提成 /,
    act: async ({ page, tap, sees }) => {
      await page.locator('input').first().fill('没有这样的东西');
      await tap('搜索');
      await sees(/没有找到/);
    },
    look: 'The words stay in their field, with a way to empty it',
  },
  {
    name: 'staff-home-loading',
    page: 'staffHome',
    kind: 'loading',
    who: guide,
    hold: '/api/staff',
    ready: '导购工作台',
    look: 'Head, figures and entrances wait in their measures',
  },
  {
    name: 'staff-home-error',
    page: 'staffHome',
    kind: 'error',
    who: guide,
    fail: { path: '/api/staff', status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button',
  },
  {
    name: 'staff-home-empty',
    page: 'staffHome',
    kind: 'empty',
    who: 'newcomer',
    ready: '这里是店员用的',
    look: 'A shopper who came here by chance is told kindly',
  },
  {
    name: 'staff-home-asked',
    page: 'staffHome',
    kind: 'detail',
    who: 'applicant',
    ready: '等店长同意',
    look: 'Waiting has one button, to look again',
  },
];

const lists = [
  { name: 'codes', page: 'staffCodes', title: '我的码', filled: /^扫过 /, empty: '还没有码' },
  { name: 'customers', page: 'staffCustomers', title: '我的顾客', filled: /今天来过/, empty: '还没有顾客' },
].flatMap(({ name, page, title, filled, empty }): Screen[] => [
  {
    name: `staff-${name}`,
    page,
    kind: 'filled',
    who: guide,
    ready: filled,
    look: 'Rows of one measure; what is over is quiet',
  },
  {
    name: `staff-${name}-loading`,
    page,
    kind: 'loading',
    who: guide,
    hold: `/api/staff/${name}`,
    ready: title,
    look: 'Rows wait in their measures',
  },
  {
    name: `staff-${name}-error`,
    page,
    kind: 'error',
    who: guide,
    fail: { path: `/api/staff/${name}`, status: offline },
    ready: '重新加载',
    look: 'Offline has its own words',
  },
  { name: `staff-${name}-empty`, page, kind: 'empty', who: 'beginner', ready: empty, look: 'Says how one gets here' },
]);

const customers: Screen[] = [
  {
    name: 'staff-customer',
    page: 'staffCustomers',
    kind: 'detail',
    who: guide,
    ready: /今天来过/,
    act: async ({ page, sees }) => {
      await page.locator('[role=button]', { hasText: '给女儿挑过' }).tap();
      await sees('记下');
    },
    look: 'What the customer lets be seen, a long note, and the way to a colleague',
  },
  {
    name: 'staff-customer-hidden',
    page: 'staffCustomers',
    kind: 'detail',
    who: guide,
    ready: /今天来过/,
    act: async ({ tap, sees }) => {
      await tap('还没同意露面');
      await sees('一位顾客');
    },
    look: 'No name and no number, and how they would come here',
  },
  {
    name: 'staff-customer-hand-over',
    page: 'staffCustomers',
    kind: 'detail',
    who: guide,
    ready: /今天来过/,
    act: async ({ tap, sees }) => {
      await tap('还没同意露面');
      await tap('交给同事');
      await sees('周小满');
    },
    look: 'Colleagues of the same store as rows',
  },
  {
    name: 'staff-customers-quiet',
    page: 'staffCustomers',
    kind: 'detail',
    who: guide,
    ready: /今天来过/,
    act: async ({ tap, sees }) => {
      await tap('好久没来');
      await sees('没有走远的');
    },
    look: 'Good news has a picture too',
  },
];

const results: Screen[] = [
  {
    name: 'staff-results',
    page: 'staffResults',
    kind: 'filled',
    who: guide,
    // the title bar covers half of a chip on the way down; staff-results-empty shows them free
    allows: ['tap target'],
    ready: /^第 \d+ 名/,
    look: 'Figures in two lines of three, the place in the store, and what they are made of',
  },
  {
    name: 'staff-results-orders',
    page: 'staffResults',
    kind: 'detail',
    who: guide,
    allows: ['tap target'],
    ready: '算在我名下的订单',
    act: ({ scroll }) => scroll(),
    look: 'Each order says why it counts; nothing says whose it is',
  },
  {
    name: 'staff-results-loading',
    page: 'staffResults',
    kind: 'loading',
    who: guide,
    hold: '/api/staff/',
    ready: '我的业绩',
    look: 'The times can be chosen while figures wait',
  },
  {
    name: 'staff-results-error',
    page: 'staffResults',
    kind: 'error',
    who: guide,
    fail: { path: '/api/staff/', status: offline },
    ready: '没连上集市',
    look: 'The figures say so with a picture, the parts below in a line each',
  },
  {
    name: 'staff-results-empty',
    page: 'staffResults',
    kind: 'empty',
    who: 'beginner',
    ready: /^还没有订单/,
    look: 'Nothing yet is no table of zeros without words',
  },
];

/** The workbench of those who stand behind the counter. */
export const staffScreens: Screen[] = [
  ...staffJoinScreens,
  ...workbench,
  ...staffShareScreens,
  ...lists,
  ...customers,
  ...results,
  ...staffPickupScreens,
];
