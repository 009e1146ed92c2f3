import { QueryClient, QueryObserver, InfiniteQueryObserver, focusManager } from '@tanstack/react-query';
import { ApiError, type ClientErrorCode } from '@/lib/apiError';
import { PAUSES, wireHealing } from '@/lib/healing';
import { noteRequest, setNetwork, useNetwork } from '@/lib/network';
import { platform } from '@/platform';

let client: QueryClient;
let healNow: () => void;
const leave: (() => void)[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  useNetwork.setState({ state: 'up' });
  focusManager.setFocused(true);
  client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  healNow = wireHealing(client);
});
afterEach(() => {
  leave.splice(0).forEach((stop) => stop());
  client.clear();
  jest.useRealTimers();
});

/** A page that shows one query; `states` is everything it was told. */
function show(queryFn: () => Promise<unknown>) {
  const states: string[] = [];
  const observer = new QueryObserver(client, { queryKey: ['goods'], queryFn });
  leave.push(observer.subscribe(({ status }) => states.push(status)));
  return { observer, states };
}

const failing = (code: ClientErrorCode, status: number) => jest.fn(() => Promise.reject(new ApiError(code, status)));
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('what failed is asked for with growing pauses, and the page keeps its error until there is an answer', async () => {
  const ask = failing('offline', 0) as jest.Mock;
  const { states, observer } = show(ask);
  await pass(0);
  for (const [index, pause] of PAUSES.entries()) {
    await pass(pause - 1);
    expect(ask).toHaveBeenCalledTimes(index + 1);
    await pass(1);
    expect(ask).toHaveBeenCalledTimes(index + 2);
  }
  expect(states.slice(states.indexOf('error'))).not.toContain('pending');
  ask.mockResolvedValue(['tea']);
  await pass(PAUSES.at(-1)!);
  expect(observer.getCurrentResult()).toMatchObject({ status: 'success', data: ['tea'] });
  await pass(600_000);
  expect(ask).toHaveBeenCalledTimes(PAUSES.length + 2);
});

test.each([
  ['timeout', 0, true],
  ['bad_answer', 200, true],
  ['bad_answer', 404, true],
  ['internal', 500, true],
  ['rate_limited', 429, true],
  ['not_found', 404, false],
  ['session_required', 401, false],
] as const)('%s (%d) may pass by itself: %s', async (code, status, mayPass) => {
  const ask = failing(code, status);
  show(ask);
  await pass(60_000);
  expect(ask.mock.calls.length > 1).toBe(mayPass);
});

test('a list that grows is put together as if it had been fetched', async () => {
  const ask = jest
    .fn()
    .mockRejectedValueOnce(new ApiError('offline', 0))
    .mockResolvedValue({ items: [1], next: 'b' });
  const observer = new InfiniteQueryObserver(client, {
    queryKey: ['list'],
    queryFn: ask,
    initialPageParam: null as string | null,
    getNextPageParam: (last: { next: string }) => last.next,
  });
  leave.push(observer.subscribe(() => undefined));
  await pass(PAUSES[0]!);
  expect(observer.getCurrentResult()).toMatchObject({ data: { pages: [{ items: [1] }] }, hasNextPage: true });
  expect(ask.mock.calls[1]![0]).toMatchObject({ pageParam: null });
});

test('a page that was left is not asked for', async () => {
  const ask = failing('offline', 0);
  show(ask);
  await pass(0);
  leave.splice(0).forEach((stop) => stop());
  await pass(600_000);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('nothing is asked while nobody looks, and at once when somebody does', async () => {
  const ask = failing('offline', 0);
  show(ask);
  await pass(0);
  focusManager.setFocused(false);
  await pass(600_000);
  expect(ask).toHaveBeenCalledTimes(1);
  focusManager.setFocused(true);
  healNow();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('one lost request says nothing, two in a row do, and the next answer takes it back', async () => {
  noteRequest(false);
  noteRequest(true);
  noteRequest(false);
  expect(useNetwork.getState().state).toBe('up');
  noteRequest(false);
  expect(useNetwork.getState().state).toBe('down');
  noteRequest(true);
  expect(useNetwork.getState().state).toBe('back');
  await pass(5_000);
  expect(useNetwork.getState().state).toBe('up');
});

test('a shopper with nothing to load still learns that the network is back', async () => {
  const request = jest.spyOn(platform, 'request').mockResolvedValue({ status: 200, body: '{}' });
  setNetwork(false);
  await pass(PAUSES[0]!);
  expect(request).toHaveBeenCalledTimes(1);
  expect(useNetwork.getState().state).toBe('back');
});
