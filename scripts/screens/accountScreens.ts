import type { Screen } from './screen';

const kept = [
  { page: 'favourites', api: '/api/favourites', title: '我的收藏', filled: '降价提醒', empty: '还没有收藏' },
  { page: 'history', api: '/api/history', title: '足迹', filled: '今天', empty: '还没有足迹' },
  { page: 'notices', api: '/api/notices', title: '到货与降价提醒', filled: '等到了', empty: '没有在等的商品' },
];

const ofKept = kept.flatMap(({ page, api, title, filled, empty }): Screen[] => [
  { name: page, page, kind: 'filled', ready: filled, look: 'Rows with picture, two lines of title, price and removal' },
  { name: `${page}-loading`, page, kind: 'loading', hold: api, ready: title, look: 'Rows wait in their measures' },
  {
    name: `${page}-error`,
    page,
    kind: 'error',
    fail: { path: api, status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button',
  },
  { name: `${page}-empty`, page, kind: 'empty', who: 'newcomer', ready: empty, look: 'Says how something gets here' },
]);

const requested = () => {
  const now = Date.now();
  const time = (days: number) => new Date(now + days * 86_400_000).toISOString();
  return { state: 'requested', requestedAt: time(-1), dueAt: time(6) };
};

const verified = () => ({ maskedPhone: '138****6620', verifiedAt: '2026-11-25T08:00:00.000Z' });

const ofPhone: Screen[] = [
  {
    name: 'phone',
    page: 'phone',
    kind: 'filled',
    ready: '验证手机号有什么用',
    look: 'Number, code and one button; the consent is not ticked by itself',
  },
  {
    name: 'phone-code',
    page: 'phone',
    kind: 'detail',
    ready: '验证手机号有什么用',
    act: async ({ page, button, sees }) => {
      await page.locator('input').first().fill('13800006620');
      await page.getByRole('checkbox').tap();
      await button('获取验证码').tap();
      await sees(/秒后重发/);
      await page.locator('input').nth(1).fill('000');
      await button('验证').tap();
      await sees('请填短信里的 6 位验证码');
    },
    look: 'The seconds do not move the row; the wrong field is marked, and one sentence says why',
  },
  {
    name: 'phone-verified',
    page: 'phone',
    kind: 'detail',
    answer: { path: '/api/phone', change: verified },
    ready: '已验证',
    look: 'The number is masked; changing it is the quiet way',
  },
  {
    name: 'phone-loading',
    page: 'phone',
    kind: 'loading',
    hold: '/api/phone',
    ready: '手机号',
    look: 'No form before it is known whether there is a number',
  },
  {
    name: 'phone-error',
    page: 'phone',
    kind: 'error',
    fail: { path: '/api/phone', status: 503 },
    ready: '重新加载',
    look: 'One can try again',
  },
];

/** 我的 and what lies behind it. */
export const accountScreens: Screen[] = [
  ...ofKept,
  ...ofPhone,
  { name: 'settings', page: 'settings', kind: 'filled', ready: '设置', look: 'Rows of 52, quiet arrows' },
  {
    name: 'code-end',
    page: 'codeEnd',
    kind: 'filled',
    query: () => 'state=revoked',
    ready: '这个码停用了',
    look: 'What happened in a sentence, and one way into the shop',
  },
  { name: 'about', page: 'about', kind: 'filled', ready: '关于', look: 'The shop, its version, and whom it thanks' },
  { name: 'privacy', page: 'privacy', kind: 'filled', ready: '我们记下什么', look: 'Short passages that can be read' },
  {
    name: 'deletion',
    page: 'deletion',
    kind: 'filled',
    ready: '申请注销账号',
    look: 'Calm and complete: what goes, what stays, until when it can be undone; the button is not red',
  },
  {
    name: 'deletion-requested',
    page: 'deletion',
    kind: 'detail',
    answer: { path: '/api/account/deletion', change: requested },
    ready: '已经申请注销',
    look: 'The date until which one can stay comes first',
  },
  {
    name: 'deletion-loading',
    page: 'deletion',
    kind: 'loading',
    hold: '/api/account/deletion',
    ready: '注销账号',
    look: 'No button before the state is known',
  },
  {
    name: 'deletion-error',
    page: 'deletion',
    kind: 'error',
    fail: { path: '/api/account/deletion', status: 503 },
    ready: '重新加载',
    look: 'One can try again',
  },
];
