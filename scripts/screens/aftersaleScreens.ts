import type { Screen } from './screen';
import type { AftersaleName } from './stageAftersales';

const of =
  (name: AftersaleName): NonNullable<Screen['query']> =>
  ({ aftersales }) =>
    `id=${aftersales[name]}`;
const delivered: NonNullable<Screen['query']> = ({ orders }) => `order=${orders.done}`;
const several: NonNullable<Screen['query']> = ({ orders }) => `order=${orders.long}`;

const applies: Screen[] = [
  {
    name: 'aftersale-apply',
    page: 'aftersaleApply',
    kind: 'filled',
    query: several,
    ready: '提交申请',
    look: 'Lines with steppers at nought, the amount still to come; nothing red before a tap',
  },
  {
    name: 'aftersale-apply-ways',
    page: 'aftersaleApply',
    kind: 'detail',
    query: ({ orders }) => `order=${orders.shipped}`,
    ready: '退货退款',
    look: 'Two ways side by side, a word under each',
  },
  {
    name: 'aftersale-apply-chosen',
    page: 'aftersaleApply',
    kind: 'detail',
    query: delivered,
    ready: '提交申请',
    act: async ({ page, tap, sees }) => {
      await page.getByLabel('加一件').first().tap();
      await tap('请选择');
      await tap('收到时已破损');
      await sees(/已扣除优惠/);
    },
    look: 'The amount in the field and in the bar are the same',
  },
  {
    name: 'aftersale-apply-reasons',
    page: 'aftersaleApply',
    kind: 'detail',
    query: delivered,
    ready: '提交申请',
    act: async ({ tap, sees }) => {
      await tap('请选择');
      await sees('为什么要退？');
    },
    look: 'Reasons as rows',
  },
  {
    name: 'aftersale-apply-loading',
    page: 'aftersaleApply',
    kind: 'loading',
    query: delivered,
    hold: '/aftersales',
    ready: '申请退款',
    look: 'Cards wait',
  },
  {
    name: 'aftersale-apply-error',
    page: 'aftersaleApply',
    kind: 'error',
    query: delivered,
    fail: { path: '/aftersales', status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button',
  },
  {
    name: 'aftersale-apply-empty',
    page: 'aftersaleApply',
    kind: 'empty',
    query: ({ orders }) => `order=${orders.closed}`,
    ready: '这一单没有可以退的了',
    look: 'Why there is nothing, and the way back',
  },
];

const looks: Record<AftersaleName, string> = {
  requested: 'Until when the shop answers, in words; the way to take it back is quiet',
  approved: 'Where the goods go, what the shop says, the pictures, and one red button',
  returning: 'The parcel under the address; its number can be corrected',
  done: 'Done: what went back, and the whole trail; nothing to press',
  rejected: 'A long reason, nothing cut; whom to ask',
};

const details: Screen[] = [
  ...(Object.keys(looks) as AftersaleName[]).map((name): Screen => ({
    name: `aftersale-${name}`,
    page: 'aftersale',
    kind: name === 'requested' ? 'filled' : 'detail',
    query: of(name),
    ready: '售后单号',
    look: looks[name],
  })),
  {
    name: 'aftersale-approved-below',
    page: 'aftersale',
    kind: 'detail',
    query: of('approved'),
    ready: '售后单号',
    act: ({ scroll }) => scroll(),
    look: 'Long words and small pictures in two columns, the order at the end',
  },
  {
    name: 'aftersale-parcel',
    page: 'aftersale',
    kind: 'detail',
    query: of('approved'),
    ready: '售后单号',
    act: async ({ tap, sees }) => {
      await tap('填快递单号');
      await sees('寄回的快递');
    },
    look: 'Carriers as chips, one field, one button',
  },
  {
    name: 'aftersale-loading',
    page: 'aftersale',
    kind: 'loading',
    query: of('requested'),
    hold: '/api/aftersales/',
    ready: '售后详情',
    look: 'Head and cards wait',
  },
  {
    name: 'aftersale-error',
    page: 'aftersale',
    kind: 'error',
    query: of('requested'),
    fail: { path: '/api/aftersales/', status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button',
  },
  {
    name: 'order-asked-back',
    page: 'order',
    kind: 'detail',
    query: ({ orders }) => `id=${orders.askedBack}`,
    ready: '等待答复',
    look: 'A chip on the line, the request as a row, the way to another one below',
  },
];

const lists: Screen[] = [
  {
    name: 'aftersales',
    page: 'aftersales',
    kind: 'filled',
    ready: '待寄回',
    look: 'A card a request: time, state in colour while it is open, what, how much',
  },
  {
    name: 'aftersales-loading',
    page: 'aftersales',
    kind: 'loading',
    hold: '/api/aftersales',
    ready: '退款与售后',
    look: 'Cards wait',
  },
  {
    name: 'aftersales-error',
    page: 'aftersales',
    kind: 'error',
    fail: { path: '/api/aftersales', status: 'offline' },
    ready: '没连上集市',
    look: 'Offline has its own words',
  },
  {
    name: 'aftersales-empty',
    page: 'aftersales',
    kind: 'empty',
    who: 'newcomer',
    ready: '没有退款和售后',
    look: 'Where one would ask, and the way there',
  },
];

/** Money back, from the wish to the refund. */
export const aftersaleScreens: Screen[] = [...applies, ...details, ...lists];
