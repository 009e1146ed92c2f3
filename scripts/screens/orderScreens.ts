import type { Screen } from './screen';
import type { OrderName } from './stage';

const order =
  (name: OrderName): NonNullable<Screen['query']> =>
  ({ orders }) =>
    `id=${orders[name]}`;
const none = () => ({ items: [], nextCursor: null });

const results: Screen[] = [
  {
    name: 'result-paid',
    page: 'result',
    kind: 'filled',
    query: order('paid'),
    ready: '付好了，谢谢惠顾',
    look: 'Thanks, the amount, two ways on',
  },
  {
    name: 'result-waiting',
    page: 'result',
    kind: 'loading',
    query: order('unpaid'),
    hold: '/payments/check',
    ready: '等待付款结果',
    look: 'Waiting is calm: three dots, no button to press twice',
  },
  {
    name: 'result-closed',
    page: 'result',
    kind: 'detail',
    query: order('closed'),
    ready: '看订单',
    look: 'Closed, and why',
  },
  {
    name: 'result-error',
    page: 'result',
    kind: 'error',
    query: () => 'id=999',
    fail: { path: '/payments/check', status: 404 },
    ready: '重新加载',
    look: 'No result, no thanks',
  },
];

const lists: Screen[] = [
  {
    name: 'orders',
    page: 'orders',
    kind: 'filled',
    ready: '我的订单',
    act: ({ sees }) => sees(/待付款/),
    look: 'A card an order: time, state, goods, sum, what can be done',
  },
  {
    name: 'orders-scrolled',
    page: 'orders',
    kind: 'detail',
    ready: '取消订单',
    act: ({ scroll }) => scroll(),
    look: 'States in words and in colour; the end of the list',
  },
  {
    name: 'orders-cancel',
    page: 'orders',
    kind: 'detail',
    query: () => 'state=unpaid',
    ready: '取消订单',
    act: async ({ tap, sees }) => {
      await tap('取消订单');
      await sees('为什么取消这一单？');
    },
    look: 'Reasons as rows, no second question',
  },
  {
    name: 'orders-loading',
    page: 'orders',
    kind: 'loading',
    hold: '/api/orders',
    ready: '我的订单',
    look: 'Tabs work, cards wait',
  },
  {
    name: 'orders-error',
    page: 'orders',
    kind: 'error',
    fail: { path: '/api/orders', status: 'offline' },
    ready: '没连上集市',
    look: 'Offline has its own words',
  },
  {
    name: 'orders-empty',
    page: 'orders',
    kind: 'empty',
    who: 'newcomer',
    ready: '还没有订单',
    look: 'An invitation, not a gap',
  },
  {
    name: 'orders-empty-state',
    page: 'orders',
    kind: 'detail',
    who: 'newcomer',
    query: () => 'state=shipped',
    ready: /没有.*的订单/,
    answer: { path: '/api/orders?', change: none },
    look: 'A tab without orders names its state',
  },
];

const looks: Record<OrderName, string> = {
  unpaid: 'The clock runs in words; pay is red, cancel is quiet',
  paid: 'Paid: what happens next, the amounts and the facts',
  shipped: 'The parcel with its number, and 确认收货',
  done: 'Finished: once more is red',
  closed: 'Closed: why, and nothing that looks open',
  pickup: 'The code is what one reads at the counter',
  long: 'Five lines, a long note and an invoice: names left, values right, nothing cut',
};

const details: Screen[] = [
  ...(Object.keys(looks) as OrderName[]).map((name): Screen => ({
    name: `order-${name}`,
    page: 'order',
    kind: name === 'paid' ? 'filled' : 'detail',
    query: order(name),
    ready: '订单号',
    look: looks[name],
  })),
  {
    name: 'order-cancel',
    page: 'order',
    kind: 'detail',
    query: order('unpaid'),
    ready: '订单号',
    act: async ({ tap, sees }) => {
      await tap('取消订单');
      await sees('为什么取消这一单？');
    },
    look: 'The sheet over a dimmed page',
  },
  {
    name: 'order-facts',
    page: 'order',
    kind: 'detail',
    query: order('paid'),
    ready: '订单号',
    act: ({ scroll }) => scroll(),
    look: 'Facts in two columns; what can be tapped in them is coloured alike',
  },
  {
    name: 'order-invoice',
    page: 'order',
    kind: 'detail',
    query: order('paid'),
    ready: '订单号',
    act: async ({ tap, sees }) => {
      await tap('申请发票');
      await sees('电子发票');
    },
    look: 'Asked for after ordering: the same sheet as at the checkout, nothing red before a tap',
  },
  {
    name: 'order-loading',
    page: 'order',
    kind: 'loading',
    query: order('paid'),
    hold: '/api/orders/',
    ready: '订单详情',
    look: 'Head and cards wait',
  },
  {
    name: 'order-error',
    page: 'order',
    kind: 'error',
    query: order('paid'),
    fail: { path: '/api/orders/', status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button',
  },
];

/** What became of an order. */
export const orderScreens: Screen[] = [...results, ...lists, ...details];
