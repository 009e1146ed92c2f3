import type { Screen } from './screen';

const coupon = (id: string, change: object) => ({
  id,
  name: '全场通用券',
  kind: 'fixed',
  face: '¥30',
  from: '满 ¥199 可用',
  rule: '满 ¥199 减 ¥30',
  limits: [],
  productIds: [],
  categoryIds: [],
  validity: '有效期至 2026-12-30',
  claimUntil: null,
  givenPercent: null,
  state: 'open',
  reason: '',
  ...change,
});

const offered = () => ({
  items: [
    coupon('1', {}),
    coupon('2', { name: '会员日', kind: 'percent', face: '8.8 折', from: '满 ¥100 可用', limits: ['限指定等级会员'] }),
    coupon('3', { name: '新客见面礼', face: '¥12', from: '无门槛', state: 'had', reason: '已领取' }),
    coupon('4', { name: '衣橱换季券', face: '¥50', from: '满 ¥399 可用', givenPercent: 82, limits: ['限部分商品'] }),
    coupon('5', {
      name: '包邮券',
      kind: 'shipping',
      face: '免运费',
      from: '无门槛',
      state: 'early',
      reason: '12-01 10:00 开抢',
    }),
  ],
});

export const couponScreens: Screen[] = [
  {
    name: 'coupons',
    page: 'coupons',
    kind: 'filled',
    answer: { path: '/api/coupon-templates', change: offered },
    ready: '衣橱换季券',
    look: 'Tickets with a tear; what each takes off, until when, and one button; the field for a word below them',
  },
  {
    name: 'coupons-loading',
    page: 'coupons',
    kind: 'loading',
    hold: '/api/coupon-templates',
    ready: '我的券',
    look: 'Tickets wait in their measures',
  },
  {
    name: 'coupons-error',
    page: 'coupons',
    kind: 'error',
    fail: { path: '/api/coupon-templates', status: 503 },
    ready: '重新加载',
    look: 'One picture, one sentence, one button, below the tabs',
  },
  {
    name: 'coupons-empty',
    page: 'coupons',
    kind: 'empty',
    who: 'newcomer',
    query: () => 'tab=held',
    ready: '还没有优惠券',
    look: 'Says that there is none',
  },
];
