import { act, fireEvent, screen } from '@testing-library/react';
import { tellAccepted } from '@/api/messages';
import { MessageOffer } from '@/orders/MessageOffer';
import { platform } from '@/platform';
import { TransportError, type Result } from '@/platform/types';
import { answer, fakeServer } from '../support/storefront/fakeServer';
import { renderPage } from '../support/storefront/renderPage';

const templates = 'GET /api/messages/templates';
const grants = 'POST /api/messages/grants';
const ITEMS = { items: [{ templateId: 'T1', kind: 'order_shipped' }] };

const asked: (readonly string[])[] = [];
let says: Result<{ accepted: string[] }>;

beforeEach(() => {
  document.body.innerHTML = '';
  asked.length = 0;
  says = { status: 'ok', code: '', value: { accepted: ['T1'] } };
  jest.spyOn(platform, 'has').mockImplementation((ability) => ability === 'messages');
  jest.spyOn(platform, 'askMessages').mockImplementation(async (ids) => {
    asked.push(ids);
    return says;
  });
});
afterEach(() => jest.restoreAllMocks());

function Offer() {
  return <MessageOffer moment="paid" title="发货提醒" text="发货时告诉你" thanks="好，发货就告诉你" />;
}
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));
const open = async () => {
  await renderPage(Offer);
  await settle();
};
const tap = async () => {
  fireEvent.click(screen.getByText('提醒我'));
  await settle();
};

test('the super-app asks at a tap and not before; a yes is told to the server and thanked for', async () => {
  const server = fakeServer({ [templates]: () => ITEMS, [grants]: () => ({ added: 1 }) });
  await open();
  expect(asked).toEqual([]);
  await tap();
  expect(asked).toEqual([['T1']]);
  expect(server.to(grants).map(({ body }) => body)).toEqual([{ accepted: ['T1'] }]);
  expect(screen.getByText('好，发货就告诉你')).toBeInTheDocument();
  expect(screen.queryByText('提醒我')).toBeNull();
});

test('a no takes the offer away, and tells the server nothing', async () => {
  says = { status: 'ok', code: '', value: { accepted: [] } };
  const server = fakeServer({ [templates]: () => ITEMS });
  await open();
  await tap();
  expect(screen.queryByText('发货提醒')).toBeNull();
  expect(server.to(grants)).toEqual([]);
});

test('nothing is offered where the shop has no template, or the super-app no messages', async () => {
  fakeServer({ [templates]: () => ({ items: [] }) });
  await open();
  expect(screen.queryByText('发货提醒')).toBeNull();
  jest.spyOn(platform, 'has').mockReturnValue(false);
  const server = fakeServer({});
  await open();
  expect(screen.queryByText('发货提醒')).toBeNull();
  expect(server.seen).toEqual([]);
});

test('a yes that was not heard is told again later, under its first key', async () => {
  const server = fakeServer({
    [grants]: () => {
      throw new TransportError('offline', 'no network');
    },
  });
  await tellAccepted(['T1']);
  const first = server.to(grants)[0]!.headers['Idempotency-Key'];
  expect(first).toMatch(/^[\w-]{8,64}$/);
  server.set({ [grants]: () => ({ added: 1 }) });
  await tellAccepted([]);
  const keysSent = server.to(grants).map(({ headers }) => headers['Idempotency-Key']);
  expect(new Set(keysSent)).toEqual(new Set([first]));
  const told = keysSent.length;
  await tellAccepted([]);
  expect(server.to(grants)).toHaveLength(told);
});

test('a yes that the server refuses for good is not told for ever', async () => {
  const server = fakeServer({ [grants]: () => answer(400, { error: { code: 'invalid_request' } }) });
  await tellAccepted(['T1']);
  await tellAccepted([]);
  expect(server.to(grants)).toHaveLength(1);
});
