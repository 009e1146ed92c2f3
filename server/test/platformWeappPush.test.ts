import type { PlatformAdapter } from '../src/platform/types';
import { wechatShop } from './support/standins/wechatShop';

let shop: Awaited<ReturnType<typeof wechatShop>>;
let messages: NonNullable<PlatformAdapter['messages']>;

beforeAll(async () => {
  shop = await wechatShop();
  messages = shop.adapters().weapp.messages!;
});
afterAll(() => shop.close());

const checked = (changes: object = {}) => ({
  Event: 'wxa_media_check',
  appid: shop.wechat.appId,
  trace_id: 'trace-1',
  errcode: 0,
  result: { suggest: 'pass', label: 100 },
  ...changes,
});
const read = async (message: object, options?: Parameters<typeof shop.wechat.push>[1]) => {
  const { query, body } = shop.wechat.push(message, options);
  return messages.read({ headers: {}, query, body: Buffer.from(body) });
};

test("the address check is answered to WeChat's signature only", () => {
  const { query } = shop.wechat.push({});
  expect(messages.echo({ ...query, echostr: '4711' })).toBe('4711');
  expect(messages.echo({ ...query, nonce: 'other', echostr: '4711' })).toBeNull();
  expect(messages.echo({ echostr: '4711' })).toBeNull();
});

test('a push with a wrong token, an old time or no query at all is refused', async () => {
  await expect(read(checked(), { token: 'guessed' })).rejects.toMatchObject({ fault: 'signature' });
  await expect(read(checked(), { ageMs: 6 * 60_000 })).rejects.toMatchObject({ fault: 'clock' });
  const bare = async () => messages.read({ headers: {}, query: {}, body: Buffer.from(JSON.stringify(checked())) });
  await expect(bare()).rejects.toMatchObject({ fault: 'signature' });
});

test("another app's verdict is refused, and so is what is no message", async () => {
  await expect(read(checked({ appid: 'wx0000000000000000' }))).rejects.toMatchObject({ fault: 'app_id' });
  await expect(read(checked({ trace_id: '' }))).rejects.toMatchObject({ fault: 'malformed' });
  const { query } = shop.wechat.push({});
  const xml = async () => messages.read({ headers: {}, query, body: Buffer.from('<xml></xml>') });
  await expect(xml()).rejects.toMatchObject({ fault: 'malformed' });
});

test('a check that failed at WeChat passes nothing: a person decides', async () => {
  const notice = await read(checked({ errcode: -1008, result: undefined }));
  expect(notice).toMatchObject({ kind: 'moderation', traceId: 'trace-1', verdict: { suggestion: 'review' } });
});

test('other events are told apart and keep their name when they come again', async () => {
  const event = { Event: 'trade_manage_order_settlement', transaction_id: '1' };
  const { query, body } = shop.wechat.push(event);
  const raw = { headers: {}, query, body: Buffer.from(body) };
  const first = await messages.read(raw);
  expect(first).toMatchObject({ kind: 'other', topic: 'trade_manage_order_settlement' });
  expect(await messages.read(raw)).toEqual(first);
  expect((await read({ ...event, transaction_id: '2' })).noticeId).not.toBe(first.noticeId);
});
