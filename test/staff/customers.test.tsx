import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import Customers from '@/staff/customers';
import type { StaffCustomer } from '@/api/staff';
import { platform } from '@/platform';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { renderPage, settled } from '../support/storefront/renderPage';
import { customer, staffMe } from '../support/storefront/staffData';

const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
const confirm = jest.spyOn(platform, 'confirm');
const note = 'PUT /api/staff/customers/:customerId/note';
const give = 'POST /api/staff/customers/:customerId/hand-over';

beforeEach(() => {
  document.body.innerHTML = '';
  toast.mockClear();
  confirm.mockReset();
});

function shopOf(customers: StaffCustomer[]) {
  return fakeServer({
    'GET /api/staff': () => staffMe(),
    'GET /api/staff/customers': ({ query }) => ({
      items: customers.filter(({ isQuiet }) => query.only !== 'quiet' || isQuiet),
      nextCursor: null,
    }),
    'GET /api/staff/colleagues': () => ({ items: [{ id: '32', name: '周小满', storeName: '湖滨店' }] }),
    [note]: ({ params, body }) => {
      customers = customers.map((one) => (one.id === params.customerId ? { ...one, ...(body as object) } : one));
      return customers[0];
    },
    [give]: ({ params }) => {
      customers = customers.filter(({ id }) => id !== params.customerId);
      return {};
    },
  });
}

const HIDDEN = customer({ id: '701', isAgreed: false, maskedName: null, maskedPhone: null, orders: 0, amountFen: 0 });

test('whoever agreed has a masked name, whoever did not has none', async () => {
  shopOf([customer({ note: '爱喝岩茶' }), HIDDEN]);
  await renderPage(Customers);
  expect(await screen.findByText('林*')).toBeInTheDocument();
  expect(screen.getByText('今天来过 · 买过 3 次，共 ¥458')).toBeInTheDocument();
  expect(screen.getByText('爱喝岩茶')).toBeInTheDocument();
  fireEvent.click(screen.getByText('还没同意露面'));
  expect(await screen.findByText('一位顾客')).toBeInTheDocument();
  expect(screen.getByText(/让导购看到我/)).toBeInTheDocument();
  expect(screen.queryByText('138****6620')).toBeNull();
});

test('one who agreed but never left a name is called by the number', async () => {
  shopOf([customer({ maskedName: null }), customer({ id: '702', maskedName: null, maskedPhone: null })]);
  await renderPage(Customers);
  expect(await screen.findByText('138****6620')).toBeInTheDocument();
  expect(screen.getByText('没有留称呼')).toBeInTheDocument();
});

test('the quiet ones are seen alone', async () => {
  const server = shopOf([customer(), customer({ id: '703', maskedName: '周*', isQuiet: true })]);
  await renderPage(Customers);
  await screen.findByText('林*');
  fireEvent.click(screen.getAllByText('好久没来')[0]!);
  await waitFor(() => expect(screen.queryByText('林*')).toBeNull());
  expect(await screen.findByText('周*')).toBeInTheDocument();
  expect(server.to('GET /api/staff/customers').map(({ query }) => query.only)).toEqual(['all', 'quiet']);
});

test('a note is written, and stands in the list', async () => {
  const server = shopOf([customer()]);
  await renderPage(Customers);
  fireEvent.click(await screen.findByText('林*'));
  await settled();
  await act(async () => {
    fireEvent.input(document.querySelector('textarea')!, { target: { value: ' 爱喝岩茶 ' } });
  });
  fireEvent.click(screen.getByText('记下'));
  await waitFor(() => expect(toast).toHaveBeenCalledWith('记下了'));
  expect(await screen.findByText('爱喝岩茶')).toBeInTheDocument();
  expect(server.to(note).map(({ params, body }) => [params.customerId, body])).toEqual([['700', { note: '爱喝岩茶' }]]);
});

test('a customer is handed over only after a yes, and then is somebody else’s', async () => {
  const server = shopOf([customer()]);
  await renderPage(Customers);
  fireEvent.click(await screen.findByText('林*'));
  fireEvent.click(await screen.findByText('交给同事'));
  confirm.mockResolvedValueOnce(false);
  fireEvent.click(await screen.findByText('周小满'));
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1));
  await act(async () => undefined);
  expect(server.to(give)).toHaveLength(0);
  confirm.mockResolvedValueOnce(true);
  fireEvent.click(screen.getByText('周小满'));
  expect(await screen.findByText('还没有顾客')).toBeInTheDocument();
  expect(server.to(give).map(({ params, body }) => [params.customerId, body])).toEqual([['700', { employeeId: '32' }]]);
});

test('customers that do not come say so, and come at another try', async () => {
  const server = shopOf([customer()]);
  server.set({ 'GET /api/staff/customers': () => refuse('rate_limited') });
  await renderPage(Customers);
  expect(await screen.findByText('没加载出来')).toBeInTheDocument();
  server.set({ 'GET /api/staff/customers': () => ({ items: [customer()], nextCursor: null }) });
  fireEvent.click(screen.getByText('重新加载'));
  expect(await screen.findByText('林*')).toBeInTheDocument();
});
