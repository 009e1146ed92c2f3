import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ADDRESS } from './support/fixtures';
import type { Answer } from './support/testApp';
import { startServer, startServerOrThrow, type ServerProcess } from './support/serverProcess';

let dataDir: string;
const started: ServerProcess[] = [];
const start = async (env: Record<string, string> = {}) => {
  const server = await startServerOrThrow({ DATA_DIR: dataDir, ...env });
  started.push(server);
  return server;
};

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'jishi-process-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.kill()));
  await rm(dataDir, { recursive: true, force: true });
});

const call = async (server: ServerProcess, url: string, token?: string, body?: unknown) => {
  const answer = await fetch(server.url + url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
};
const login = (server: ServerProcess) =>
  call(server, '/api/sessions', undefined, { platform: 'h5', appId: 'h5', deviceId: 'device-0001' });

test('a second start keeps what the first one stored, also after a power cut', async () => {
  const first = await start();
  const { token } = (await login(first)).body;
  await call(first, '/api/addresses', token, ADDRESS);
  await first.kill();
  const second = await start();
  expect((await call(second, '/api/addresses', token)).body.items).toMatchObject([ADDRESS]);
  expect(await second.stop()).toBe(0);
  const third = await start();
  expect((await call(third, '/api/addresses', token)).body.items).toMatchObject([ADDRESS]);
}, 180_000);

test('a second process on the same data folder is refused and told who holds it', async () => {
  const first = await start();
  const second = await startServer({ DATA_DIR: dataDir });
  expect(second).toMatchObject({ code: 1 });
  const { output } = second as { output: string };
  expect(output).toContain(`数据目录 ${dataDir} 正被另一个集市服务使用`);
  expect(output).toContain(String(first.child.pid));
  expect((await call(first, '/healthz')).status).toBe(200);
  const lock = JSON.parse(await readFile(path.join(dataDir, 'server.lock'), 'utf8'));
  expect(lock.pid).toBe(first.child.pid);
}, 180_000);

test('a taken port and a faulty configuration end with one clear message', async () => {
  const first = await start();
  const port = new URL(first.url).port;
  const other = await mkdtemp(path.join(os.tmpdir(), 'jishi-process-'));
  const taken = await startServer({ DATA_DIR: other, PORT: port });
  expect(taken).toMatchObject({ code: 1, output: expect.stringContaining(`端口 ${port} 已被占用`) });
  const faulty = await startServer({ DATA_DIR: other, PORT: '99999', DATABASE_URL: 'nonsense' });
  expect(faulty).toMatchObject({ code: 1, output: expect.stringMatching(/PORT：[\s\S]*DATABASE_URL：/) });
  await rm(other, { recursive: true, force: true });
}, 180_000);
