import { toLaunch } from '@/platform/native';
import { phones } from './phones';
import { TEMPLATES, type Script } from './script';

const superApps = ['weapp', 'alipay', 'tt'] as const;
const most = { weapp: 5, alipay: 3, tt: 3 };

describe.each(superApps)('%s', (name) => {
  const open = (script: Script = {}) => phones[name](script);

  test.each([
    ['accepted', ['t1', 't2']],
    ['some', ['t1']],
    ['refused', []],
    ['banned', []],
  ] as const)('messages that were %s give leave for exactly %j', async (messages, accepted) => {
    const result = await open({ messages }).platform.askMessages(['t1', 't2']);
    expect(result).toMatchObject({ status: 'ok', value: { accepted } });
  });

  test.each([
    ['switched off', 'denied'],
    ['failed', 'failed'],
  ] as const)('a question about messages that ends %s is %s', async (messages, status) => {
    expect(await open({ messages }).platform.askMessages(['t1'])).toMatchObject({ status });
  });

  test('asks about no more templates than the host takes, and about none not at all', async () => {
    const { platform, calls } = open();
    const result = await platform.askMessages(TEMPLATES);
    expect(result).toMatchObject({ value: { accepted: TEMPLATES.slice(0, most[name]) } });
    expect(await platform.askMessages([])).toMatchObject({ status: 'ok', value: { accepted: [] } });
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['read', { status: 'ok', value: '茶壶 1 号' }],
    ['cancelled', { status: 'cancelled' }],
    ['denied', { status: 'denied' }],
    ['failed', { status: 'failed' }],
  ] as const)('a scan that ends %s says so', async (scan, expected) => {
    expect(await open({ scan }).platform.scan()).toMatchObject(expected);
  });

  test.each([
    ['opened', 'ok'],
    ['cancelled', 'cancelled'],
    ['failed', 'failed'],
  ] as const)('another app that is %s is %s', async (otherApp, status) => {
    const { platform, calls } = open({ otherApp });
    expect(await platform.openApp({ appId: 'app-2', path: 'pages/a?b=1' })).toMatchObject({ status });
    expect(calls[0]!.options).toEqual({ appId: 'app-2', path: 'pages/a?b=1' });
  });

  test('a brightened screen is given back as it was, also when both are asked for at once', async () => {
    const { platform, calls } = open();
    const set = () => calls.filter((call) => call.name === 'setScreenBrightness').map(({ options }) => options);
    const key = name === 'alipay' ? 'brightness' : 'value';
    await Promise.all([platform.setBrightness(1), platform.setBrightness(0.9), platform.setBrightness(null)]);
    expect(set()).toEqual([{ [key]: 1 }, { [key]: 0.9 }, { [key]: 0.4 }]);
    // nothing to give back
    expect(await platform.setBrightness(null)).toMatchObject({ status: 'ok' });
    expect(set()).toHaveLength(3);
  });

  test('a new version waits for its listener', () => {
    const { platform, fetchUpdate } = open();
    let apply: (() => void) | undefined;
    platform.onUpdateReady((ready) => (apply = ready));
    const isApplied = fetchUpdate();
    expect(isApplied()).toBe(false);
    apply!();
    expect(isApplied()).toBe(true);
  });

  test('a version without updates, or with half a manager, does not crash', () => {
    expect(() => open({ absent: ['getUpdateManager'] }).platform.onUpdateReady(() => undefined)).not.toThrow();
  });

  test('hears what opened the app again, with the content of a code as it was written', () => {
    const { platform, emit } = open();
    const heard: unknown[] = [];
    platform.onEnter((enter) => heard.push(enter));
    emit('visible', true);
    expect(heard).toEqual([{ path: 'mall/product/index', query: { scene: 'k=abc' }, scene: '1047' }]);
  });
});

describe('WeChat Channels', () => {
  const channel = 'sph-1';

  test.each(['live', 'preparing', 'none'] as const)('a broadcast that is %s is told', async (broadcast) => {
    const result = await phones.weapp({ broadcast }).platform.readBroadcast(channel);
    expect(result).toMatchObject({ status: 'ok', value: { state: broadcast, title: '新窑开箱', hasReplay: false } });
  });

  test('an ended one says that it can be seen again', async () => {
    const result = await phones.weapp({ broadcast: 'ended' }).platform.readBroadcast(channel);
    expect(result).toMatchObject({ value: { state: 'ended', hasReplay: true } });
  });

  test('is opened by the channel alone, in the tap; a channel that is not bound fails', async () => {
    const { platform, calls } = phones.weapp({});
    expect(await platform.openBroadcast(channel)).toMatchObject({ status: 'ok' });
    expect(calls).toEqual([{ name: 'openChannelsLive', options: { finderUserName: channel } }]);
    const stranger = phones.weapp({ broadcast: 'not bound' }).platform;
    expect(await stranger.openBroadcast(channel)).toMatchObject({ status: 'failed', code: '100008' });
    expect(await stranger.readBroadcast(channel)).toMatchObject({ status: 'failed' });
  });

  test('the next one is reserved by its notice, unless that is used up', async () => {
    const { platform, calls } = phones.weapp({});
    expect(await platform.reserveBroadcast(channel)).toMatchObject({ status: 'ok' });
    expect(calls.at(-1)).toEqual({ name: 'reserveChannelsLive', options: { noticeId: 'notice-1' } });
    const used = phones.weapp({ notice: 'used' });
    expect(await used.platform.reserveBroadcast(channel)).toMatchObject({ status: 'failed' });
    expect(used.calls).toHaveLength(1);
  });
});

test.each(['alipay', 'tt', 'h5'] as const)('%s reads, opens and reserves no broadcast', async (name) => {
  const { platform, calls } = phones[name]({});
  for (const method of ['readBroadcast', 'openBroadcast', 'reserveBroadcast'] as const) {
    expect(await platform[method]('a')).toMatchObject({ status: 'unsupported' });
  }
  expect(calls).toEqual([]);
});

test('the web page reaches nobody outside it', async () => {
  const { platform } = phones.h5({});
  const results = await Promise.all([
    platform.askMessages(['t1']),
    platform.scan(),
    platform.openApp({ appId: 'a' }),
    platform.setBrightness(1),
    platform.setBrightness(null),
  ]);
  expect(results.map(({ status }) => status)).toEqual(results.map(() => 'unsupported'));
  expect(() => platform.onUpdateReady(() => undefined)).not.toThrow();
  expect(() => platform.onEnter(() => undefined)).not.toThrow();
});

test('the content of a code that is not encoded well is taken as it is', () => {
  expect(toLaunch({ query: { scene: '100%' } }).query).toEqual({ scene: '100%' });
});
