import type { Screen } from './screen';

const plain: Screen['query'] = ({ skus }) => `items=${skus.plain}:1`;

/** From the goods to an order. */
export const checkoutScreens: Screen[] = [
  {
    name: 'checkout',
    page: 'checkout',
    kind: 'filled',
    query: plain,
    ready: '提交订单',
    look: 'Address under the awning, goods, amounts; what is due stands beside the one red button',
  },
  {
    name: 'checkout-long',
    page: 'checkout',
    kind: 'detail',
    query: ({ skus }) => `items=${skus.long}:2,${skus.plain}:1`,
    ready: '提交订单',
    look: 'Long titles and options, ¥25,777.00: amounts stay whole and in one column',
  },
  {
    name: 'checkout-no-address',
    page: 'checkout',
    kind: 'detail',
    who: 'newcomer',
    query: plain,
    ready: '寄到哪里？',
    look: 'Without an address the card asks for one',
  },
  {
    name: 'checkout-unserved',
    page: 'checkout',
    kind: 'detail',
    query: plain,
    answer: {
      path: '/api/quotes',
      change: (quote: object) => ({ ...quote, unserved: { reason: '海岛的船冬天停航，开春后再送' } }),
    },
    ready: '这里送不到',
    look: 'The reason at the address and instead of the fee, no total, two ways out, a button that says why it is off',
  },
  {
    name: 'checkout-pickup',
    page: 'checkout',
    kind: 'detail',
    query: plain,
    ready: '提交订单',
    act: async ({ tap, sees }) => {
      await tap('到店自提');
      await sees('取货人');
      await sees('提交订单');
    },
    look: 'The nearest store, who comes for the goods, and no shipping fee',
  },
  {
    name: 'checkout-stores',
    page: 'checkout',
    kind: 'detail',
    query: plain,
    ready: '提交订单',
    act: async ({ tap, sees }) => {
      await tap('到店自提');
      await tap('换一家');
      await sees('到哪家店取？');
    },
    look: 'Stores in a sheet, the chosen one marked',
  },
  {
    name: 'checkout-invoice',
    page: 'checkout',
    kind: 'detail',
    query: plain,
    ready: '提交订单',
    act: async ({ tap, sees }) => {
      await tap('不开发票');
      await sees('电子发票');
      await tap('企业');
      await tap('要这张发票');
    },
    look: 'Fields of one height, and the fault in words',
  },
  {
    name: 'checkout-loading',
    page: 'checkout',
    kind: 'loading',
    query: plain,
    hold: '/api/',
    ready: '确认订单',
    look: 'Nothing can be submitted before its price is known',
  },
  {
    name: 'checkout-error',
    page: 'checkout',
    kind: 'error',
    query: plain,
    fail: { path: '/api/quotes', status: 503 },
    ready: '重新加载',
    look: 'No price, no submitting',
  },
  { name: 'checkout-empty', page: 'checkout', kind: 'empty', ready: '没有要结算的商品', look: 'A kind way out' },
];
