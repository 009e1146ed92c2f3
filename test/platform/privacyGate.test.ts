import type { PrivacyAsk } from '@/platform/types';
import { phones, type PhoneName } from './phones';

const names = Object.keys(phones) as PhoneName[];
const gated = ['weapp', 'tt', 'h5'] as const;
const BUTTON = 'agree-privacy';
const readings = ['getLocation', 'chooseMedia', 'chooseImage', 'choose'];

/** A phone whose person has agreed to nothing, with an app that answers as told. */
function open(name: PhoneName, answer?: (ask: PrivacyAsk) => void) {
  const phone = phones[name]({ privacy: 'needed' });
  if (answer) phone.platform.onPrivacyNeed(answer);
  return phone;
}

describe.each(gated)('%s', (name) => {
  test('a private ability waits for the word, and goes on after a yes, which is remembered', async () => {
    let asked = 0;
    const { platform } = open(name, (ask) => {
      asked += 1;
      ask.shown();
      ask.agree(BUTTON);
    });
    expect(await platform.privacy()).toMatchObject({ isAgreed: false });
    expect(await platform.getLocation()).toMatchObject({ status: 'ok' });
    expect(await platform.privacy()).toMatchObject({ isAgreed: true });
    expect(await platform.chooseImages(1)).toMatchObject({ status: 'ok' });
    expect(asked).toBe(1);
  });

  test('a no is a refusal, and asks again the next time', async () => {
    let asked = 0;
    const { platform } = open(name, (ask) => {
      asked += 1;
      ask.refuse();
    });
    expect(await platform.getLocation()).toMatchObject({ status: 'denied', code: 'privacy' });
    expect(await platform.chooseImages(1)).toMatchObject({ status: 'denied' });
    expect(await platform.privacy()).toMatchObject({ isAgreed: false });
    expect(asked).toBe(2);
  });

  test("where the app shows nothing of its own, the host's question stands", async () => {
    expect(await open(name).platform.getLocation()).toMatchObject({ status: 'ok' });
  });

  test('nobody is asked for what is not private', async () => {
    const { platform } = open(name, () => {
      throw new Error('asked');
    });
    await platform.login();
    await platform.copyText('9001');
    expect(await platform.isOnline()).toBe(true);
  });
});

test('without consent the web page reads nothing, quietly or not', async () => {
  const { platform, calls } = phones.h5({ mayLocate: true });
  platform.onPrivacyNeed((ask) => ask.refuse());
  expect(await platform.isLocationAllowed()).toBe(false);
  await platform.getLocation();
  await platform.chooseImages(1);
  expect(calls.filter((call) => readings.includes(call.name))).toEqual([]);
});

test('WeChat and Douyin take a yes only with the button that was tapped', async () => {
  for (const name of ['weapp', 'tt'] as const) {
    const { platform } = open(name, (ask) => ask.agree('another'));
    expect(await platform.getLocation()).toMatchObject({ status: 'denied' });
    expect(await platform.privacy()).toEqual({ isAgreed: false, contract: '《集市隐私保护指引》' });
    expect(await platform.openPrivacyContract()).toMatchObject({ status: 'ok' });
  }
});

test('Alipay asks for itself, and its statement is the app’s own page', async () => {
  const { platform } = open('alipay', () => {
    throw new Error('asked');
  });
  expect(await platform.getLocation()).toMatchObject({ status: 'ok' });
  expect(await platform.privacy()).toEqual({ isAgreed: true, contract: '' });
  expect(await platform.openPrivacyContract()).toMatchObject({ status: 'unsupported' });
});

test.each(names)('%s without these calls holds nothing back and does not crash', async (name) => {
  const absent = ['onNeedPrivacyAuthorization', 'getPrivacySetting', 'openPrivacyContract'];
  const { platform } = phones[name]({ privacy: 'needed', absent });
  if (name !== 'h5') platform.onPrivacyNeed(() => undefined);
  expect(await platform.privacy()).toMatchObject({ isAgreed: true });
  expect(await platform.getLocation()).toMatchObject({ status: 'ok' });
  expect(await platform.openPrivacyContract()).toMatchObject({ status: 'unsupported' });
});
