import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Call {
  method: string;
  /** Path and query as they were sent: signatures are over these. */
  target: string;
  path: string;
  query: URLSearchParams;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body: Buffer | string;
}

/**
 * What goes wrong with a call: WeChat is down, never answers, does the work and hangs up, answers without or with a
 * wrong signature, or refuses with a code of its own.
 */
export type Fault =
  'down' | 'silent' | 'lost' | 'unsigned' | 'forged' | { errcode: number } | { status: number; code: string };

export interface WechatHttp {
  url: string;
  /** Every call so far, as `POST /path`. */
  calls: string[];
  /** The next `times` calls whose path contains `path` go wrong. */
  misbehave(path: string, fault: Fault, times?: number): void;
  close(): void;
}

export async function openWechatHttp(answer: (call: Call, fault?: Fault) => Reply): Promise<WechatHttp> {
  const faults: { path: string; fault: Fault; times: number }[] = [];
  const takeFault = (path: string): Fault | undefined => {
    const found = faults.find((entry) => entry.times > 0 && path.includes(entry.path));
    if (found) found.times -= 1;
    return found?.fault;
  };

  const server = http.createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = 'GET', url: target = '/', headers } = request;
      const { pathname: path, searchParams: query } = new URL(target, 'http://wechat');
      self.calls.push(`${method} ${path}`);
      const fault = takeFault(path);
      if (fault === 'silent') return;
      if (fault === 'down') {
        response.writeHead(503).end();
        return;
      }
      if (typeof fault === 'object' && 'errcode' in fault) {
        const refused = JSON.stringify({ errcode: fault.errcode, errmsg: 'refused' });
        response.writeHead(200, { 'content-type': 'application/json' }).end(refused);
        return;
      }
      const reply = answer({ method, target, path, query, headers, body }, fault);
      if (fault === 'lost') request.socket.destroy();
      else response.writeHead(reply.status, reply.headers).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: WechatHttp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    misbehave: (path, fault, times = 1) => void faults.push({ path, fault, times }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return self;
}

export const json = (body: object, type = 'application/json'): Reply => ({
  status: 200,
  headers: { 'content-type': type },
  body: JSON.stringify(body),
});
