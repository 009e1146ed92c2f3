import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from '../src/db/db';
import { httpSms, smsFor } from '../src/platform/sms';
import { readEnv } from '../src/env';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

let numbers = 0;
const newPhone = () => `136${String(++numbers).padStart(8, '0')}`;
const send = (shopper: Shopper, phone: string) => shopper.post('/api/sms-codes', { phone });
const codeFor = async (shopper: Shopper, phone: string) => (await send(shopper, phone)).body.demoCode as string;
const enter = (shopper: Shopper, phone: string, code: string) => shopper.post('/api/phone/sms', { phone, code });
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');
const WRONG = { status: 422, body: { error: { code: 'sms_code_wrong' } } };

test('a code that was sent to a number verifies it, once', async () => {
  const [shopper, phone] = [await shop.shopper(), newPhone()];
  const sent = await send(shopper, phone);
  expect(sent).toMatchObject({ status: 201, body: { expiresInMs: 300_000, resendAfterMs: 60_000 } });
  expect(sent.body.demoCode).toMatch(/^\d{6}$/);
  const { body } = await enter(shopper, phone, sent.body.demoCode);
  expect(body).toMatchObject({ outcome: 'bound', maskedPhone: `136****${phone.slice(-4)}`, session: null });
  expect(await enter(shopper, phone, sent.body.demoCode)).toMatchObject(WRONG);
});

test('a code that is entered many times at once verifies once', async () => {
  const [shopper, phone] = [await shop.shopper(), newPhone()];
  const code = await codeFor(shopper, phone);
  const answers = await Promise.all([1, 2, 3, 4].map(() => enter(shopper, phone, code)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('the code is in the database as a hash only, and nowhere once it is used or out of date', async () => {
  const [shopper, phone] = [await shop.shopper(), newPhone()];
  const code = await codeFor(shopper, phone);
  const rows = () => shop.ctx.db.query(sql`select * from sms_codes where phone = ${phone}`);
  expect(JSON.stringify(await rows())).not.toContain(code);
  expect(await rows()).toHaveLength(1);
  await enter(shopper, phone, code);
  expect(await rows()).toEqual([]);
  const later = newPhone();
  await send(shopper, later);
  shop.advance(6 * MINUTE_MS);
  await send(await shop.shopper(), newPhone());
  expect(await shop.ctx.db.query(sql`select 1 from sms_codes where phone = ${later}`)).toEqual([]);
});

test('five wrong codes end the right one, also when they come all at once', async () => {
  for (const atOnce of [false, true]) {
    const [shopper, phone] = [await shop.shopper(), newPhone()];
    const code = await codeFor(shopper, phone);
    const wrong = () => enter(shopper, phone, otherThan(code));
    if (atOnce) await Promise.all([1, 2, 3, 4, 5].map(wrong));
    else for (let nth = 0; nth < 5; nth++) expect(await wrong()).toMatchObject(WRONG);
    expect(await enter(shopper, phone, code)).toMatchObject(WRONG);
    expect((await shopper.get('/api/phone')).body.maskedPhone).toBeNull();
  }
});

test('the right code after four wrong ones is still good', async () => {
  const [shopper, phone] = [await shop.shopper(), newPhone()];
  const code = await codeFor(shopper, phone);
  for (let nth = 0; nth < 4; nth++) await enter(shopper, phone, otherThan(code));
  expect((await enter(shopper, phone, code)).status).toBe(200);
});

test('a code is good for five minutes, for its number, and for whoever asked for it', async () => {
  const [shopper, other, phone] = [await shop.shopper(), await shop.shopper(), newPhone()];
  const code = await codeFor(shopper, phone);
  expect(await enter(other, phone, code)).toMatchObject(WRONG);
  expect(await enter(shopper, newPhone(), code)).toMatchObject(WRONG);
  shop.advance(5 * MINUTE_MS + 1000);
  expect(await enter(shopper, phone, code)).toMatchObject(WRONG);
});

test('what a stranger asks for or guesses about a number ends nobody’s code', async () => {
  const [shopper, stranger, phone] = [await shop.shopper(), await shop.shopper(), newPhone()];
  const code = await codeFor(shopper, phone);
  shop.advance(MINUTE_MS + 1000);
  const theirs = await codeFor(stranger, phone);
  for (let nth = 0; nth < 6; nth++) await enter(stranger, phone, otherThan(theirs));
  expect((await enter(shopper, phone, code)).status).toBe(200);
});

test('a number gets one code a minute and ten a day, whoever asks', async () => {
  const phone = newPhone();
  await send(await shop.shopper(), phone);
  const tooSoon = await send(await shop.shopper(), phone);
  expect(tooSoon).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
  expect(Date.parse(tooSoon.body.error.details.retryAt) - shop.ctx.now().getTime()).toBeLessThanOrEqual(MINUTE_MS);
  for (let nth = 2; nth <= 10; nth++) {
    shop.advance(MINUTE_MS + 1000);
    expect((await send(await shop.shopper(), phone)).status).toBe(201);
  }
  shop.advance(MINUTE_MS + 1000);
  const tooMany = await send(await shop.shopper(), phone);
  expect(tooMany.status).toBe(429);
  expect(Date.parse(tooMany.body.error.details.retryAt) - shop.ctx.now().getTime()).toBeGreaterThan(60 * MINUTE_MS);
  shop.advance(DAY_MS);
  expect((await send(await shop.shopper(), phone)).status).toBe(201);
});

test('a device sends twenty a day, and what is refused costs the number nothing', async () => {
  const shopper = await shop.shopper();
  for (let nth = 0; nth < 20; nth++) expect((await send(shopper, newPhone())).status).toBe(201);
  const phone = newPhone();
  expect((await send(shopper, phone)).status).toBe(429);
  expect((await send(await shop.shopper(), phone)).status).toBe(201);
});

test('an address sends a hundred an hour', async () => {
  const from = async (ip: string) => {
    const { token } = await shop.shopper();
    const answer = await shop.app.inject({
      method: 'POST',
      url: '/api/sms-codes',
      headers: { authorization: `Bearer ${token}` },
      payload: { phone: newPhone() },
      remoteAddress: ip,
    });
    return answer.statusCode;
  };
  const statuses = [];
  for (let nth = 0; nth < 101; nth++) statuses.push(await from('203.0.113.9'));
  expect(statuses.slice(0, 100).every((status) => status === 201)).toBe(true);
  expect(statuses[100]).toBe(429);
  expect(await from('203.0.113.10')).toBe(201);
});

test('the answer is the same whether the number belongs to somebody or not', async () => {
  const [holder, taken, free] = [await shop.shopper(), newPhone(), newPhone()];
  await enter(holder, taken, await codeFor(holder, taken));
  shop.advance(MINUTE_MS + 1000);
  const stranger = await shop.shopper();
  const [one, two] = [await send(stranger, taken), await send(stranger, free)];
  const shape = ({ status, body }: typeof one) => ({ status, body: { ...body, demoCode: body.demoCode.length } });
  expect(shape(one)).toEqual(shape(two));
  const wrong = [await enter(stranger, taken, '000000'), await enter(stranger, newPhone(), '000000')];
  for (const answer of wrong) expect(answer).toMatchObject(WRONG);
});

test.each(['12345678901', '1380000662', '138000066200', '', '+8613800006620'])('%p is no number', async (phone) => {
  expect((await send(await shop.shopper(), phone)).body.error.code).toBe('invalid_request');
});

describe('the sender', () => {
  let server: Server;
  let url: string;
  let status = 200;
  const posts: { headers: Record<string, unknown>; body: string }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        posts.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
        response.writeHead(status, { location: '/elsewhere' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  });
  afterAll(() => server.close());

  test('is posted the number and the code with its token, and the answer never holds the code', async () => {
    status = 202;
    expect(await httpSms({ url, token: 'sms-token' }).send('13800006620', '123456')).toBeNull();
    const post = posts.at(-1)!;
    expect(JSON.parse(post.body)).toEqual({ phone: '13800006620', code: '123456' });
    expect(post.headers).toMatchObject({ authorization: 'Bearer sms-token', 'content-type': 'application/json' });
  });

  test.each([302, 400, 500])(
    'that answers %s has sent nothing, and the next try need not wait a minute',
    async (code) => {
      status = code;
      shop.ctx.sms = httpSms({ url, token: 'sms-token' });
      const [shopper, phone] = [await shop.shopper(), newPhone()];
      expect((await send(shopper, phone)).body.error.code).toBe('platform_unavailable');
      status = 200;
      expect((await send(shopper, phone)).body).toMatchObject({ demoCode: null });
      expect(await send(shopper, phone)).toMatchObject({ status: 429 });
    },
  );

  test('that is not there is said so, and one that nobody configured is unsupported', async () => {
    const gone = httpSms({ url: 'http://127.0.0.1:9/sms', token: 'x' }).send('13800006620', '123456');
    await expect(gone).rejects.toMatchObject({ code: 'platform_unavailable' });
    const live = smsFor(readEnv({ NODE_ENV: 'production' }));
    await expect(live.send('13800006620', '123456')).rejects.toMatchObject({ code: 'unsupported' });
  });
});
