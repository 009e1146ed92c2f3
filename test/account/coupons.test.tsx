import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Coupon, OfferedCoupon } from '@/api/coupons';
import Coupons from '@/account/coupons';
import { platform } from '@/platform';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';

const toast = jest.spyOn(platform, 'toast');
beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
});

const printed = {
  kind: 'fixed',
  face: '¥20',
  from: '满 ¥100 可用',
  rule: '满 ¥100 减 ¥20',
  limits: ['限抖音'],
} as const;
const offered = (id: string, change: Partial<OfferedCoupon> = {}): OfferedCoupon => ({
  id,
  name: `券 ${id}`,
  ...printed,
  limits: [],
  productIds: [],
  categoryIds: [],
  validity: '领取后 7 天内有效',
  claimUntil: null,
  givenPercent: null,
  state: 'open',
  reason: '',
  ...change,
});
const held = (id: string, change: Partial<Coupon> = {}): Coupon => ({
  id,
  templateId: '1',
  name: `我的 ${id}`,
  ...printed,
  limits: ['限抖音'],
  productIds: [],
  categoryIds: [],
  state: 'held',
  startsAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2100-11-30T15:59:59.000Z',
  orderId: null,
  ...change,
});

test('what can be claimed says what it does and why not; a tap claims it once, and the button follows', async () => {
  let state: OfferedCoupon['state'] = 'open';
  const server = fakeServer({
    'GET /api/coupon-templates': () => ({
      items: [
        offered('1', { state }),
        offered('2', { state: 'early', reason: '11-30 10:00 开抢' }),
        offered('3', { state: 'refused', reason: '仅限新客首单' }),
        offered('4', { givenPercent: 82 }),
      ],
    }),
    'POST /api/coupon-templates/:templateId/claims': () => {
      state = 'had';
      return answer(201, held('9'));
    },
  });
  await renderPage(Coupons);
  expect(await screen.findByText('11-30 10:00 开抢')).toBeInTheDocument();
  expect(screen.getByText('仅限新客首单')).toBeInTheDocument();
  expect(screen.getByText('还剩 18% · 领取后 7 天内有效')).toBeInTheDocument();
  const [first] = screen.getAllByText('领取');
  fireEvent.click(first!);
  fireEvent.click(first!);
  expect(await screen.findByText('已领取')).toBeInTheDocument();
  expect(server.to('POST /api/coupon-templates/:templateId/claims')).toMatchObject([{ params: { templateId: '1' } }]);
  fireEvent.click(screen.getByText('不能领'));
  expect(server.to('POST /api/coupon-templates/:templateId/claims')).toHaveLength(1);
});

test('a word that nobody knows is said, one that gives a coupon leads to it', async () => {
  let known = false;
  fakeServer({
    'GET /api/coupon-templates': () => ({ items: [] }),
    'GET /api/coupons': () => ({ items: [held('9')], nextCursor: null }),
    'POST /api/coupon-claims': () => (known ? answer(201, held('9')) : refuse('not_found')),
  });
  const { container } = await renderPage(Coupons);
  await screen.findByText('还没有可领的券');
  await settled();
  await act(async () => {
    fireEvent.input(container.querySelector('taro-input-core input')!, { target: { value: ' 秋天 ' } });
  });
  fireEvent.click(screen.getByText('兑换'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('没有这个口令，核对一下再试'));
  known = true;
  fireEvent.click(screen.getByText('兑换'));
  expect(await screen.findByText('我的 9')).toBeInTheDocument();
});

test('the wallet leads to what a coupon is for, and one that an order holds to that order', async () => {
  const server = fakeServer({
    'GET /api/coupon-templates': () => ({ items: [] }),
    'GET /api/coupons': ({ query }) => ({
      items:
        query.state === 'held'
          ? [held('1', { productIds: ['71'] }), held('2', { state: 'frozen', orderId: '9001' })]
          : [],
      nextCursor: null,
    }),
  });
  const visits = watchNavigation();
  await renderPage(Coupons, { params: { tab: 'held' } });
  expect(await screen.findByText('限抖音 · 有效期至 2100-11-30')).toBeInTheDocument();
  fireEvent.click(screen.getByText('去使用'));
  fireEvent.click(screen.getByText('看订单'));
  expect(visits).toEqual(['navigateTo /mall/product/index?id=71', 'navigateTo /orders/detail/index?id=9001']);
  fireEvent.click(screen.getByText('已失效'));
  expect(await screen.findByText('没有失效的券')).toBeInTheDocument();
  expect(server.to('GET /api/coupons').at(-1)!.query).toMatchObject({ state: 'expired' });
});
