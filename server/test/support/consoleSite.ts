import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildConsoleApp } from '../../src/app';
import type { TestApp } from './testApp';

/** The console's own origin in tests. */
export const ORIGIN = 'http://localhost:3001';

export interface ConsoleSite {
  app: FastifyInstance;
  /** As a page of the console sends, unless the headers say otherwise. */
  send(method: string, url: string, options?: Sent): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export interface Sent {
  body?: unknown;
  cookies?: Record<string, string>;
  headers?: Record<string, string | undefined>;
}

/** The console's origin of a shop, over a built page of two files. */
export async function consoleSite(shop: TestApp): Promise<ConsoleSite> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-console-'));
  await mkdir(path.join(folder, 'static'));
  await writeFile(
    path.join(folder, 'index.html'),
    '<meta name="style-nonce" content="__STYLE_NONCE__"><title>集市后台</title>',
  );
  await writeFile(path.join(folder, 'static', 'index-0123abcd.js'), 'start()');
  const app = await buildConsoleApp(shop.ctx, { web: { folder, state: () => ({ isReady: true }) } });
  return {
    app,
    send: (method, url, { body, cookies = {}, headers = {} } = {}) => {
      const all = { 'x-jishi-console': '1', origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers };
      return app.inject({
        method: method as InjectOptions['method'],
        url,
        cookies,
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
        ...(body !== undefined && { payload: body as object }),
      } as InjectOptions);
    },
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The cookies that an answer sets, with what it says about each. */
export function cookiesOf(answer: LightMyRequestResponse): Map<string, { value: string; rest: string }> {
  const lines = [answer.headers['set-cookie'] ?? []].flat();
  return new Map(
    lines.map((line) => {
      const [, name, value, rest] = /^([^=]+)=([^;]*); (.*)$/.exec(line)!;
      return [name!, { value: value!, rest: rest! }];
    }),
  );
}
