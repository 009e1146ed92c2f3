import { isAtLeast, type Ability } from '@/platform/capabilities';
import type { Platform } from '@/platform/types';
import { phones, type PhoneName } from './phones';

const names = Object.keys(phones) as PhoneName[];
const superApps = ['weapp', 'alipay', 'tt'] as const;

/** How each ability is used, and the native function without which it is not there. */
const uses: [
  Ability,
  (platform: Platform) => Promise<{ status: string }>,
  string | { alipay: string; others: string },
][] = [
  ['addressBook', (platform) => platform.chooseAddress(), { alipay: 'getAddress', others: 'chooseAddress' }],
  ['location', (platform) => platform.getLocation(), 'getLocation'],
  ['scan', (platform) => platform.scan(), { alipay: 'scan', others: 'scanCode' }],
  ['saveImage', (platform) => platform.saveImage('a.png'), 'saveImageToPhotosAlbum'],
  ['messages', (platform) => platform.askMessages(['t1']), 'requestSubscribeMessage'],
  ['openApp', (platform) => platform.openApp({ appId: 'a' }), 'navigateToMiniProgram'],
  ['settings', (platform) => platform.openSettings(), 'openSetting'],
  ['brightness', (platform) => platform.setBrightness(1), 'setScreenBrightness'],
];

describe.each(superApps)('%s', (name) => {
  test.each(uses)('%s is offered and works, and is neither in a version that lacks it', async (ability, use, api) => {
    const { platform } = phones[name]({});
    expect(platform.has(ability)).toBe(true);
    expect(await use(platform)).toMatchObject({ status: 'ok' });
    const absent = typeof api === 'string' ? api : name === 'alipay' ? api.alipay : api.others;
    const old = phones[name]({ absent: [absent] });
    expect(old.platform.has(ability)).toBe(false);
    expect(await use(old.platform)).toMatchObject({ status: 'unsupported', code: 'absent' });
  });
});

test.each([
  ['weapp', 'phone', '2.21.1', '2.21.2'],
  ['weapp', 'live', '2.19.1', '2.19.2'],
  ['weapp', 'broadcast', '2.14.9', '2.15.0'],
  ['tt', 'phone', '3.50.9', '3.51.0'],
  ['tt', 'live', '2.91.0', '2.92.0'],
] as const)('%s offers %s from the library that has it, %s being too old for %s', (name, ability, old, since) => {
  expect(phones[name]({ version: old }).platform.has(ability)).toBe(false);
  expect(phones[name]({ version: since }).platform.has(ability)).toBe(true);
});

test.each([
  ['alipay', ['live', 'broadcast']],
  ['tt', ['broadcast']],
  ['h5', ['phone', 'live', 'broadcast', 'messages', 'scan', 'openApp', 'settings', 'brightness', 'addressBook']],
] as const)('%s never offers what it has no way to do', (name, abilities) => {
  const { platform } = phones[name]({});
  expect(abilities.filter((ability) => platform.has(ability))).toEqual([]);
});

test.each(names)('%s keeps an answer ready for every ability in every version', (name) => {
  const abilities = [...uses.map(([ability]) => ability), 'phone', 'chooseImages', 'live', 'broadcast'] as const;
  const { platform } = phones[name]({ version: '' });
  for (const ability of abilities) expect(typeof platform.has(ability)).toBe('boolean');
});

test.each([
  ['3.8.12', '3.8.2', true],
  ['3.8.12', '3.8.12', true],
  ['3.8.12', '3.9', false],
  ['10.0', '9.9.9', true],
  ['2.21', '2.21.2', false],
  ['2.92.0.1', '2.92.0', true],
  ['', '1.0.0', false],
  ['development', '1.0.0', false],
])('%s being at least %s is %s', (version, since, expected) => {
  expect(isAtLeast(version, since)).toBe(expected);
});
