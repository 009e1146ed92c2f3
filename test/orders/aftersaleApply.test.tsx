import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Aftersale, OrderAftersales } from '@/api/aftersales';
import ApplyAftersale from '@/orders/aftersaleApply';
import { platform } from '@/platform';
import { answer, fakeServer, refuse } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { line, order } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast');
const has = jest.spyOn(platform, 'has');
const chooseImages = jest.spyOn(platform, 'chooseImages');
const upload = jest.spyOn(platform, 'upload');

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
  has.mockReset().mockReturnValue(true);
  chooseImages.mockReset();
  upload.mockReset();
});

const lines = [line({ quantity: 3 }), line({ skuId: '12', title: '竹茶则', quantity: 1 })];
const shipped = order({ lines, state: 'shipped', paidAt: '2026-11-22T01:02:00.000Z' });
const options = (change: Partial<OrderAftersales> = {}): OrderAftersales => ({
  items: [],
  kinds: ['refund', 'return'],
  lines: [
    { skuId: '11', leftUnits: 2, leftFen: 20_000 },
    { skuId: '12', leftUnits: 0, leftFen: 0 },
  ],
  until: null,
  ...change,
});
const base = {
  'GET /api/orders/:orderId': () => shipped,
  'GET /api/orders/:orderId/aftersales': () => options(),
  'POST /api/orders/:orderId/aftersale-quotes': () => ({
    lines: [{ skuId: '11', quantity: 2, fen: 20_000 }],
    goodsFen: 20_000,
    shippingFen: 0,
  }),
};
const made = { id: '77', orderId: '9001', moves: [] } as unknown as Aftersale;
const open = () => renderPage(ApplyAftersale, { params: { order: '9001' } });

/** Both units of the teapot, because it came broken. */
async function fillIn(): Promise<void> {
  fireEvent.click(await screen.findByText('退货退款'));
  fireEvent.click(screen.getByLabelText('加一件'));
  fireEvent.click(screen.getByLabelText('加一件'));
  fireEvent.click(screen.getByText('请选择'));
  fireEvent.click(await screen.findByText('收到时已破损'));
  await screen.findByText('最多 ¥200.00，已扣除优惠');
}
const isReady = () => waitFor(() => expect(screen.getByText('提交申请').closest('[aria-disabled="true"]')).toBeNull());
const submit = async () => {
  await isReady();
  fireEvent.click(screen.getByText('提交申请'));
};

test('what can still be asked back can be chosen, and the server says what it is worth', async () => {
  const server = fakeServer({ ...base, 'POST /api/orders/:orderId/aftersales': () => answer(201, made) });
  const visits = watchNavigation();
  await open();
  expect(await screen.findByText('已申请过')).toBeInTheDocument();
  expect(screen.getByText('可退 2 件')).toBeInTheDocument();
  await submit();
  expect(toast).toHaveBeenLastCalledWith('请选择退款方式');
  await fillIn();
  await submit();
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/aftersale/index?id=77']));
  const [sent] = server.to('POST /api/orders/:orderId/aftersales');
  expect(sent!.body).toEqual({
    kind: 'return',
    reason: 'damaged',
    lines: [{ skuId: '11', quantity: 2 }],
    description: '',
    goodsFen: 20_000,
    pictureIds: [],
  });
  expect(sent!.headers['Idempotency-Key']).toMatch(/^\w{8,64}$/);
});

test('a lost answer is asked for again under the same key', async () => {
  let tries = 0;
  const server = fakeServer({
    ...base,
    'POST /api/orders/:orderId/aftersales': () => (++tries === 1 ? refuse('internal') : answer(201, made)),
  });
  const visits = watchNavigation();
  await open();
  await fillIn();
  await submit();
  await waitFor(() => expect(toast).toHaveBeenCalled());
  await submit();
  await waitFor(() => expect(visits).toHaveLength(1));
  const keysSent = server.to('POST /api/orders/:orderId/aftersales').map(({ headers }) => headers['Idempotency-Key']);
  expect(new Set(keysSent).size).toBe(1);
});

test('less can be asked for, more is said before it is sent', async () => {
  const server = fakeServer({ ...base, 'POST /api/orders/:orderId/aftersales': () => answer(201, made) });
  await open();
  await fillIn();
  await settled();
  const amount = document.querySelector<HTMLInputElement>('taro-input-core input')!;
  fireEvent.input(amount, { target: { value: '200.01' } });
  await submit();
  expect(toast).toHaveBeenLastCalledWith('商品最多退 ¥200.00');
  fireEvent.input(amount, { target: { value: '一百' } });
  await submit();
  expect(toast).toHaveBeenLastCalledWith('请填正确的金额');
  fireEvent.input(amount, { target: { value: '150' } });
  await submit();
  await waitFor(() => expect(server.to('POST /api/orders/:orderId/aftersales')).toHaveLength(1));
  expect(server.to('POST /api/orders/:orderId/aftersales')[0]!.body).toMatchObject({ goodsFen: 15_000 });
});

test('pictures are sent as they are chosen; one that failed is sent again or taken out before the request goes', async () => {
  const server = fakeServer({ ...base, 'POST /api/orders/:orderId/aftersales': () => answer(201, made) });
  chooseImages.mockResolvedValue({
    status: 'ok',
    code: 'ok',
    value: ['a', 'b', 'c'].map((name) => ({ path: `blob:${name}`, bytes: 1 })),
  });
  const sent: string[] = [];
  upload.mockImplementation(async ({ path, url, name, headers }) => {
    expect([url, name, headers.Authorization]).toEqual(['/api/uploads', 'file', 'Bearer token-1']);
    sent.push(path);
    if (path === 'blob:b') {
      return { status: 422, body: JSON.stringify({ error: { code: 'picture_invalid', message: '', requestId: '1' } }) };
    }
    return { status: 201, body: JSON.stringify({ id: path.slice(-1), url: '/x', width: 1, height: 1 }) };
  });
  await open();
  await fillIn();
  await act(async () => void fireEvent.click(screen.getByLabelText('添加图片')));
  expect(await screen.findByText('这张图片用不了，换一张试试')).toBeInTheDocument();
  await waitFor(() => expect(sent).toEqual(['blob:a', 'blob:b', 'blob:c']));
  await submit();
  expect(toast).toHaveBeenLastCalledWith('有图片没有传上去，请重试或移除');
  fireEvent.click(screen.getByLabelText('重新上传'));
  await waitFor(() => expect(sent).toHaveLength(4));
  fireEvent.click(screen.getAllByLabelText('移除图片')[1]!);
  await submit();
  await waitFor(() => expect(server.to('POST /api/orders/:orderId/aftersales')).toHaveLength(1));
  expect(server.to('POST /api/orders/:orderId/aftersales')[0]!.body).toMatchObject({ pictureIds: ['a', 'c'] });
});

test('a host without pictures asks for none', async () => {
  has.mockReturnValue(false);
  fakeServer(base);
  await open();
  await screen.findByText('可退 2 件');
  expect(screen.queryByLabelText('添加图片')).toBeNull();
});

test('when something was asked back meanwhile, the choice starts anew from what is left', async () => {
  let left = 2;
  fakeServer({
    ...base,
    'GET /api/orders/:orderId/aftersales': () => options({ lines: [{ skuId: '11', leftUnits: left, leftFen: 1 }] }),
    'POST /api/orders/:orderId/aftersales': () => {
      left = 1;
      return refuse('aftersale_units');
    },
  });
  await open();
  await screen.findByText('可退 2 件');
  fireEvent.click(screen.getByText('退货退款'));
  fireEvent.click(screen.getByText('请选择'));
  fireEvent.click(await screen.findByText('想换一件'));
  await screen.findByText('最多 ¥200.00，已扣除优惠');
  await submit();
  expect(await screen.findByText('可退 1 件')).toBeInTheDocument();
  expect(toast).toHaveBeenCalledWith('能退的件数变了，请重新选择');
});

test('an order of which nothing is left says so, and leads back', async () => {
  fakeServer({ ...base, 'GET /api/orders/:orderId/aftersales': () => options({ kinds: [] }) });
  await open();
  expect(await screen.findByText('这一单没有可以退的了')).toBeInTheDocument();
});

test("another person's order is not found, and says so", async () => {
  fakeServer({
    'GET /api/orders/:orderId': () => refuse('not_found'),
    'GET /api/orders/:orderId/aftersales': () => refuse('not_found'),
  });
  await open();
  expect(await screen.findByText('没有找到，可能已经收摊了')).toBeInTheDocument();
});
