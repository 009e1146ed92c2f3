import { createHash } from 'node:crypto';
import { readEnv } from '../src/env';
import { accessTokens } from '../src/platform/accessTokens';
import { createTt } from '../src/platform/tt';
import type { PlatformAdapter } from '../src/platform/types';
import { openDouyin, type Douyin } from './support/standins/douyin';
import { testDb, type TestDb } from './support/testDb';
import vectors from './support/vectors.json';

let douyin: Douyin;
let database: TestDb;
let tt: PlatformAdapter;
const appId = 'tt0123456789abcdef';

beforeAll(async () => {
  douyin = await openDouyin();
});
beforeAll(async () => {
  database = await testDb();
  const { db } = database;
  const now = () => new Date();
  const { platforms } = readEnv({ PLATFORM: 'live', ...douyin.config });
  const outside = { tokens: accessTokens(db, now), now, publicUrl: 'https://shop.example.com', db };
  tt = createTt({ tt: platforms.tt!, ttShop: platforms.ttShop }, outside);
});
afterAll(() => douyin.close());
afterAll(() => database.drop());

test('a code opens the page with the token, whether Douyin sends bytes or base64', async () => {
  for (const isOtherShape of [false, true]) {
    douyin.books().isOtherShape = isOtherShape;
    const code = await tt.makeCode({ appId, token: 'Ab3xK9', page: 'mall/product/index' });
    expect(code.contentType).toBe('image/png');
    expect(code.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(douyin.books().codes.at(-1)).toEqual({ path: 'mall/product/index?k=Ab3xK9' });
  }
});

test('one grant sends one message, by the Chinese names of its fields', async () => {
  const message = {
    appId,
    openId: 'lin',
    templateId: 'MSG1',
    page: 'orders/detail/index?id=1',
    data: { 商品名称: '乌龙茶' },
  };
  douyin.grant('lin', 'MSG1');
  expect(await tt.sendMessage(message)).toBe('sent');
  expect(await tt.sendMessage(message)).toBe('not_granted');
  expect(await tt.sendMessage({ ...message, data: { 商品名称: '' } })).toBe('refused');
  douyin.expireTokens();
  douyin.grant('lin', 'MSG1');
  expect(await tt.sendMessage(message)).toBe('sent');
  expect(douyin.books().messages).toHaveLength(2);
});

test('texts and pictures are judged', async () => {
  const judge = (text: string) => tt.checkText({ appId, openId: null, text });
  expect(await judge('乌龙茶很香')).toEqual({ suggestion: 'pass', label: '' });
  expect(await judge('代开发票')).toMatchObject({ suggestion: 'risky', label: 'short_content_antidirt' });
  for (const isOtherShape of [false, true]) {
    douyin.books().isOtherShape = isOtherShape;
    const look = (url: string) => tt.checkPicture({ appId, openId: null, url });
    expect(await look('https://shop.example.com/tea.jpg')).toMatchObject({ suggestion: 'pass' });
    expect(await look('https://shop.example.com/risky.jpg')).toMatchObject({ suggestion: 'risky' });
  }
});

/**
 * Douyin publishes fixed signatures only for its old guarantee payment (担保支付), which a new mini-program cannot use.
 * The adapter has no such path; these keep the scheme of old orders readable, and show that the vectors are understood.
 */
describe('the published vectors of the guarantee payment', () => {
  test('a request is the MD5 of the salt and the values but four, sorted as bytes', () => {
    const { params, salt, md5 } = vectors.douyin_ecpay_request;
    const unsigned = ['app_id', 'thirdparty_id', 'sign', 'other_settle_params'];
    const values = Object.entries(params).flatMap(([name, value]) => (unsigned.includes(name) ? [] : [String(value)]));
    const sorted = [...values, salt].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(createHash('md5').update(sorted.join('&')).digest('hex')).toBe(md5);
  });

  test('a callback is the SHA-1 of token, time, nonce and message, sorted as bytes', () => {
    const { token, timestamp, nonce, msg, sha1 } = vectors.douyin_ecpay_callback;
    const sorted = [token, timestamp, nonce, msg].sort();
    expect(createHash('sha1').update(sorted.join('')).digest('hex')).toBe(sha1);
  });
});
