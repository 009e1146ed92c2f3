import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenOptions } from './engine/driver';
import type { Platform } from './engine/protocol';
import { onePage, PIXEL, probePackage, prober } from './fixture';
import { withChrome } from './minis';

const BACKEND = 'http://shop.test';
const seen: { method?: string; url?: string; body: string; type?: string }[] = [];
let backend: http.Server;
let origins: Record<string, string>;

beforeAll(async () => {
  backend = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { method, url = '/', headers } = request;
      seen.push({ method, url, body, type: headers['content-type'] });
      if (url === '/dot.png') return response.writeHead(200, { 'content-type': 'image/png' }).end(PIXEL);
      const status = Number(/status=(\d+)/.exec(url)?.[1] ?? 200);
      response.writeHead(status, { 'content-type': 'application/json', 'x-trace': 'abc' });
      response.end(JSON.stringify({ ok: status < 400 }));
    });
  });
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  origins = { [BACKEND]: `http://127.0.0.1:${(backend.address() as AddressInfo).port}` };
});
afterAll(() => {
  backend.closeAllConnections();
  backend.close();
});

withChrome('the network of a mini-program', (start) => {
  const request = (params: string) => `return call('request', { url: '${BACKEND}/api/x', ${params} })`;
  const probe = async (platform: Platform, source: string, options: Partial<OpenOptions> = {}) => {
    const mini = await start(probePackage(platform, { 请求: source }), { origins, ...options }, platform);
    return { mini, out: await prober(mini)('请求') };
  };

  it('reaches the backend without CORS and is recorded', async () => {
    const source = `return call('request', { url: '${BACKEND}/api/x', method: 'POST', header: { 'X-Key': '1' }, data: { 名: '值' } })`;
    const { mini, out } = await probe('weapp', source);
    expect(out.value).toMatchObject({ statusCode: 200, data: { ok: true }, header: { 'x-trace': 'abc' } });
    expect(seen.at(-1)).toMatchObject({ method: 'POST', body: '{"名":"值"}', type: 'application/json' });
    expect(mini.requests()).toEqual([
      expect.objectContaining({ method: 'POST', url: `${BACKEND}/api/x`, status: 200, injected: false }),
    ]);
    expect(await mini.calls('request')).toHaveLength(1);
  });

  it('shows pictures of the backend', async () => {
    const mini = await start(onePage({ wxml: `<image src="${BACKEND}/dot.png" />` }), { origins });
    await mini.settle();
    expect(seen.at(-1)?.url).toBe('/dot.png');
    expect(await mini.problems()).toEqual([]);
  });

  it.each([
    ['weapp', { value: expect.objectContaining({ statusCode: 404, data: { ok: false } }) }],
    ['tt', { value: expect.objectContaining({ statusCode: 404, data: { ok: false } }) }],
    // Alipay fails with its number 19, and the answer rides on the failure
    ['alipay', { error: expect.objectContaining({ error: 19, status: 404, data: { ok: false } }) }],
  ] as const)('delivers a 404 on %s as that vendor does', async (platform, expected) => {
    const source = `return call('request', { url: '${BACKEND}/api/x?status=404' })`;
    const { mini, out } = await probe(platform, source);
    expect(out).toEqual(expected);
    expect(await mini.problems()).toEqual([]);
  });

  it.each([
    ['weapp', { error: { errMsg: 'request:fail invalid method PATCH' } }],
    ['alipay', { error: { error: 2, errorMessage: 'invalid method PATCH' } }],
    ['tt', { value: expect.objectContaining({ statusCode: 200 }) }],
  ] as const)('knows on %s whether there is a PATCH', async (platform, expected) => {
    expect((await probe(platform, request(`method: 'PATCH', data: {}`))).out).toEqual(expected);
  });

  it('counts an answer of 500, and a backend that is not there, as problems', async () => {
    const sources = {
      坏: `return call('request', { url: '${BACKEND}/api/x?status=500' })`,
      无: `return call('request', { url: 'http://127.0.0.1:1/x' })`,
    };
    const mini = await start(probePackage('weapp', sources), { origins });
    const run = prober(mini);
    await run('坏');
    expect((await run('无')).error).toMatchObject({ errMsg: expect.stringMatching(/^request:fail/) });
    expect(await mini.problems()).toEqual([
      expect.stringContaining('/api/x?status=500 was answered 500'),
      expect.stringContaining('failed: connect ECONNREFUSED'),
    ]);
  });

  it.each([
    ['weapp', { errMsg: expect.stringContaining('ERR_INTERNET_DISCONNECTED'), errno: 600001 }],
    ['alipay', { error: 12, errorMessage: '网络不可用' }],
    ['tt', { errMsg: expect.stringContaining('ERR_INTERNET_DISCONNECTED'), errNo: 600001 }],
  ] as const)('goes offline on %s when told to, which is no problem of the package', async (platform, error) => {
    const { mini, out } = await probe(platform, request(''), { network: { offline: true } });
    expect(out).toEqual({ error });
    expect(await mini.problems()).toEqual([]);
    mini.network({});
    expect(mini.requests()).toEqual([expect.objectContaining({ failure: 'offline', injected: true })]);
  });

  it('loses every second request when told to, pictures included', async () => {
    const source = `const outcomes = []
      for (let i = 0; i < 4; i++) {
        await call('request', { url: '${BACKEND}/api/x' }).then(() => outcomes.push('ok'), () => outcomes.push('lost'))
      }
      return outcomes`;
    const { out } = await probe('weapp', source, { network: { failEvery: 2 } });
    expect(out.value).toEqual(['ok', 'lost', 'ok', 'lost']);
    const page = onePage({ wxml: `<view>店</view><image src="${BACKEND}/dot.png" />` });
    const mini = await start(page, { origins, network: { failEvery: 1 } });
    await mini.settle();
    expect(await mini.problems()).toEqual([]);
  });

  it('times out and aborts as WeChat does', async () => {
    const sources = {
      超时: request('timeout: 20'),
      放弃: `return new Promise((resolve) => native.request({ url: '${BACKEND}/api/x', fail: resolve }).abort())`,
    };
    const mini = await start(probePackage('weapp', sources), { origins, network: { latencyMs: 2000 } });
    const run = prober(mini);
    expect(await run('超时')).toEqual({ error: { errMsg: 'request:fail timeout', errno: 5 } });
    expect(await run('放弃')).toEqual({ value: { errMsg: 'request:fail abort' } });
    expect(await mini.problems()).toEqual([]);
  });
});
