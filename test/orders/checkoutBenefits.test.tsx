import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ALL_POINTS } from '@jishi/contract/plain/orders';
import type { CheckoutCoupon, PlaceOrder, Quote } from '@/api/orders';
import Checkout from '@/orders/checkout';
import { platform } from '@/platform';
import { answer, fakeServer, refuse, type Handlers } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { address, order, payment, quote, shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast');
const confirm = jest.spyOn(platform, 'confirm');
beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
  confirm.mockReset().mockResolvedValue(true);
});

const coupon = (id: string, change: Partial<CheckoutCoupon> = {}): CheckoutCoupon => ({
  id,
  templateId: '1',
  name: `券 ${id}`,
  kind: 'fixed',
  face: '¥30',
  from: '满 ¥100 可用',
  rule: '满 ¥100 减 ¥30',
  limits: [],
  productIds: [],
  categoryIds: [],
  startsAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2026-11-30T15:59:59.000Z',
  stacking: 'all',
  isUsable: true,
  isChosen: false,
  offFen: 0,
  reason: '可用',
  ...change,
});

/** Answers as the server does: the best is 501 for the goods and 503 for the shipping, unless the shopper says. */
function priced(wishes: Pick<PlaceOrder, 'couponIds' | 'points'>): Quote {
  const chosen = wishes.couponIds ?? ['501', '503'];
  const off: Record<string, number> = { '501': 3000, '502': 1000, '503': 800, '504': 2000 };
  const pick = (id: string, change: Partial<CheckoutCoupon> = {}) => {
    const isChosen = chosen.includes(id);
    return coupon(id, {
      ...change,
      isChosen,
      ...(isChosen && { offFen: off[id]!, reason: `已选，省 ¥${off[id]! / 100}` }),
    });
  };
  const coupons = [
    pick('501'),
    pick('502', { face: '8.8 折', kind: 'percent' }),
    pick('503', { face: '免运费', kind: 'shipping' }),
    pick('504', { stacking: 'alone' }),
    coupon('505', { isUsable: false, reason: '还差 ¥80' }),
  ];
  const couponFen = coupons.reduce((sum, { offFen }) => sum + offFen, 0);
  const usedFen = wishes.points && !chosen.includes('504') ? 880 : 0;
  const plain = quote();
  const rows = [
    ...coupons
      .filter(({ isChosen }) => isChosen)
      .map(({ name, offFen, rule }) => ({ label: name, fen: -offFen, reason: rule })),
    ...(usedFen ? [{ label: '积分抵扣', fen: -usedFen, reason: '用 880 积分抵 ¥8.80' }] : []),
  ];
  return {
    ...plain,
    breakdown: [...plain.breakdown, ...rows.map((row) => ({ kind: 'discount' as const, ...row }))],
    totalFen: plain.totalFen - couponFen - usedFen,
    coupons,
    isBestChoice: couponFen === 3800,
    points: { available: 4160, used: usedFen, usedFen, most: 880, mostFen: 880, reason: '100 积分抵 ¥1' },
  };
}

const happy: Handlers = {
  'GET /api/shop': () => shop,
  'GET /api/addresses': () => ({ items: [address] }),
  'GET /api/stores': () => ({ items: [] }),
  'POST /api/quotes': ({ body }) => priced(body as PlaceOrder),
  'POST /api/orders': () => answer(201, order()),
  'POST /api/orders/:orderId/payments': () => answer(201, payment),
  'POST /fake/trades/:tradeNo': () => ({ state: 'paid' }),
  'POST /api/orders/:orderId/payments/check': () => order(),
};
const open = () => renderPage(Checkout, { params: { items: '11:1' } });
const wishesOf = (body: unknown) => {
  const { couponIds, points } = body as PlaceOrder;
  return { couponIds, points };
};

test('the best choice stands there, with what it saves, and the order takes exactly what is shown', async () => {
  const server = fakeServer(happy);
  const visits = watchNavigation();
  await open();
  expect(await screen.findByText('已选最省')).toBeInTheDocument();
  expect(screen.getByText('−¥38.00')).toBeInTheDocument();
  expect(screen.getByText('已省 ¥38.00')).toBeInTheDocument();
  expect(screen.getByText('用 880 积分抵 ¥8.80，共有 4160')).toBeInTheDocument();
  expect(wishesOf(server.to('POST /api/quotes')[0]!.body)).toEqual({});
  fireEvent.click(screen.getByText('提交订单'));
  await waitFor(() => expect(visits).toHaveLength(1));
  const { body } = server.to('POST /api/orders')[0]!;
  expect(body).toMatchObject({ couponIds: ['501', '503'], expectedTotalFen: 12_100 });
});

test('another coupon for the goods takes the place of the first, one that goes with nothing of both, and back again', async () => {
  const server = fakeServer(happy);
  await open();
  fireEvent.click(await screen.findByText('优惠券'));
  const asked = () => wishesOf(server.to('POST /api/quotes').at(-1)!.body).couponIds;
  expect(screen.getByText('已为你选好最省的')).toBeInTheDocument();
  expect(screen.getByText('还差 ¥80')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('checkbox', { name: '券 502' }));
  await waitFor(() => expect(asked()).toEqual(['503', '502']));
  expect(await screen.findByText('换一种选法还能更省')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('checkbox', { name: '券 504' }));
  await waitFor(() => expect(asked()).toEqual(['504']));
  await screen.findByText('已选，省 ¥20');
  fireEvent.click(screen.getByRole('checkbox', { name: '券 504' }));
  await waitFor(() => expect(asked()).toEqual([]));
  await waitFor(() => expect(screen.queryByText(/^已选，/)).toBeNull());
  // what cannot be used does nothing
  const before = server.to('POST /api/quotes').length;
  fireEvent.click(screen.getByText('券 505'));
  expect(server.to('POST /api/quotes')).toHaveLength(before);
  fireEvent.click(screen.getByText('选最省的'));
  expect(await screen.findByText('已为你选好最省的')).toBeInTheDocument();
});

test('points are spent when the shopper says so, as many as the quote shows', async () => {
  const server = fakeServer(happy);
  const visits = watchNavigation();
  await open();
  const points = await screen.findByRole('switch', { name: '用积分抵扣' });
  fireEvent.click(points);
  expect(await screen.findByText('用 880 积分抵 ¥8.80')).toBeInTheDocument();
  expect(wishesOf(server.to('POST /api/quotes').at(-1)!.body)).toEqual({ points: ALL_POINTS });
  expect(points.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByText('提交订单'));
  await waitFor(() => expect(visits).toHaveLength(1));
  expect(server.to('POST /api/orders')[0]!.body).toMatchObject({ points: 880, expectedTotalFen: 11_220 });
});

test('a coupon that another order took is said, and the new total is asked for again before it is ordered', async () => {
  const fresh = { ...priced({ couponIds: [] }), isBestChoice: true, coupons: [] };
  let tries = 0;
  const server = fakeServer({
    ...happy,
    'POST /api/orders': () =>
      tries++ === 0 ? refuse('coupon_unusable', { coupons: [], quote: fresh }) : answer(201, order()),
  });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('提交订单'));
  expect(await screen.findByText(/原来 ¥121.00，现在 ¥159.00/)).toBeInTheDocument();
  expect(toast).toHaveBeenCalledWith('优惠券用不了了，请核对后再提交');
  server.set({ 'POST /api/quotes': () => fresh });
  fireEvent.click(screen.getByText('提交订单'));
  await waitFor(() => expect(visits).toHaveLength(1));
  expect(server.to('POST /api/orders').at(-1)!.body).toMatchObject({ expectedTotalFen: 15_900 });
});

test('whoever has neither coupons nor points reads nothing of either', async () => {
  fakeServer({ ...happy, 'POST /api/quotes': () => quote() });
  await open();
  await screen.findByText('提交订单');
  expect(screen.queryByText('优惠券')).toBeNull();
  expect(screen.queryByText('积分抵扣')).toBeNull();
});
