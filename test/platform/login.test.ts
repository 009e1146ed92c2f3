import { phones, type PhoneName } from './phones';

const names = Object.keys(phones) as PhoneName[];

test.each(names)('%s asks nobody for a silent login, and gives a code from a tap where there is one', async (name) => {
  const { platform, calls } = phones[name]({ login: 'guest' });
  await platform.login();
  if (name === 'tt') expect(calls).toEqual([{ name: 'login', options: { force: false } }]);
  const tapped = await platform.loginWithTap();
  expect(tapped).toMatchObject(name === 'h5' ? { status: 'unsupported' } : { status: 'ok', value: 'code-1' });
});

test('a guest of Douyin is asked to log in there by a tap, and may close it', async () => {
  const { platform, calls } = phones.tt({ login: 'guest', tap: 'ok' });
  expect(await platform.login()).toMatchObject({ status: 'unsupported' });
  expect(await platform.loginWithTap()).toMatchObject({ status: 'ok', value: 'code-1' });
  expect(calls.at(-1)).toEqual({ name: 'login', options: { force: true } });
  expect(await phones.tt({ tap: 'cancelled' }).platform.loginWithTap()).toMatchObject({ status: 'cancelled' });
  expect(await phones.tt({ tap: 'failed' }).platform.loginWithTap()).toMatchObject({ status: 'failed' });
});

test.each(['weapp', 'alipay', 'tt'] as const)('%s without its login says so', async (name) => {
  const { platform } = phones[name]({ absent: ['login', 'getAuthCode'] });
  expect(await platform.login()).toMatchObject({ status: 'unsupported' });
  expect(await platform.loginWithTap()).toMatchObject({ status: 'unsupported' });
});
