import type { Screen } from './screen';

const guide = 'guide' as const;
const product: Screen['query'] = ({ goods }) => `kind=product&id=${goods.plain}`;
const longProduct: Screen['query'] = ({ goods }) => `kind=product&id=${goods.long}`;
const busy = () => ({ error: { code: 'busy', message: 'busy', requestId: 'request-1' } });

/** Posters and cards of a guide. */
export const staffShareScreens: Screen[] = [
  {
    name: 'staff-share',
    page: 'staffShare',
    kind: 'filled',
    who: guide,
    query: product,
    ready: '发给顾客',
    act: async ({ page }) => page.locator('[role=img][aria-label^="海报："]').waitFor(),
    look: 'The poster lies on the page as paper; choices below it, the three ways at the bottom',
  },
  {
    name: 'staff-share-long',
    page: 'staffShare',
    kind: 'detail',
    who: guide,
    query: longProduct,
    ready: '发给顾客',
    act: async ({ page, tap }) => {
      await tap('长图');
      await page.locator('[role=img][aria-label^="海报："]').waitFor();
    },
    look: 'The tall poster of a long name; nothing of it is cut off',
  },
  {
    name: 'staff-share-shop',
    page: 'staffShare',
    kind: 'detail',
    who: guide,
    query: () => 'kind=home',
    ready: '发给顾客',
    act: async ({ page, tap }) => {
      await tap('素净');
      await page.locator('[role=img][aria-label^="海报："]').waitFor();
    },
    look: 'The shop’s own poster has no price and no pictures to choose from',
  },
  {
    name: 'staff-share-loading',
    page: 'staffShare',
    kind: 'loading',
    who: guide,
    query: product,
    hold: '/posters',
    ready: '发给顾客',
    look: 'A poster in its own shape that is being drawn',
  },
  {
    name: 'staff-share-busy',
    page: 'staffShare',
    kind: 'detail',
    who: guide,
    query: product,
    answer: { path: '/posters', status: 503, change: busy },
    allows: ['console'],
    ready: '画海报的人有点多，等一会儿再试',
    look: 'The reason stands where the poster would, with one button',
  },
  {
    name: 'staff-share-error',
    page: 'staffShare',
    kind: 'error',
    who: guide,
    query: product,
    fail: { path: '/api/staff/codes', status: 503 },
    ready: '重新加载',
    look: 'Without its code nothing can be sent',
  },
];
