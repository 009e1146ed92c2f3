import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Checkout from '@/orders/checkout';
import { useChosenAddress } from '@/orders/chosenAddress';
import { platform } from '@/platform';
import { answer, fakeServer, type Handlers } from '../support/storefront/fakeServer';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage, settled } from '../support/storefront/renderPage';
import { address, line, order, payment, quote, shop } from '../support/storefront/shopData';

const toast = jest.spyOn(platform, 'toast');
const confirm = jest.spyOn(platform, 'confirm');

const happy: Handlers = {
  'GET /api/shop': () => shop,
  'GET /api/addresses': () => ({ items: [address] }),
  'GET /api/stores': () => ({ items: [] }),
  'POST /api/quotes': () => quote(),
  'POST /api/orders': () => answer(201, order()),
  'POST /api/orders/:orderId/payments': () => answer(201, payment),
  'POST /fake/trades/:tradeNo': () => ({ state: 'paid' }),
  'POST /api/orders/:orderId/payments/check': () => order(),
};

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockReset();
  confirm.mockReset().mockResolvedValue(true);
  useChosenAddress.setState({ addressId: null });
});

const open = () => renderPage(Checkout, { params: { items: '11:1' } });

const store = {
  id: '5',
  name: '湖滨店',
  phone: '0571-88886666',
  province: '浙江省',
  city: '杭州市',
  district: '上城区',
  detail: '平海路 124 号',
  lat: 30.25,
  lng: 120.16,
  opensAt: '10:00',
  closesAt: '22:00',
  isOpen: true,
  distanceMetres: null,
};

test('goods can be picked up: the store is chosen, the price is asked for anew, the contact comes from the address', async () => {
  const server = fakeServer({
    ...happy,
    'GET /api/stores': () => ({ items: [store, { ...store, id: '6', name: '滨江店' }] }),
    'POST /api/quotes': ({ body }) => quote([line({ unitFen: 'addressId' in (body as object) ? 5000 : 4000 })]),
  });
  const visits = watchNavigation();
  await open();
  fireEvent.click(await screen.findByText('到店自提'));
  expect(await screen.findByText('湖滨店')).toBeInTheDocument();
  expect(screen.queryByText('文三路 478 号')).toBeNull();
  fireEvent.click(screen.getByText('湖滨店'));
  fireEvent.click(await screen.findByText('滨江店'));
  await waitFor(() => expect(screen.queryByText('湖滨店')).toBeNull());
  expect((await screen.findAllByText('¥40.00')).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByText('提交订单'));
  await waitFor(() => expect(visits).toHaveLength(1));
  expect(server.to('POST /api/orders')[0]!.body).toMatchObject({
    fulfilment: 'pickup',
    pickup: { storeId: '6', contact: { name: '林小满', phone: '13800006620' } },
    expectedTotalFen: 4800,
  });
  expect(server.to('POST /api/orders')[0]!.body).not.toHaveProperty('addressId');
});

test('a pick-up without a contact is not sent, and a shop without stores offers none', async () => {
  const server = fakeServer({
    ...happy,
    'GET /api/addresses': () => ({ items: [] }),
    'GET /api/stores': () => ({ items: [store] }),
  });
  const first = await open();
  fireEvent.click(await screen.findByText('到店自提'));
  await waitFor(() => {
    fireEvent.click(screen.getByText('提交订单'));
    expect(toast).toHaveBeenCalledWith('请写上取货人的名字');
  });
  expect(server.to('POST /api/orders')).toHaveLength(0);
  first.unmount();

  fakeServer(happy);
  await open();
  await screen.findByText('提交订单');
  expect(screen.queryByText('到店自提')).toBeNull();
});

test('every line of the breakdown is explained, what is taken off among them', async () => {
  const breakdown = [
    { kind: 'goods', label: '商品金额', fen: 15900, reason: '共 1 件' },
    { kind: 'discount', label: '开市满减', fen: -1500, reason: '满 ¥150 减 ¥15' },
    { kind: 'shipping', label: '运费', fen: 0, reason: '满 ¥99 包邮' },
  ];
  fakeServer({ ...happy, 'POST /api/quotes': () => ({ ...quote(), breakdown, discountFen: 1500, totalFen: 14400 }) });
  await open();
  for (const text of ['开市满减', '满 ¥150 减 ¥15', '−¥15.00', '满 ¥99 包邮', '免运费']) {
    expect(await screen.findByText(text)).toBeInTheDocument();
  }
});

test('an invoice is checked, travels with the order, and a company has its tax number', async () => {
  const server = fakeServer(happy);
  const visits = watchNavigation();
  const { container } = await open();
  fireEvent.click(await screen.findByText('不开发票'));
  fireEvent.click(await screen.findByText('企业'));
  fireEvent.click(screen.getByText('要这张发票'));
  expect(await screen.findByText('请填企业名称')).toBeInTheDocument();
  await settled();
  const type = async (placeholder: string, value: string) => {
    await act(async () => {
      fireEvent.input(container.querySelector(`input[placeholder="${placeholder}"]`)!, { target: { value } });
    });
  };
  await type('企业名称', '集市科技');
  await type('税号', '91330106ma2abcde0k');
  await type('接收发票的邮箱', 'lin@example');
  expect(await screen.findByText('请填能收到发票的邮箱')).toBeInTheDocument();
  await type('接收发票的邮箱', 'lin@example.com');
  fireEvent.click(screen.getByText('要这张发票'));
  expect(await screen.findByText('企业 · 集市科技')).toBeInTheDocument();
  fireEvent.click(screen.getByText('提交订单'));
  await waitFor(() => expect(visits).toHaveLength(1));
  expect(server.to('POST /api/orders')[0]!.body).toMatchObject({
    invoice: { type: 'company', title: '集市科技', taxNumber: '91330106MA2ABCDE0K', email: 'lin@example.com' },
  });
});

describe('by distance', () => {
  const far = { ...store, id: '6', name: '滨江店', isOpen: false };
  const at = { lat: 30.21, lng: 120.21 };
  const byDistance: Handlers = {
    ...happy,
    'GET /api/stores': ({ query }) => ({
      items: query.lat
        ? [
            { ...far, distanceMetres: 848 },
            { ...store, distanceMetres: 6240 },
          ]
        : [store, far],
    }),
  };
  const getLocation = jest.spyOn(platform, 'getLocation');
  const isAllowed = jest.spyOn(platform, 'isLocationAllowed');
  beforeEach(() => {
    getLocation.mockReset().mockResolvedValue({ status: 'ok', code: 'ok', value: at });
    isAllowed.mockReset().mockResolvedValue(false);
  });

  const openPickup = async () => {
    const server = fakeServer(byDistance);
    await open();
    fireEvent.click(await screen.findByText('到店自提'));
    await screen.findByText('换一家');
    return server;
  };

  test('stores say whether they are open, and a tap sorts them by distance', async () => {
    const server = await openPickup();
    fireEvent.click(screen.getByText('换一家'));
    expect(screen.getByText('休息中')).toBeInTheDocument();
    expect(getLocation).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('按距离排序'));
    expect((await screen.findAllByText(/距你 850 米/)).length).toBeGreaterThan(0);
    expect(screen.getByText(/距你 6.2 公里/)).toBeInTheDocument();
    expect(screen.queryByText('按距离排序')).toBeNull();
    expect(server.to('GET /api/stores').at(-1)!.query).toEqual({ lat: '30.21', lng: '120.21' });
  });

  test('where the location was allowed before, nobody is asked and nothing is tapped', async () => {
    isAllowed.mockResolvedValue(true);
    await openPickup();
    expect(await screen.findByText(/距你 850 米/)).toBeInTheDocument();
    expect(screen.getByText('滨江店')).toBeInTheDocument();
  });

  test.each([
    ['denied', '没有位置权限，可以在设置里打开'],
    ['failed', '没能读到位置，稍后再试'],
    ['unsupported', '这里读不到位置，请在列表里挑一家'],
  ] as const)('a location that is %s is said, and the stores stay', async (status, words) => {
    getLocation.mockResolvedValue({ status, code: '' });
    await openPickup();
    fireEvent.click(screen.getByText('换一家'));
    fireEvent.click(screen.getByText('按距离排序'));
    await waitFor(() => expect(toast).toHaveBeenCalledWith(words));
    expect(screen.getByText('滨江店')).toBeInTheDocument();
    expect(screen.getByText('按距离排序')).toBeInTheDocument();
  });
});
