import { fireEvent, screen, waitFor } from '@testing-library/react';
import Checkout from '@/orders/checkout';
import { useChosenAddress } from '@/orders/chosenAddress';
import { platform } from '@/platform';
import { TransportError } from '@/platform/types';
import { answer, fakeServer, refuse, type Handlers } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';
import { address, line, order, payment, quote, shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast');
const confirm = jest.spyOn(platform, 'confirm');

const island = { ...address, id: '72', city: '舟山市', district: '普陀区', detail: '东极岛 8 号' };
const store = {
  ...{ id: '5', name: '湖滨店', phone: '0571-88886666', province: '浙江省', city: '杭州市', district: '上城区' },
  ...{ detail: '平海路 124 号', lat: 30.25, lng: 120.16, opensAt: '10:00', closesAt: '22:00', isOpen: true },
  distanceMetres: null,
};
/** The rule's fee is 0, and what is due looks like any other sum. */
const unserved = { ...quote([line({ quantity: 2 })]), unserved: { reason: '海岛暂时到不了' } };
const quoteFor: Handlers['POST /api/quotes'] = ({ body }) =>
  (body as { addressId?: string }).addressId === '72' ? unserved : quote([line({ quantity: 2 })]);

const remote: Handlers = {
  'GET /api/shop': () => shop,
  'GET /api/addresses': () => ({ items: [island, address] }),
  'GET /api/stores': () => ({ items: [store] }),
  'POST /api/quotes': quoteFor,
  'POST /api/orders': () => answer(201, order()),
  'POST /api/orders/:orderId/payments': () => answer(201, payment),
  'POST /fake/trades/:tradeNo': () => ({ state: 'paid' }),
  'POST /api/orders/:orderId/payments/check': () => order(),
};

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
  confirm.mockReset().mockResolvedValue(true);
  useChosenAddress.setState({ addressId: '72' });
});

const open = () => renderPage(Checkout, { params: { items: '11:2' } });
const pageText = () => document.body.textContent;

test('where nothing is delivered the reason stands at the address and instead of the fee, and nothing looks payable', async () => {
  const server = fakeServer(remote);
  await open();
  expect(await screen.findAllByText('海岛暂时到不了')).toHaveLength(2);
  expect(screen.getByRole('alert')).toHaveTextContent('海岛暂时到不了');
  expect(screen.getByText('运费').parentElement).toHaveTextContent('运费海岛暂时到不了');
  expect(screen.getByText('商品金额').parentElement).toHaveTextContent('商品金额共 1 件¥318.00');
  // the tab alone
  expect(screen.getAllByText('快递到家')).toHaveLength(1);
  // the only sum is that of the goods
  expect(pageText()).not.toMatch(/免运费|满 ¥99 包邮|应付/);
  expect(pageText()!.split('318')).toHaveLength(2);
  expect(server.to('POST /api/quotes')[0]!.body).toMatchObject({ addressId: '72' });
});

test('where nothing is delivered the button says so and sends no order', async () => {
  const server = fakeServer(remote);
  await open();
  const submit = await screen.findByText('这里送不到');
  expect(submit.closest('[aria-disabled="true"]')).not.toBeNull();
  fireEvent.click(submit);
  expect(screen.queryByText('提交订单')).toBeNull();
  expect(server.to('POST /api/orders')).toHaveLength(0);
});

test('from where nothing is delivered one tap leads to a pick-up with a price that can be paid', async () => {
  const server = fakeServer(remote);
  const visits = watchNavigation();
  await open();
  expect(await screen.findByText('换个地址，或到店自提')).toBeInTheDocument();
  fireEvent.click(screen.getByText('改为到店自提'));
  expect(await screen.findByText('湖滨店')).toBeInTheDocument();
  expect(await screen.findAllByText('应付')).toHaveLength(2);
  expect(pageText()).not.toMatch(/海岛暂时到不了|这里送不到/);
  fireEvent.click(screen.getByText('提交订单'));
  await waitFor(() => expect(visits).toEqual(['redirectTo /orders/result/index?id=9001']));
  expect(server.to('POST /api/orders')[0]!.body).toMatchObject({ fulfilment: 'pickup', pickup: { storeId: '5' } });
});

test('without a store the way out is another address', async () => {
  fakeServer({ ...remote, 'GET /api/stores': () => ({ items: [] }) });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('换个地址'));
  expect(visits).toEqual(['navigateTo /orders/addresses/index']);
  expect(screen.getByText('换个地址试试')).toBeInTheDocument();
  expect(pageText()).not.toMatch('自提');
});

test('before there is an address nothing is said about where it cannot go: the address is asked for', async () => {
  const server = fakeServer({
    ...remote,
    'GET /api/addresses': () => ({ items: [] }),
    'POST /api/quotes': () => ({ ...unserved, unserved: { reason: '其他地区暂不配送' } }),
  });
  await open();
  fireEvent.click(await screen.findByText('提交订单'));
  expect(toast).toHaveBeenCalledWith('先填一个收货地址');
  expect(screen.getByText('填好地址再算')).toBeInTheDocument();
  expect(pageText()).not.toMatch(/免运费|应付|暂不配送/);
  expect(server.to('POST /api/orders')).toHaveLength(0);
});

test('an order that was sent before the rule changed can still be asked for', async () => {
  const server = fakeServer({
    ...remote,
    'POST /api/quotes': () => quote([line({ quantity: 2 })]),
    'POST /api/orders': () => {
      throw new TransportError('timeout', 'timeout');
    },
  });
  const first = await open();
  fireEvent.click(await screen.findByText('提交订单'));
  await screen.findByText('再提交一次');
  first.unmount();

  server.set({ 'POST /api/quotes': () => unserved, 'POST /api/orders': () => refuse('not_served') });
  await open();
  expect(await screen.findAllByText('海岛暂时到不了')).toHaveLength(2);
  expect(screen.queryByText('改为到店自提')).toBeNull();
  fireEvent.click(screen.getByText('再提交一次'));
  expect(await screen.findByText('这里送不到')).toBeInTheDocument();
  expect(screen.getByText('改为到店自提')).toBeInTheDocument();
});
