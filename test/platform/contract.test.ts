import { TransportError, type Platform } from '@/platform/types';
import { phones, type PhoneName } from './phones';
import { ANSWER_TEXT, chosen, here, intents, type Script } from './script';

const names = Object.keys(phones) as PhoneName[];
const superApps = names.filter((name): name is Exclude<PhoneName, 'h5'> => name !== 'h5');

/** Answers the web page's own dialog, which super-apps draw natively. */
async function answerDialog(platform: Platform, script: Script): Promise<boolean> {
  const answer = platform.confirm({ title: '删除吗？', confirmText: '删除', cancelText: '留着' });
  const box = document.querySelector('[role=dialog]');
  if (box) {
    const [no, yes] = box.querySelectorAll('button');
    (script.question === 'yes' ? yes! : no!).click();
  }
  return answer;
}

describe.each(names)('%s', (name) => {
  const open = (script: Script = {}) => phones[name](script);
  const get = { method: 'GET', url: '/api/shop', headers: {}, timeoutMs: 5 } as const;

  test('knows its name and its app', () => {
    const { platform } = open();
    expect(platform.name).toBe(name);
    expect(platform.appId()).toBe(name === 'h5' ? 'h5' : 'app-1');
    expect(platform.hasNativeNavBar).toBe(name !== 'h5');
  });

  test('tells what it was opened with, all of it as text', () => {
    const { path, query, scene } = open().platform.launch();
    expect(path.replace(/^\//, '')).toBe('pages/home/index');
    expect(query).toEqual({ k: 'abc', n: '7' });
    expect(scene).toBe({ weapp: '1047', alipay: '1047', tt: '011001', h5: '' }[name]);
  });

  test('keeps free what the status bar and the home indicator cover', () => {
    expect(open().platform.insets()).toEqual(name === 'h5' ? { top: 0, bottom: 0 } : { top: 44, bottom: 34 });
  });

  test('keeps text, and forgets it when told to', () => {
    const { platform } = open();
    expect(platform.readText('a')).toBeNull();
    platform.writeText('a', '1');
    expect(platform.readText('a')).toBe('1');
    platform.removeText('a');
    expect(platform.readText('a')).toBeNull();
  });

  test('remembers until the app closes when the storage is full', () => {
    const { platform } = open({ storage: 'full' });
    platform.writeText('a', '1');
    expect(platform.readText('a')).toBe('1');
  });

  test('sends JSON and gives back status, text and headers, whose names are in small letters', async () => {
    const { platform, calls } = open();
    const answer = await platform.request({ ...get, method: 'PUT', headers: { A: 'b' }, body: { quantity: 2 } });
    expect(answer).toEqual({ status: 200, body: ANSWER_TEXT, headers: { etag: '"1"' } });
    const { options } = calls.find((call) => call.name === 'request')!;
    expect(options.method).toBe('PUT');
    expect(options.header ?? options.headers).toEqual({ A: 'b' });
    // Douyin takes an object and writes the JSON itself
    expect(options.data).toEqual(name === 'tt' ? { quantity: 2 } : '{"quantity":2}');
  });

  test('an HTTP error is an answer', async () => {
    expect(await open({ request: 'not found' }).platform.request(get)).toMatchObject({
      status: 404,
      body: expect.stringContaining('not_found'),
    });
  });

  test.each([
    ['offline', 'offline'],
    ['late', 'timeout'],
  ] as const)('no answer (%s) is told apart as %s', async (request, reason) => {
    const failure = open({ request }).platform.request(get);
    await expect(failure).rejects.toBeInstanceOf(TransportError);
    await expect(failure).rejects.toMatchObject({ reason });
  });

  test('knows whether there is a network, and hears of changes', async () => {
    expect(await open({ network: 'on' }).platform.isOnline()).toBe(true);
    const { platform, emit } = open({ network: 'off' });
    expect(await platform.isOnline()).toBe(false);
    const heard: boolean[] = [];
    platform.onNetworkChange((isOnline) => heard.push(isOnline));
    emit('network', false);
    emit('network', true);
    expect(heard).toEqual([false, true]);
  });

  test('hears when the app is hidden and shown', () => {
    const { platform, emit } = open();
    const heard: boolean[] = [];
    platform.onVisibilityChange((isVisible) => heard.push(isVisible));
    emit('visible', false);
    emit('visible', true);
    expect(heard).toEqual([false, true]);
  });

  test.each([
    ['yes', true],
    ['no', false],
    ['broken', false],
  ] as const)('a question answered %s is %s', async (question, expected) => {
    expect(await answerDialog(open({ question }).platform, { question })).toBe(expected);
  });

  test('copies text, and says when it may not', async () => {
    const { platform, calls } = open();
    expect(await platform.copyText('9001')).toMatchObject({ status: 'ok' });
    expect(Object.values(calls.at(-1)!.options)).toContain('9001');
    expect(await open({ clipboard: 'denied' }).platform.copyText('9001')).toMatchObject({ status: 'denied' });
  });

  test('says where the phone is in degrees', async () => {
    expect(await open().platform.getLocation()).toEqual({ status: 'ok', code: 'ok', value: here });
  });

  test.each([
    ['denied', 'denied'],
    ['switched off', 'denied'],
    ['not granted', 'unsupported'],
    ['nowhere', 'failed'],
    ['failed', 'failed'],
  ] as const)('a location that is %s is %s', async (location, status) => {
    expect(await open({ location }).platform.getLocation()).toMatchObject({ status });
  });

  test('a version without a location says so', async () => {
    const { platform } = open({ absent: ['getLocation'], mayLocate: name !== 'h5' });
    expect(await platform.getLocation()).toMatchObject({ status: 'unsupported' });
    expect(await platform.isLocationAllowed()).toBe(false);
  });

  test('knows without asking whether the location was allowed before', async () => {
    const { platform, calls } = open({ mayLocate: true });
    expect(await platform.isLocationAllowed()).toBe(true);
    expect(await open({ mayLocate: false }).platform.isLocationAllowed()).toBe(false);
    expect(calls.map((call) => call.name)).not.toContain('getLocation');
  });

  test('an intent of another super-app opens nothing', async () => {
    for (const [kind, intent] of Object.entries(intents)) {
      if (kind === name) continue;
      const { platform, calls } = open();
      expect(await platform.pay(intent)).toMatchObject({ status: 'unsupported' });
      expect(calls).toEqual([]);
    }
  });
});

describe.each(superApps)('%s as a super-app', (name) => {
  const open = (script: Script = {}) => phones[name](script);
  const loginName = name === 'alipay' ? 'getAuthCode' : 'login';
  const cashierName = { weapp: 'requestPayment', alipay: 'tradePay', tt: 'requestOrder' }[name];
  const addressName = name === 'alipay' ? 'getAddress' : 'chooseAddress';

  test('logs in silently with a one-time code', async () => {
    const { platform, calls } = open();
    expect(await platform.login()).toEqual({ status: 'ok', code: 'ok', value: 'code-1' });
    const { options } = calls.find((call) => call.name === loginName)!;
    if (name === 'tt') expect(options.force).toBe(false);
    if (name === 'alipay') expect(options.scopes).toBe('auth_base');
  });

  test('a login that failed is not a guest; only Douyin has guests', async () => {
    expect(await open({ login: 'failed' }).platform.login()).toMatchObject({ status: 'failed' });
    const guest = await open({ login: 'guest' }).platform.login();
    expect(guest.status).toBe(name === 'tt' ? 'unsupported' : 'ok');
  });

  test.each([
    ['paid', 'ok'],
    ['cancelled', 'cancelled'],
    ['unknown', 'pending'],
  ] as const)('a cashier that ends %s is %s', async (pay, status) => {
    expect(await open({ pay }).platform.pay(intents[name])).toMatchObject({ status });
  });

  test('a cashier that fails is pending once it was open, and failed before', async () => {
    const result = await open({ pay: 'failed' }).platform.pay(intents[name]);
    expect(result.status).toBe(name === 'tt' ? 'failed' : 'pending');
  });

  test('hands the cashier what the server signed, and nothing else', async () => {
    const { platform, calls } = open();
    await platform.pay(intents[name]);
    const { kind: _, ...signed } = intents[name];
    expect(calls.find((call) => call.name === cashierName)!.options).toEqual(signed);
    if (name === 'tt') expect(calls.at(-1)).toEqual({ name: 'getOrderPayment', options: { orderId: 'order-1' } });
  });

  test('a version without a cashier says so', async () => {
    const { platform } = open({ absent: [cashierName] });
    expect(await platform.pay(intents[name])).toEqual({ status: 'unsupported', code: 'absent' });
  });

  test.each([
    ['cancelled', 'cancelled'],
    ['denied', 'denied'],
    ['not granted', 'unsupported'],
    ['incomplete', 'failed'],
  ] as const)('an address book that ends %s is %s', async (address, status) => {
    expect(await open({ address }).platform.chooseAddress()).toMatchObject({ status });
  });

  test('every address book gives the same address', async () => {
    expect(await open().platform.chooseAddress()).toEqual({ status: 'ok', code: 'ok', value: chosen });
  });

  test('a location that the person did not want after all is cancelled', async () => {
    expect(await open({ location: 'cancelled' }).platform.getLocation()).toMatchObject({ status: 'cancelled' });
  });

  test('a version without an address book does not offer one', async () => {
    const { platform } = open({ absent: [addressName] });
    expect(platform.has('addressBook')).toBe(false);
    expect(await platform.chooseAddress()).toMatchObject({ status: 'unsupported' });
  });

  test('shows words and titles through the host', () => {
    const { platform, calls } = open();
    platform.toast('好了');
    platform.setTitle('茶壶');
    expect(Object.values(calls[0]!.options)).toContain('好了');
    expect(calls[1]!.options).toEqual({ title: '茶壶' });
  });
});

describe('h5', () => {
  test('nobody logs in, pays or has an address book on the web page', async () => {
    const { platform } = phones.h5({});
    expect(await platform.login()).toMatchObject({ status: 'unsupported' });
    expect(await platform.chooseAddress()).toMatchObject({ status: 'unsupported' });
    expect(platform.has('addressBook')).toBe(false);
  });

  test('draws its own toast, one at a time, and its own title', () => {
    const { platform } = phones.h5({});
    platform.toast('一');
    platform.toast('二');
    expect([...document.querySelectorAll('[role=status]')].map((box) => box.textContent)).toEqual(['二']);
    platform.setTitle('茶壶');
    expect(document.title).toBe('茶壶');
  });

  test('Escape, leaving the page and a tap beside the box all mean no', async () => {
    const { platform } = phones.h5({});
    const ways = [
      () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
      () => window.dispatchEvent(new Event('popstate')),
      () => document.querySelector('[role=dialog]')!.parentElement!.click(),
    ];
    for (const leave of ways) {
      const answer = platform.confirm({ title: '删除吗？' });
      leave();
      expect(await answer).toBe(false);
      expect(document.querySelector('[role=dialog]')).toBeNull();
    }
  });
});
