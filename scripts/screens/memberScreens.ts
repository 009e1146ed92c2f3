import type { Screen } from './screen';

const guide = 'guide' as const;
const grown = (body: { card?: object; levels?: { id: string }[] }) =>
  // the codes lie under the same address
  body.levels
    ? { ...body, card: { ...body.card, levelId: '3', growth: 3280, next: { levelId: '4', missing: 1720 } } }
    : body;
const falling = (body: { card?: object; levels?: object }) => {
  const { card, ...rest } = grown(body as never) as { card: object };
  const grace = { growth: 900, next: { levelId: '4', missing: 4100 }, graceUntil: '2026-12-26T04:00:00.000Z' };
  return body.levels ? { ...rest, card: { ...card, ...grace } } : body;
};

/** The card. The one who has one is the guide. */
export const memberScreens: Screen[] = [
  {
    name: 'member-card',
    page: 'memberCard',
    kind: 'filled',
    who: guide,
    answer: { path: '/api/member', change: grown },
    ready: /秒后更新/,
    look: 'The face in the member colour, the codes on white and large enough for a scanner, three benefits',
  },
  {
    name: 'member-card-new',
    page: 'memberCard',
    kind: 'detail',
    who: guide,
    ready: /秒后更新/,
    look: 'The first level has no benefits of its own, and its card leaves no gap',
  },
  {
    name: 'member-card-grace',
    page: 'memberCard',
    kind: 'detail',
    who: guide,
    answer: { path: '/api/member', change: falling },
    ready: /前达到就保留/,
    look: 'Until when the level is kept stands on the face, and is readable',
  },
  {
    name: 'member-card-no-code',
    page: 'memberCard',
    kind: 'detail',
    who: guide,
    fail: { path: '/till-code', status: 'offline' },
    ready: /会员码已经过时/,
    look: 'The card stays; in place of the codes is a reason and one button',
  },
  {
    name: 'member-card-dark',
    page: 'memberCard',
    kind: 'detail',
    who: guide,
    isDark: true,
    answer: { path: '/api/member', change: grown },
    ready: /秒后更新/,
    look: 'The codes stay on white',
  },
  {
    name: 'member-card-open',
    page: 'memberCard',
    kind: 'empty',
    who: 'newcomer',
    ready: '开一张会员卡',
    look: 'One red button; all levels below say what they give',
  },
  {
    name: 'member-card-loading',
    page: 'memberCard',
    kind: 'loading',
    who: guide,
    hold: '/api/member',
    ready: '会员卡',
    look: 'Face and codes wait in their measures',
  },
  {
    name: 'member-card-error',
    page: 'memberCard',
    kind: 'error',
    who: guide,
    fail: { path: '/api/member', status: 503 },
    ready: '重新加载',
    look: 'One can try again',
  },
];
