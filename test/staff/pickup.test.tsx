import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import PickupPage from '@/staff/pickup';
import { codeIn } from '@/staff/pickup/pickupWords';
import { platform } from '@/platform';
import { TransportError } from '@/platform/types';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { renderPage, settled } from '../support/storefront/renderPage';
import { pickup, staffMe } from '../support/storefront/staffData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const scan = jest.spyOn(platform, 'scan');
const has = jest.spyOn(platform, 'has');
const lookup = 'POST /api/staff/pickups/lookup';
const verify = 'POST /api/staff/pickups/verify';
const DONE = pickup({ state: 'done', doneAt: new Date().toISOString() });

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
  has.mockReturnValue(true);
});

const shopOf = () => fakeServer({ 'GET /api/staff': () => staffMe(), [lookup]: () => pickup(), [verify]: () => DONE });

async function say(code: string): Promise<void> {
  await screen.findByText('顾客的取货码');
  await settled();
  await act(async () => {
    fireEvent.input(document.querySelector('taro-input-core input')!, { target: { value: code } });
  });
  fireEvent.click(screen.getByText('查这一单'));
}
async function openOrder(): Promise<void> {
  await renderPage(PickupPage);
  await say('12345678');
  await screen.findByText('确认交货');
}

test('a code shows what is to be given to whom, and the goods are handed over once', async () => {
  const server = shopOf();
  await openOrder();
  expect(screen.getByText('林* 138****6620')).toBeInTheDocument();
  expect(screen.getByText('×2')).toBeInTheDocument();
  const button = screen.getByText('确认交货');
  fireEvent.click(button);
  fireEvent.click(button);
  expect(await screen.findByText('交货完成，共 2 件')).toBeInTheDocument();
  expect(server.to(verify).map(({ body }) => body)).toEqual([{ code: '12345678' }]);
  expect(screen.queryByText('确认交货')).toBeNull();
  fireEvent.click(screen.getByText('下一单'));
  expect(await screen.findByText('顾客的取货码')).toBeInTheDocument();
});

test('what is paid back stays in the shop', async () => {
  shopOf().set({ [lookup]: () => pickup({ refunded: [{ skuId: '11', quantity: 1 }] }) });
  await openOrder();
  expect(screen.getByText('×1')).toBeInTheDocument();
  expect(screen.getByText('已退款 1 件，只给 1 件')).toBeInTheDocument();
});

test('a lost answer is said, and the second try finds the goods handed over by the first', async () => {
  const server = shopOf();
  server.set({
    [verify]: () => {
      throw new TransportError('timeout', 'lost on its way back');
    },
  });
  await openOrder();
  fireEvent.click(screen.getByText('确认交货'));
  expect(await screen.findByText(/没等到答复，不知道办成了没有/)).toBeInTheDocument();
  server.set({ [verify]: () => refuse('order_state', { state: 'done', doneAt: DONE.doneAt }) });
  fireEvent.click(screen.getByText('再点一次'));
  expect(await screen.findByText('交货完成，共 2 件')).toBeInTheDocument();
  expect(screen.queryByText(/已经交过货了/)).toBeNull();
});

test('what a colleague has handed over meanwhile is not told as done here', async () => {
  shopOf().set({ [verify]: () => refuse('order_state', { state: 'done', doneAt: DONE.doneAt }) });
  await openOrder();
  fireEvent.click(screen.getByText('确认交货'));
  expect(await screen.findByText(/已经交过货了/)).toBeInTheDocument();
  expect(screen.queryByText(/交货完成/)).toBeNull();
  expect(screen.queryByText('确认交货')).toBeNull();
});

test.each([
  ['a code that is used up', () => DONE, /已经交过货了/],
  ['an order whose money went back', () => pickup({ state: 'closed' }), '这一单已经退款关闭，不能交货'],
])('%s shows its order and offers nothing to confirm', async (_what, answer, words) => {
  shopOf().set({ [lookup]: answer });
  await renderPage(PickupPage);
  await say('12345678');
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.queryByText('确认交货')).toBeNull();
});

test.each([
  [() => refuse('not_found'), /没有查到这个取货码/],
  [() => refuse('rate_limited', { retryAt: '2026-11-26T02:05:00.000Z' }), /说错的次数有点多，\d\d:\d\d 以后再试/],
  [() => refuse('forbidden'), '你现在不能在这家店核销，请找店长'],
  [
    () => {
      throw new TransportError('offline', 'no network');
    },
    '没等到答复，网络好了再查一次',
  ],
])('a look-up that fails says why, and the code stays to be mended (%#)', async (answer, words) => {
  shopOf().set({ [lookup]: answer });
  await renderPage(PickupPage);
  await say('12345678');
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(document.querySelector('input')).toHaveValue('12345678');
});

test('goods whose money is being asked back are not handed over', async () => {
  shopOf().set({ [verify]: () => refuse('aftersale_open') });
  await openOrder();
  fireEvent.click(screen.getByText('确认交货'));
  expect(await screen.findByText('顾客正在申请退款，先别交货，等店里答复了再来')).toBeInTheDocument();
});

test('the camera reads the code; what is none is said, and where there is no camera none is offered', async () => {
  const server = shopOf();
  scan.mockResolvedValueOnce({ status: 'ok', code: '', value: 'https://shop.example/s/KKKKKKK1' });
  const first = await renderPage(PickupPage);
  fireEvent.click(await screen.findByText('扫一扫'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('这不是取货码，请顾客打开订单里的取货码'));
  scan.mockResolvedValueOnce({ status: 'ok', code: '', value: '1234 5678' });
  fireEvent.click(screen.getByText('扫一扫'));
  expect(await screen.findByText('确认交货')).toBeInTheDocument();
  expect(server.to(lookup).map(({ body }) => body)).toEqual([{ code: '12345678' }]);
  // handing over says the code that was read
  fireEvent.click(screen.getByText('确认交货'));
  await screen.findByText('交货完成，共 2 件');
  expect(server.to(verify)[0]!.body).toEqual({ code: '12345678' });
  first.unmount();
  has.mockReturnValue(false);
  await renderPage(PickupPage);
  await screen.findByText('顾客的取货码');
  expect(screen.queryByText('扫一扫')).toBeNull();
});

test.each([
  ['12345678', '12345678'],
  ['取货码 1234 5678', '12345678'],
  ['1234-5678', '12345678'],
  ['123456789', null],
  ['138****6620', null],
])('%s holds the code %s', (text, code) => {
  expect(codeIn(text)).toBe(code);
});
