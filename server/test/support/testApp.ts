import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Platform } from '@jishi/contract/plain/platforms';
import { buildApp, jobHandlers } from '../../src/app';
import type { Context } from '../../src/context';
import type { Observer } from '../../src/db/db';
import { readEnv } from '../../src/env';
import { runDueJobs } from '../../src/jobs';
import { contextFor } from '../../src/openContext';
import { testDb } from './testDb';

export interface TestApp {
  app: FastifyInstance;
  ctx: Context;
  /** The database's address when it is PostgreSQL. */
  databaseUrl: string | null;
  /** Moves the server's clock. */
  advance(ms: number): void;
  /** Runs every due job, and what they cause. */
  runJobs(): Promise<number>;
  /** A new shopper with a session; `login` names the super-app and its code instead of H5. */
  shopper(login?: Login): Promise<Shopper>;
  close(): Promise<void>;
}

export interface Login {
  platform: Platform;
  appId: string;
  code: string;
  deviceId: string;
}

export interface Answer {
  status: number;
  // tests read deep into answers whose shape they are about to check
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface Shopper {
  userId: string;
  token: string;
  get(url: string): Promise<Answer>;
  post(url: string, body?: unknown, key?: string): Promise<Answer>;
  put(url: string, body?: unknown): Promise<Answer>;
  delete(url: string): Promise<Answer>;
}

/** The real app over a real, empty database of the engine under test. */
export async function testApp(options: { observer?: Observer; env?: Record<string, string> } = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jishi-test-'));
  const env = readEnv({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    RATE_LIMIT: '1000000',
    // tests run at any time of day
    QUIET_HOURS: '00-00',
    ...options.env,
  });
  const { db, url, drop } = await testDb(options.observer);
  const ctx = await contextFor(env, db);
  let shift = 0;
  ctx.now = () => new Date(Date.now() + shift);
  const app = await buildApp(ctx);
  let devices = 0;

  const send = async (request: InjectOptions): Promise<Answer> => {
    const response = await app.inject(request);
    const isJson = String(response.headers['content-type']).includes('json');
    return { status: response.statusCode, body: isJson ? response.json() : response.body };
  };

  return {
    app,
    ctx,
    databaseUrl: url,
    advance: (ms) => (shift += ms),
    runJobs: () => runDueJobs(ctx, jobHandlers),
    async shopper(login) {
      const { body } = await send({
        method: 'POST',
        url: '/api/sessions',
        payload: login ?? { platform: 'h5', appId: 'h5', deviceId: `device-${++devices}-${Date.now()}` },
      });
      const headers = { authorization: `Bearer ${body.token}` };
      return {
        userId: body.userId,
        token: body.token,
        get: (to) => send({ method: 'GET', url: to, headers }),
        post: (to, payload = {}, key) =>
          send({
            method: 'POST',
            url: to,
            headers: { ...headers, ...(key && { 'idempotency-key': key }) },
            payload: payload as object,
          }),
        put: (to, payload = {}) => send({ method: 'PUT', url: to, headers, payload: payload as object }),
        delete: (to) => send({ method: 'DELETE', url: to, headers }),
      };
    },
    async close() {
      await app.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
