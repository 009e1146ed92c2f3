import { generateKeyPairSync } from 'node:crypto';
import { EnvInvalid, readEnv } from '../src/env';
import { FULL_ENV } from './support/merchantEnv';

const faults = (source: Record<string, string>) => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvInvalid) return error.message;
    throw error;
  }
  return '';
};

test('nothing set is a working demo shop on this machine only', () => {
  expect(readEnv({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, platformMode: 'fake', isProduction: false });
});

test('an empty variable is one that was not set', () => {
  const env = readEnv({ PORT: '', DATABASE_URL: '' });
  expect(env.PORT).toBe(3000);
  expect(env).not.toHaveProperty('DATABASE_URL', '');
});

test('each faulty variable is named with what is wrong', () => {
  const message = faults({ PORT: 'abc', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', ORDER_TTL_MINUTES: '0' });
  for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'ORDER_TTL_MINUTES']) expect(message).toContain(`${name}：`);
  expect(message).toContain('fatal、error、warn');
});

test('production refuses the fake platform and never picks it by itself', () => {
  expect(faults({ NODE_ENV: 'production', PLATFORM: 'fake' })).toContain('PLATFORM');
  expect(readEnv({ NODE_ENV: 'production' }).platformMode).toBe('live');
});

describe('a shop with every platform', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = (key: typeof publicKey) =>
    key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString();

  test('is taken in production when all of it fits together', () => {
    const { platforms } = readEnv(FULL_ENV);
    expect(Object.values(platforms).every(Boolean)).toBe(true);
  });

  const broken: [string, string, Record<string, string>, string][] = [
    ['a key that is cut off', 'WXPAY_PRIVATE_KEY', { WXPAY_PRIVATE_KEY: pem(privateKey).slice(0, 400) }, 'RSA 私钥'],
    ['a group that is filled in half', 'ALIPAY_AES_KEY', { ALIPAY_AES_KEY: '' }, '没有填'],
    ['half a bucket', 'ASSETS_S3_SECRET', { ASSETS_S3_URL: 'https://b.example.com', ASSETS_S3_KEY_ID: 'k' }, '没有填'],
    ['an address without TLS', 'PUBLIC_URL', { PUBLIC_URL: 'http://shop.example.com' }, 'https://'],
    ['no address to call back', 'PUBLIC_URL', { PUBLIC_URL: '' }, '没有填'],
    ['an address that nobody else reaches', 'PUBLIC_URL', { PUBLIC_URL: 'https://127.0.0.1' }, 'IP'],
    ['a secret out of an example', 'TT_SECRET', { TT_SECRET: 'your-app-secret' }, '示例'],
    ['the secret of the fake platform', 'FAKE_SECRET', { FAKE_SECRET: 'a secret of sixteen' }, '模拟平台'],
    ['the fake platform', 'PLATFORM', { PLATFORM: 'fake' }, '模拟平台'],
    ['a platform reached without TLS', 'WEAPP_HOST', { WEAPP_HOST: 'http://api.weixin.qq.com' }, 'https'],
    ['TLS without certificates', 'NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, '证书'],
    ['an APIv3 key with a space', 'WXPAY_API_V3_KEY', { WXPAY_API_V3_KEY: `${'k1'.repeat(15)}k ` }, '32'],
    [
      'a public key under the id of a certificate',
      'WXPAY_PUBLIC_KEY_ID',
      { WXPAY_PUBLIC_KEY_ID: '5F2A' },
      'PUB_KEY_ID_',
    ],
    ['virtual goods of no kind', 'TT_GOODS_TYPE', { TT_GOODS: 'trade', TT_TAG_GROUP: 'tag_group_1' }, '没有填'],
    ['goods without the Douyin shop', 'TT_SHOP_ID', noShop(), 'TT_GOODS=trade'],
    [
      'the app’s own public key in place of Alipay’s',
      'ALIPAY_PUBLIC_KEY',
      { ALIPAY_PRIVATE_KEY: pem(privateKey), ALIPAY_PUBLIC_KEY: pem(publicKey) },
      '支付宝公钥',
    ],
    [
      'the merchant’s own public key in place of WeChat Pay’s',
      'WXPAY_PUBLIC_KEY',
      { WXPAY_PRIVATE_KEY: pem(privateKey), WXPAY_PUBLIC_KEY: pem(publicKey), WXPAY_CERTIFICATE: '' },
      '微信支付的公钥',
    ],
    [
      'the app’s own public key in place of Douyin’s',
      'TT_PLATFORM_PUBLIC_KEY',
      { TT_PRIVATE_KEY: pem(privateKey), TT_PLATFORM_PUBLIC_KEY: pem(publicKey) },
      '平台公钥',
    ],
    ['a key of another certificate', 'WXPAY_PRIVATE_KEY', { WXPAY_PRIVATE_KEY: pem(privateKey) }, '不是一对'],
    ['the serial number of another certificate', 'WXPAY_SERIAL', { WXPAY_SERIAL: 'ABCDEF0123456789' }, '序列号不同'],
    ['a key that is too short', 'ALIPAY_PRIVATE_KEY', { ALIPAY_PRIVATE_KEY: shortKey() }, '2048'],
  ];

  test.each(broken)('is refused in production for %s', (_what, name, change, text) => {
    const message = faults({ ...FULL_ENV, ...change });
    const lines = message.split('\n').slice(1);
    expect(lines).toEqual([expect.stringContaining(text)]);
    expect(lines[0]).toMatch(new RegExp(`^ {2}${name}：`));
  });

  test('all faults are told at once, and none of them shows a secret', () => {
    const message = faults({ ...FULL_ENV, PORT: 'x', PUBLIC_URL: 'http://a.cn', TT_SECRET: 'demo-secret-value' });
    for (const name of ['PORT', 'PUBLIC_URL', 'TT_SECRET']) expect(message).toContain(`  ${name}：`);
    expect(message).not.toContain('demo-secret-value');
  });

  test('is not held to it while it is being developed', () => {
    expect(readEnv({ ...FULL_ENV, NODE_ENV: 'development', PUBLIC_URL: '', PLATFORM: 'live' }).platformMode).toBe(
      'live',
    );
  });
});

function noShop(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(FULL_ENV).map((name) => [name, name.startsWith('TT_SHOP') ? '' : FULL_ENV[name]!]),
  );
}

function shortKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
