import type { Address } from '@/api/addresses';
import type { Cart, CartItem } from '@/api/carts';
import type { Order, OrderLine, Payment, Quote } from '@/api/orders';
import type { ShopTerms } from '@/api/shop';

/** Answers of a small shop, for tests that look at pages. */
export const shop = {
  name: '集市',
  serverTime: '2026-11-22T01:00:00.000Z',
  isDemo: true,
  shippingText: '运费 ¥8，满 ¥99 包邮',
  orderTtlMs: 1_800_000,
};

export const shopTerms: ShopTerms = {
  services: [
    { name: '七天无理由', text: '没用过就能退' },
    { name: '破损包赔', text: '拍照给客服就行' },
  ],
  contact: {
    phone: '0571-88886666',
    hours: '每天 9:00–21:00',
    chatUrl: null,
    hasWeappChat: false,
    ttImId: null,
    alipayChat: null,
  },
  discounts: [{ label: '开市满减', fromFen: 29900, offFen: 3000 }],
};

export const address: Address = {
  id: '71',
  isDefault: true,
  name: '林小满',
  phone: '13800006620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号',
};

export function cartItem(change: Partial<CartItem> = {}): CartItem {
  return {
    skuId: '11',
    productId: '1',
    title: '柿釉手作茶壶',
    optionText: '柿红 / 180ml',
    imageUrl: '/assets/teapot.webp',
    priceFen: 15900,
    quantity: 1,
    stock: 20,
    state: 'valid',
    isSelected: true,
    ...change,
  };
}

/** Adds up what the server would. */
export function cart(items: CartItem[]): Cart {
  const valid = items.filter(({ state }) => state === 'valid');
  const selected = valid.filter(({ isSelected }) => isSelected);
  const selectedFen = selected.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0);
  return {
    items,
    count: valid.reduce((sum, { quantity }) => sum + quantity, 0),
    selectedCount: selected.reduce((sum, { quantity }) => sum + quantity, 0),
    selectedFen,
    shipping: { freeFromFen: 9900, missingFen: Math.max(0, 9900 - selectedFen), unserved: null },
  };
}

export function line(change: Partial<OrderLine> = {}): OrderLine {
  const whole = {
    skuId: '11',
    productId: '1',
    title: '柿釉手作茶壶',
    optionText: '柿红 / 180ml',
    imageUrl: null,
    unitFen: 15900,
    quantity: 1,
    ...change,
  };
  return { ...whole, totalFen: whole.unitFen * whole.quantity };
}

export function quote(lines: OrderLine[] = [line()], problems: Quote['problems'] = []): Quote {
  const goodsFen = lines.reduce((sum, { totalFen }) => sum + totalFen, 0);
  const shippingFen = goodsFen >= 9900 ? 0 : 800;
  const breakdown: Quote['breakdown'] = [
    { kind: 'goods', label: '商品金额', fen: goodsFen, reason: '共 1 件' },
    {
      kind: 'shipping',
      label: '运费',
      fen: shippingFen,
      reason: shippingFen ? '全国运费，再买 ¥49 包邮' : '满 ¥99 包邮',
    },
  ];
  const totalFen = goodsFen + shippingFen;
  return {
    lines,
    problems,
    unserved: null,
    breakdown,
    goodsFen,
    shippingFen,
    discountFen: 0,
    totalFen,
    coupons: [],
    isBestChoice: true,
    points: { available: 0, used: 0, usedFen: 0, most: 0, mostFen: 0, reason: '还没有积分' },
  };
}

export function order(change: Partial<Order> = {}): Order {
  const { lines, breakdown, goodsFen, shippingFen, discountFen, totalFen } = quote();
  const { id: _id, isDefault: _isDefault, ...where } = address;
  return {
    id: '9001',
    state: 'unpaid',
    closeReason: null,
    cancelReason: null,
    fulfilment: 'delivery',
    pickup: null,
    invoice: null,
    ...{ lines, breakdown, goodsFen, shippingFen, discountFen, totalFen },
    address: where,
    note: '',
    createdAt: '2026-11-22T01:00:00.000Z',
    expiresAt: '2100-01-01T00:00:00.000Z',
    paidAt: null,
    shippedAt: null,
    doneAt: null,
    closedAt: null,
    paymentState: null,
    ...change,
  };
}

export const paidOrder = order({ state: 'paid', paidAt: '2026-11-22T01:02:00.000Z', paymentState: 'paid' });

export const payment: Payment = {
  id: '501',
  state: 'paying',
  amountFen: 15900,
  intent: { kind: 'fake', tradeNo: 'trade-1', amountFen: 15900 },
};
