import { createAlipay } from '../src/platform/alipay';
import { readPlatformConfigs } from '../src/platform/config';
import type { PlatformAdapter } from '../src/platform/types';
import { openAlipay, type AlipayStandIn } from './support/standins/alipay';

let alipay: AlipayStandIn;
let adapter: PlatformAdapter;
let openId: string;

beforeAll(async () => {
  alipay = await openAlipay();
  const { configs } = readPlatformConfigs(alipay.config);
  adapter = createAlipay(configs.alipay!, { now: () => new Date(), publicUrl: 'https://shop.example' });
  openId = alipay.person('lin').openId;
});
afterAll(() => alipay.close());

const code = () => adapter.makeCode({ appId: alipay.appId, token: 'aB3xY9', page: '/pages/home/index' });

test('a code opens the page with its token as k, and comes as a picture', async () => {
  const { contentType, bytes } = await code();
  expect(contentType).toBe('image/png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(alipay.calls.at(-1)!.biz).toMatchObject({ url_param: 'pages/home/index', query_param: 'k=aB3xY9' });
});

test('what is no picture, or a very large one, is no code', async () => {
  alipay.showPicture('text/html', Buffer.from('<html>'));
  await expect(code()).rejects.toMatchObject({ code: 'platform_unavailable' });
  alipay.showPicture('image/png', Buffer.alloc(1024 * 1024 + 1));
  await expect(code()).rejects.toMatchObject({ code: 'platform_unavailable' });
});

const message = (data: Record<string, string>) =>
  adapter.sendMessage({ appId: alipay.appId, openId, templateId: 'TPL', page: 'orders/detail/index?id=1', data });

test('one grant sends one message, with the values by their names', async () => {
  alipay.grant(openId, 'TPL');
  expect(await message({ keyword1: '已发货', orderNo2: '1' })).toBe('sent');
  expect(alipay.calls.at(-1)!.biz).toMatchObject({
    ...{ to_open_id: openId, user_template_id: 'TPL', page: 'orders/detail/index?id=1' },
    data: '{"keyword1":{"value":"已发货"},"orderNo2":{"value":"1"}}',
  });
  expect(await message({ keyword1: '已发货' })).toBe('not_granted');
});

test('values that the template does not take are refused, and no answer is no outcome', async () => {
  alipay.grant(openId, 'TPL');
  expect(await message({ keyword1: '' })).toBe('refused');
  alipay.misbehave('unsigned');
  await expect(message({ keyword1: '已发货' })).rejects.toMatchObject({ code: 'platform_unavailable' });
});

test('a message whose answer was lost is not sent a second time', async () => {
  alipay.grant(openId, 'TPL', 2);
  alipay.misbehave('lose');
  await expect(message({ keyword1: '已发货' })).rejects.toMatchObject({ code: 'platform_unavailable' });
  expect(await message({ keyword1: '已发货' })).toBe('sent');
  expect(await message({ keyword1: '已发货' })).toBe('not_granted');
});

test.each([
  ['好吃', 'pass'],
  ['来赌博', 'risky'],
  ['拿不准', 'review'],
  ['没见过的词', 'review'],
])('text “%s” is %s', async (text, suggestion) => {
  expect(await adapter.checkText({ appId: alipay.appId, openId, text })).toMatchObject({ suggestion });
});

test('a picture is judged by its address, of a person or of nobody; the label is the platform’s', async () => {
  const check = (url: string, who: string | null) => adapter.checkPicture({ appId: alipay.appId, openId: who, url });
  expect(await check('https://shop.example/a.jpg', null)).toMatchObject({ suggestion: 'pass' });
  expect(await check('https://shop.example/risky.jpg', openId)).toEqual({
    suggestion: 'risky',
    label: 'TJ_ILLEGAL_MC',
  });
  expect(alipay.calls.at(-1)!.biz).toMatchObject({ content_type: 'PICTURE', open_id: openId });
});

test('a check without an answer is no pass', async () => {
  alipay.misbehave('forged');
  await expect(adapter.checkText({ appId: alipay.appId, openId, text: '好吃' })).rejects.toMatchObject({
    code: 'platform_unavailable',
  });
});
