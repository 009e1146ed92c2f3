import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Aftersale } from '@/api/aftersales';
import AftersaleDetail from '@/orders/aftersale';
import Aftersales from '@/orders/aftersales';
import { headWords, leftText, lineChip } from '@/orders/aftersaleWords';
import OrderDetail from '@/orders/detail';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { paidOrder, shop, shopTerms } from '../support/storefront/shopData';

const confirm = jest.spyOn(platform, 'confirm');
const toast = jest.spyOn(platform, 'toast');
const copyText = jest.spyOn(platform, 'copyText');

beforeEach(() => {
  document.body.innerHTML = '';
  confirm.mockReset().mockResolvedValue(true);
  toast.mockReset();
  copyText.mockReset().mockResolvedValue({ status: 'ok', code: 'ok', value: null });
});

function aftersale(change: Partial<Aftersale> = {}): Aftersale {
  return {
    id: '77',
    orderId: '9001',
    kind: 'return',
    state: 'requested',
    reason: 'damaged',
    description: '壶嘴磕掉了一块',
    orderState: 'done',
    fulfilment: 'delivery',
    lines: [
      { skuId: '11', title: '柿釉手作茶壶', optionText: '柿红 / 180ml', imageUrl: null, quantity: 1, fen: 15_000 },
    ],
    goodsFen: 15_000,
    shippingFen: 0,
    totalFen: 15_000,
    pictures: [],
    answer: '',
    returnTo: null,
    parcel: null,
    dueAt: null,
    createdAt: '2026-11-22T01:00:00.000Z',
    doneAt: null,
    moves: [{ state: 'requested', actor: 'shopper', note: '', at: '2026-11-22T01:00:00.000Z' }],
    ...change,
  };
}
const RETURN_TO = {
  name: '集市售后',
  phone: '0571-88886666',
  province: '浙江省',
  city: '杭州市',
  district: '滨江区',
  detail: '江南大道 228 号',
};
const base = { 'GET /api/shop': () => shop, 'GET /api/shop/terms': () => shopTerms };
const open = () => renderPage(AftersaleDetail, { params: { id: '77' } });

test('a request tells what was asked for, and can be withdrawn after a question', async () => {
  const server = fakeServer({
    ...base,
    'GET /api/aftersales/:aftersaleId': () => aftersale(),
    'POST /api/aftersales/:aftersaleId/withdraw': () => aftersale({ state: 'withdrawn' }),
  });
  await open();
  expect(await screen.findByText('等店家答复')).toBeInTheDocument();
  for (const text of ['壶嘴磕掉了一块', '收到时已破损', '退货退款', '柿釉手作茶壶', '申请退货退款']) {
    expect(screen.getByText(text)).toBeInTheDocument();
  }
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(screen.getByText('撤销申请'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  expect(server.to('POST /api/aftersales/:aftersaleId/withdraw')).toHaveLength(0);
  await waitFor(() => expect(screen.getByText('撤销申请').closest('[aria-disabled="true"]')).toBeNull());
  fireEvent.click(screen.getByText('撤销申请'));
  expect(await screen.findByText('申请已撤销')).toBeInTheDocument();
  expect(screen.queryByText('撤销申请')).toBeNull();
});

test('an approved return says where to, and takes the parcel once its number is right', async () => {
  const approved = aftersale({ state: 'approved', returnTo: RETURN_TO, answer: '请用原来的盒子' });
  const server = fakeServer({
    ...base,
    'GET /api/aftersales/:aftersaleId': () => approved,
    'PUT /api/aftersales/:aftersaleId/parcel': ({ body }) =>
      ({ ...approved, state: 'returning', parcel: body }) as Aftersale,
  });
  await open();
  expect(await screen.findByText('请把商品寄回')).toBeInTheDocument();
  expect(screen.getByText('请用原来的盒子')).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('复制退货地址'));
  expect(copyText).toHaveBeenCalledWith('集市售后 0571-88886666 浙江省杭州市滨江区江南大道 228 号');

  fireEvent.click(screen.getByText('填快递单号'));
  await settled();
  fireEvent.click(screen.getByText('寄出了'));
  expect(await screen.findByText('请选择快递公司')).toBeInTheDocument();
  fireEvent.click(screen.getByText('中通快递'));
  expect(await screen.findByText('快递单号是 5 到 40 位字母或数字')).toBeInTheDocument();
  fireEvent.input(document.querySelector('taro-input-core input')!, { target: { value: 'ZT 7788 9900' } });
  fireEvent.click(screen.getByText('寄出了'));
  expect(await screen.findByText('退货在路上')).toBeInTheDocument();
  const parcel = { carrier: '中通快递', trackingNo: 'ZT77889900' };
  expect(server.to('PUT /api/aftersales/:aftersaleId/parcel')[0]!.body).toEqual(parcel);
  expect(screen.getByText('中通快递 ZT77889900')).toBeInTheDocument();
  expect(screen.getByText('更正单号')).toBeInTheDocument();
  expect(screen.queryByText('撤销申请')).toBeNull();
});

test('a state that has changed meanwhile is said, and asked for again', async () => {
  let state: Aftersale['state'] = 'requested';
  fakeServer({
    ...base,
    'GET /api/aftersales/:aftersaleId': () => aftersale({ state }),
    'POST /api/aftersales/:aftersaleId/withdraw': () => {
      state = 'rejected';
      return refuse('aftersale_state');
    },
  });
  await open();
  fireEvent.click(await screen.findByText('撤销申请'));
  expect(await screen.findByText('店家没有同意')).toBeInTheDocument();
  expect(toast).toHaveBeenCalledWith('进度刚刚变了，刷新看看');
});

test('the order says what became of its lines, and leads to the request and to another one', async () => {
  const visits = watchNavigation();
  fakeServer({
    ...base,
    'GET /api/orders/:orderId': () => paidOrder,
    'GET /api/orders/:orderId/progress': () => ({ timeline: [], shipments: [] }),
    'GET /api/orders/:orderId/aftersales': () => ({
      items: [aftersale({ kind: 'refund' })],
      kinds: ['refund'],
      lines: [],
      until: null,
    }),
  });
  await renderPage(OrderDetail, { params: { id: '9001' } });
  expect(await screen.findByText('退款中 ×1')).toBeInTheDocument();
  fireEvent.click(screen.getByText('等待答复'));
  fireEvent.click(screen.getByText('申请退款'));
  await waitFor(() =>
    expect(visits).toEqual([
      'navigateTo /orders/aftersale/index?id=77',
      'navigateTo /orders/aftersaleApply/index?order=9001',
    ]),
  );
});

test('the list leads to each request, and to the orders when there is none', async () => {
  const visits = watchNavigation();
  const items = [aftersale({ state: 'done' })];
  fakeServer({ 'GET /api/aftersales': () => ({ items, nextCursor: null }) });
  await renderPage(Aftersales);
  expect(await screen.findByText('已退款')).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('售后 77'));
  document.body.innerHTML = '';
  fakeServer({ 'GET /api/aftersales': () => ({ items: [], nextCursor: null }) });
  await renderPage(Aftersales);
  fireEvent.click(await screen.findByText('看订单'));
  await waitFor(() =>
    expect(visits).toEqual(['navigateTo /orders/aftersale/index?id=77', 'navigateTo /orders/list/index']),
  );
});

test.each([
  [0, ''],
  [-5, ''],
  [30_000, ' 1 分钟'],
  [59 * 60_000, ' 59 分钟'],
  [61 * 60_000, ' 2 小时'],
  [47 * 3_600_000, ' 47 小时'],
  [48 * 3_600_000, ' 2 天'],
  [6.9 * 86_400_000, ' 6 天'],
])('%i ms are told as "%s"', (ms, text) => {
  expect(leftText(ms)).toBe(text);
});

test('an answer that is overdue is not promised any more', () => {
  const dueAt = '2026-11-24T01:00:00.000Z';
  const before = Date.parse(dueAt) - 3_600_000;
  const paid = { state: 'requested', orderState: 'paid', dueAt } as const;
  expect(headWords(paid, before).text).toBe('1 小时内没有答复就自动退款');
  expect(headWords({ ...paid, orderState: 'done' }, before).text).toBe('店家会在 1 小时内答复');
  expect(headWords({ ...paid, orderState: 'done' }, Date.parse(dueAt) + 1).text).toContain('联系客服');
});

test('a chip counts what is under way before what has been paid back, and nothing that was dropped', () => {
  const one = (state: Aftersale['state']) => aftersale({ state });
  expect(lineChip([one('withdrawn'), one('rejected')], '11')).toBeNull();
  expect(lineChip([one('done')], '11')).toEqual({ text: '已退款 ×1', isOver: true });
  expect(lineChip([one('done'), one('requested'), one('refunding')], '11')).toEqual({
    text: '退款中 ×2',
    isOver: false,
  });
  expect(lineChip([one('done')], '12')).toBeNull();
});
