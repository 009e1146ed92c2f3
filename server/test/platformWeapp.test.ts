import type { MessageRequest, PlatformAdapter } from '../src/platform/types';
import { wechatShop } from './support/standins/wechatShop';

let shop: Awaited<ReturnType<typeof wechatShop>>;
let weapp: PlatformAdapter;

beforeAll(async () => {
  shop = await wechatShop();
  weapp = shop.adapters().weapp;
});
afterAll(() => shop.close());

const desk = () => shop.wechat.desk;
const appId = () => shop.wechat.appId;
const login = (code: string, app = appId()) => weapp.exchangeLogin({ appId: app, code, deviceId: 'device-1' });
const phone = (code: string) => weapp.readPhone({ appId: appId(), proof: { kind: 'code', code } });
const message = (changes: Partial<MessageRequest> = {}): MessageRequest => ({
  appId: appId(),
  openId: 'o-ming',
  templateId: 'TEMPLATE',
  page: 'orders/detail/index?id=1',
  data: { thing1: '赣南脐橙', character_string2: 'SF1234567890' },
  ...changes,
});

test('a login code stands for a person, with the union id where WeChat tells it', async () => {
  expect(await login(desk().login('o-ming', 'u-ming'))).toEqual({ openId: 'o-ming', unionId: 'u-ming' });
  expect(await login(desk().login('o-hua'))).toEqual({ openId: 'o-hua', unionId: null });
});

test('a login code that is unknown or used, or comes from another app, logs nobody in', async () => {
  const code = desk().login('o-ming');
  await login(code);
  await expect(login(code)).rejects.toMatchObject({ code: 'login_failed' });
  await expect(login('0never-given')).rejects.toMatchObject({ code: 'login_failed' });
  await expect(login(desk().login('o-ming'), 'wx0000000000000000')).rejects.toMatchObject({ code: 'login_failed' });
});

test('while WeChat is busy, limits us or is down, login says that the platform is unavailable', async () => {
  for (const fault of [{ errcode: -1 }, { errcode: 45011 }, 'down', 'lost'] as const) {
    shop.wechat.misbehave('/sns/jscode2session', fault);
    await expect(login(desk().login('o-ming'))).rejects.toMatchObject({ code: 'platform_unavailable' });
  }
});

test('a WeChat that never answers is given up', async () => {
  shop.wechat.misbehave('/sns/jscode2session', 'silent');
  const hurried = shop.adapters(150).weapp;
  const attempt = hurried.exchangeLogin({ appId: appId(), code: desk().login('o-ming'), deviceId: 'device-1' });
  await expect(attempt).rejects.toMatchObject({ code: 'platform_unavailable' });
});

test('a phone code gives the verified number, once', async () => {
  const code = desk().phone('13800001111');
  expect(await phone(code)).toBe('13800001111');
  await expect(phone(code)).rejects.toMatchObject({ code: 'phone_refused' });
});

test("a number given to another app, or one of another country, is nobody's here", async () => {
  const stolen = desk().phone('13800001111', { appId: 'wx0000000000000000' });
  await expect(phone(stolen)).rejects.toMatchObject({ code: 'phone_refused' });
  const foreign = desk().phone('13800001111', { countryCode: '7' });
  await expect(phone(foreign)).rejects.toMatchObject({ code: 'phone_refused' });
  const sealed = weapp.readPhone({ appId: appId(), proof: { kind: 'sealed', data: 'x', sign: 'y' } });
  await expect(sealed).rejects.toMatchObject({ code: 'phone_refused' });
});

test('a code is a picture whose scene is the token', async () => {
  const picture = await weapp.makeCode({ appId: appId(), token: 'aB3dE5fG', page: 'pages/home/index' });
  expect(picture).toEqual({ contentType: 'image/jpeg', bytes: Buffer.from('ffd8ffe0', 'hex') });
  expect(desk().codes.at(-1)).toMatchObject({ scene: 'aB3dE5fG', page: 'pages/home/index', env_version: 'release' });
});

test('JSON in the place of a picture is an error, and a token that does not fit is not sent', async () => {
  const missing = weapp.makeCode({ appId: appId(), token: 'aB3dE5fG', page: 'pages/gone/index' });
  await expect(missing).rejects.toMatchObject({ code: 'platform_unavailable', reason: '41030' });
  const long = weapp.makeCode({ appId: appId(), token: 'x'.repeat(33), page: 'pages/home/index' });
  await expect(long).rejects.toMatchObject({ code: 'unsupported' });
});

test('a message is sent once for each grant', async () => {
  desk().grants.push('o-ming TEMPLATE');
  expect(await weapp.sendMessage(message())).toBe('sent');
  expect(desk().messages.at(-1)).toMatchObject({
    touser: 'o-ming',
    page: 'orders/detail/index?id=1',
    miniprogram_state: 'formal',
    data: { thing1: { value: '赣南脐橙' } },
  });
  expect(await weapp.sendMessage(message())).toBe('not_granted');
});

test('a message with a template or page that WeChat does not know is refused for good', async () => {
  expect(await weapp.sendMessage(message({ templateId: 'GONE' }))).toBe('refused');
  expect(await weapp.sendMessage(message({ page: '/orders/detail/index' }))).toBe('refused');
});

test('values are cut to what their field takes, and an empty one is not sent empty', async () => {
  desk().grants.push('o-ming TEMPLATE');
  const data = { thing1: '非常非常非常非常非常非常非常非常非常非常长的商品名称', thing2: '' };
  expect(await weapp.sendMessage(message({ data }))).toBe('sent');
  expect(desk().messages.at(-1)!.data).toEqual({
    thing1: { value: '非常非常非常非常非常非常非常非常非常非…' },
    thing2: { value: '-' },
  });
});

test('a message that WeChat surely did not send may go later', async () => {
  shop.wechat.misbehave('/message/subscribe/send', { errcode: 45009 });
  expect(await weapp.sendMessage(message())).toBe('later');
});

test('a message while WeChat is busy is neither sent nor refused', async () => {
  shop.wechat.misbehave('/message/subscribe/send', { errcode: -1 });
  await expect(weapp.sendMessage(message())).rejects.toMatchObject({ code: 'platform_unavailable' });
});

test('words are passed, doubted or refused, with a label that staff can read', async () => {
  const check = (text: string) => weapp.checkText({ appId: appId(), openId: 'o-ming', text });
  expect(await check('很甜')).toEqual({ suggestion: 'pass', label: '正常' });
  expect(await check('加微信领券')).toEqual({ suggestion: 'review', label: '广告' });
  expect(await check('赌博网站')).toEqual({ suggestion: 'risky', label: '违法犯罪' });
});

test('a text longer than WeChat reads at once is checked to its end', async () => {
  const text = `${'甜'.repeat(6_000)}赌博${'加微信'}`;
  expect(await weapp.checkText({ appId: appId(), openId: 'o-ming', text })).toMatchObject({ suggestion: 'risky' });
});

test('what WeChat cannot be asked about waits for a person', async () => {
  const text = '很甜';
  expect(await weapp.checkText({ appId: appId(), openId: null, text })).toMatchObject({ suggestion: 'review' });
  desk().away.add('o-away');
  expect(await weapp.checkText({ appId: appId(), openId: 'o-away', text })).toMatchObject({ suggestion: 'review' });
  const picture = { appId: appId(), openId: 'o-away', url: `${shop.wechat.url}/1.jpg` };
  expect(await weapp.checkPicture(picture)).toMatchObject({ suggestion: 'review' });
});

test('a picture is pending, and its verdict comes by message push', async () => {
  const url = 'https://shop.example/1.jpg';
  const asked = await weapp.checkPicture({ appId: appId(), openId: 'o-ming', url });
  if (asked.suggestion !== 'pending') throw new Error(asked.label);
  const { query, body } = shop.wechat.mediaChecked(asked.traceId, 'risky', 20002);
  expect(await weapp.messages!.read({ headers: {}, query, body: Buffer.from(body) })).toEqual({
    noticeId: asked.traceId,
    kind: 'moderation',
    traceId: asked.traceId,
    verdict: { suggestion: 'risky', label: '色情' },
  });
});
