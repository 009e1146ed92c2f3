import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTls } from 'node:https';
import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { checkNetwork } from '../src/doctor/checkNetwork';
import { examine } from '../src/doctor/examine';
import { reach } from '../src/doctor/reach';
import { reportLines, type Report } from '../src/doctor/report';
import { readPlatformConfigs } from '../src/platform/config';
import { bucket, BUCKET_KEYS } from './support/bucket';
import { certificate } from './support/certificate';
import { emptyDb } from './support/emptyDb';
import { FULL_ENV } from './support/merchantEnv';
import { openAlipay } from './support/standins/alipay';
import { openDouyin } from './support/standins/douyin';
import { openWechat } from './support/standins/wechat';
import { addressOf } from './support/postgresTemplate';
import { isPostgres, testDb } from './support/testDb';

const ROOT = path.resolve(__dirname, '../..');

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'jishi-doctor-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = async (name: string, content: unknown) => {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
};
const offline = (change: Record<string, string> = {}) =>
  examine({ ...FULL_ENV, DATA_DIR: path.join(root, 'data'), ...change }, { root, isOffline: true });
const named = (findings: Report['faults']) => findings.map(({ name }) => name);

/** A project whose packages were built for this shop. */
async function builtProject(): Promise<void> {
  const call = `request((("${FULL_ENV.PUBLIC_URL}")).replace(/x/,"")+"/api")`;
  await put('project.config.json', { appid: FULL_ENV.WEAPP_APP_ID });
  await put('project.tt.json', { appid: FULL_ENV.TT_APP_ID });
  await put('project.alipay.json', { format: 2 });
  for (const platform of ['weapp', 'alipay', 'tt']) {
    await put(`dist/${platform}/app.json`, {});
    await put(`dist/${platform}/common.js`, call);
  }
  await put('dist/weapp/project.config.json', { appid: FULL_ENV.WEAPP_APP_ID });
  await put('dist/tt/project.config.json', { appid: FULL_ENV.TT_APP_ID });
}

describe('without the network', () => {
  test('a complete shop has no fault, and each part of it is named as fine', async () => {
    await builtProject();
    const report = await offline({ DATABASE_URL: 'postgres://shop@db.example/shop', TRUST_PROXY: '1' });
    expect(report.faults).toEqual([]);
    expect(report.advice).toEqual([]);
    for (const name of ['WEAPP_…', 'WXPAY_…', 'ALIPAY_…', 'TT_…', 'TT_SHOP_…', 'SMS_…', 'DATA_DIR', 'dist/weapp']) {
      expect(named(report.fine)).toContain(name);
    }
    expect(reportLines(report).at(-1)).toBe('一切正常');
  });

  test('nothing at all is a demo shop: fine, with advice', async () => {
    const report = await examine({ DATA_DIR: root }, { root, isOffline: true });
    expect(report.faults).toEqual([]);
    expect(named(report.advice)).toEqual(['NODE_ENV', 'DATABASE_URL']);
  });

  test('every broken part is named once, with what to do, and no secret is shown', async () => {
    await builtProject();
    await put('project.config.json', { appid: 'touristappid' });
    await put('dist/tt/common.js', 'request("http://localhost:3000/api")');
    await put('dist/alipay/common.js', `request("${FULL_ENV.PUBLIC_URL}.evil.example")`);
    const report = await offline({
      PORT: '70000',
      WXPAY_PRIVATE_KEY: 'not a key',
      ALIPAY_PUBLIC_KEY: '',
      TT_SECRET: 'demo-secret-value',
      TARO_APP_API: 'https://other.example',
    });
    expect(named(report.faults).sort()).toEqual([
      'ALIPAY_PUBLIC_KEY',
      'PORT',
      'TARO_APP_API',
      'TT_SECRET',
      'WXPAY_PRIVATE_KEY',
      'dist/tt',
      'project.config.json',
    ]);
    for (const { text } of report.faults) expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(reportLines(report).join('\n')).not.toMatch(/demo-secret-value|not a key/);
    // a group that is faulty is not looked at further
    const other = await offline();
    expect(named(other.faults).sort()).toEqual(['dist/alipay', 'dist/tt', 'project.config.json']);
  });

  test('a variable whose name is misspelt is pointed at', async () => {
    const { advice } = await offline({ WXPAY_MCH_ID: '1900000109' });
    expect(advice).toContainEqual({ name: 'WXPAY_MCH_ID', text: expect.stringContaining('写错') });
  });

  test('production with the fake platform is a fault', async () => {
    expect(named((await offline({ PLATFORM: 'fake' })).faults)).toEqual(['PLATFORM']);
  });

  test('a data folder that cannot be written is a fault, and one that can is left as it was', async () => {
    const file = path.join(root, 'file');
    await writeFile(file, '');
    const report = await offline({ DATA_DIR: path.join(file, 'data') });
    expect(named(report.faults)).toEqual(['DATA_DIR']);
    const data = path.join(root, 'data');
    await mkdir(data);
    expect(named((await offline()).fine)).toContain('DATA_DIR');
    expect(await readdir(data)).toEqual([]);
  });
});

describe('asking the platforms', () => {
  const ask = (variables: Record<string, string>) =>
    checkNetwork(readPlatformConfigs(variables).configs, undefined, 3000);

  test('WeChat and WeChat Pay: right, and each wrong in its own words', async () => {
    const wechat = await openWechat();
    expect(await ask(wechat.config)).toMatchObject({
      faults: [],
      fine: [{ name: 'WEAPP_HOST' }, { name: 'WXPAY_HOST' }],
    });
    expect(wechat.calls.filter((call) => !call.endsWith(' /'))).toEqual([
      'POST /cgi-bin/stable_token',
      'GET /v3/pay/transactions/out-trade-no/doctor000000',
    ]);
    for (const [errcode, name, text] of [
      [40013, 'WEAPP_APP_ID', 'AppID'],
      [40125, 'WEAPP_SECRET', 'AppSecret'],
      [40164, 'WEAPP_SECRET', 'IP 白名单'],
    ] as const) {
      wechat.misbehave('stable_token', { errcode });
      expect((await ask(wechat.config)).faults).toEqual([{ name, text: expect.stringContaining(text) }]);
    }
    const serial = { WXPAY_SERIAL: 'ABCDEF0123456789' };
    expect(named((await ask({ ...wechat.config, ...serial })).faults)).toEqual(['WXPAY_PRIVATE_KEY']);
    wechat.close();
  });

  test('Alipay: right, the wrong private key, the wrong public key, an unknown app', async () => {
    const [alipay, other] = await Promise.all([openAlipay(), openAlipay()]);
    const wrong = async (change: Record<string, string>) => named((await ask({ ...alipay.config, ...change })).faults);
    expect(await wrong({})).toEqual([]);
    expect(await wrong({ ALIPAY_PRIVATE_KEY: other.config.ALIPAY_PRIVATE_KEY })).toEqual(['ALIPAY_PRIVATE_KEY']);
    expect(await wrong({ ALIPAY_PUBLIC_KEY: other.config.ALIPAY_PUBLIC_KEY })).toEqual(['ALIPAY_PUBLIC_KEY']);
    expect(await wrong({ ALIPAY_APP_ID: '2021000000000009' })).toEqual(['ALIPAY_APP_ID']);
    await Promise.all([alipay.close(), other.close()]);
  });

  test('Douyin and its shop: right, and the wrong secret of each', async () => {
    const douyin = await openDouyin();
    const wrong = async (change: Record<string, string>) => named((await ask({ ...douyin.config, ...change })).faults);
    expect(await wrong({})).toEqual([]);
    expect(await wrong({ TT_SECRET: 'another' })).toEqual(['TT_SECRET']);
    expect(await wrong({ TT_SHOP_APP_SECRET: 'another' })).toEqual(['TT_SHOP_APP_SECRET']);
    await douyin.close();
  });

  test('a host where nobody is, and a name that nobody has', async () => {
    const sms = { SMS_URL: 'http://127.0.0.1:1/codes', SMS_TOKEN: 'token' };
    expect(await ask(sms)).toMatchObject({
      faults: [{ name: 'SMS_URL', text: expect.stringContaining('127.0.0.1:1') }],
    });
    expect(await reach('http://no-such-host.invalid', 3000)).toMatchObject({
      ok: false,
      text: expect.stringContaining('解析'),
    });
  });
});

describe('the shop’s own address', () => {
  const opened: Server[] = [];
  const serve = async (server: Server) => {
    opened.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => opened.splice(0).forEach((server) => server.close()));
  const ask = (url: string) => checkNetwork(readPlatformConfigs({}).configs, url, 3000);

  test('leads to the shop, to something else, or nowhere', async () => {
    const shop = await serve(createServer((_request, response) => response.end('{"status":"ok"}')));
    expect(await ask(`http://127.0.0.1:${shop}`)).toMatchObject({ faults: [], fine: [{ name: 'PUBLIC_URL' }] });
    const other = await serve(createServer((_request, response) => response.end('<h1>Welcome to nginx!</h1>')));
    expect((await ask(`http://127.0.0.1:${other}`)).faults).toMatchObject([{ name: 'PUBLIC_URL' }]);
    expect(await ask('http://127.0.0.1:1')).toMatchObject({ faults: [], advice: [{ name: 'PUBLIC_URL' }] });
  });

  test('with a certificate that nobody vouches for is a fault', async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const port = await serve(createTls({ key, cert: certificate(keys, '01') }, (_request, response) => response.end()));
    const { faults } = await ask(`https://127.0.0.1:${port}`);
    expect(faults).toEqual([{ name: 'PUBLIC_URL', text: expect.stringContaining('证书有问题') }]);
  });
});

test('a bucket is written, read and cleaned; one that refuses the key is a fault', async () => {
  const store = await bucket();
  const keys = { ASSETS_S3_URL: store.url, ASSETS_S3_REGION: BUCKET_KEYS.region, ASSETS_S3_KEY_ID: BUCKET_KEYS.keyId };
  const look = (secret: string) =>
    examine({ DATA_DIR: root, ...keys, ASSETS_S3_SECRET: secret }, { root, timeout: 3000 });
  expect(named((await look(BUCKET_KEYS.secret)).fine)).toContain('ASSETS_S3_URL');
  expect(store.objects.size).toBe(0);
  expect(named((await look('wrong secret')).faults)).toEqual(['ASSETS_S3_URL']);
  store.close();
});

(isPostgres ? describe : describe.skip)('PostgreSQL', () => {
  const look = (url: string) => examine({ DATA_DIR: root, DATABASE_URL: url }, { root, timeout: 3000 });

  test('empty, migrated, newer than the program, and each way not to get in', async () => {
    const [empty, full] = [await emptyDb(), await testDb()];
    const fine = async (url: string) => (await look(url)).fine.find(({ name }) => name === 'DATABASE_URL')?.text;
    expect(await fine(empty.url!)).toContain('启动时会补上');
    expect(await empty.db.query({ text: 'select 1 from pg_tables where schemaname = $1', values: ['public'] })).toEqual(
      [],
    );
    expect(await fine(full.url!)).toContain('数据表是最新的');
    await full.db.query({ text: "insert into schema_migrations (name) values ('9999_x.sql')", values: [] });
    const faults = async (url: string) => (await look(url)).faults;
    expect(await faults(full.url!)).toEqual([{ name: 'DATABASE_URL', text: expect.stringContaining('9999_x.sql') }]);
    expect(await faults(addressOf('no_such_database'))).toEqual([
      { name: 'DATABASE_URL', text: expect.stringContaining('没有这个数据库') },
    ]);
    expect(await faults('postgres://a@127.0.0.1:1/a')).toEqual([
      { name: 'DATABASE_URL', text: expect.stringContaining('没有数据库') },
    ]);
    await Promise.all([empty.drop(), full.drop()]);
  });
});

describe('npm run doctor', () => {
  const run = (env: Record<string, string>, args: string[] = ['--offline']) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/doctor.ts', ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR: root, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    return new Promise<{ code: number | null; output: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, output })),
    );
  };

  test('ends with 1 and one line for each fault, with 0 and what is fine otherwise', async () => {
    const broken = await run({ ALIPAY_APP_ID: '2021000000000001', PORT: 'x' });
    expect(broken.code).toBe(1);
    for (const name of ['PORT', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY']) {
      expect(broken.output).toMatch(new RegExp(`^ {2}✗ ${name}：`, 'm'));
    }
    const fine = await run({});
    expect(fine).toMatchObject({ code: 0, output: expect.stringContaining('✓ DATA_DIR：') });
    expect(await run({}, ['--help'])).toMatchObject({ code: 1, output: expect.stringContaining('用法') });
  }, 60_000);
});
