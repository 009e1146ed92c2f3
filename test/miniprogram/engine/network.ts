import http from 'node:http';
import https from 'node:https';
import type { Route } from 'playwright-core';

/** What goes wrong on the way. `failEvery: 2` loses every second request, counted from when it is set. */
export interface Faults {
  offline?: boolean;
  latencyMs?: number;
  failEvery?: number;
}

export interface RequestRecord {
  method: string;
  /** As the package sees it, before `origins` are replaced. */
  url: string;
  /** HTTP status; 0 while under way and when no answer came. */
  status: number;
  failure?: string;
  /** The failure was asked for with `network()`. */
  injected: boolean;
  ms: number;
}

const INJECTED = 'injected';

async function readAll(stream: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The radio between the package and the world: forwards requests and pictures from Node, so that CORS plays no part. */
export class Network {
  readonly requests: RequestRecord[] = [];
  /** Pictures lost to an injected fault: not the package's doing. */
  readonly lostPictures = new Set<string>();
  private faults: Faults = {};
  private counted = 0;
  private readonly agent = new http.Agent({ keepAlive: true });

  /** @param origins where requests to a given origin really go, e.g. `{ 'http://localhost:3000': 'http://127.0.0.1:41523' }` */
  constructor(private readonly origins: Record<string, string> = {}) {}

  setFaults(faults: Faults): void {
    this.faults = faults;
    this.counted = 0;
  }

  /** Answers the browser side's `/net`: the real request is in its headers, the real answer in ours. */
  async forward(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const method = String(request.headers['x-mp-method']);
    const url = decodeURIComponent(String(request.headers['x-mp-url']));
    const headers = JSON.parse(decodeURIComponent(String(request.headers['x-mp-headers']))) as Record<string, string>;
    const body = await readAll(request);
    const record: RequestRecord = { method, url, status: 0, injected: false, ms: 0 };
    this.requests.push(record);
    const started = performance.now();
    try {
      await this.obstruct();
      const answer = await this.send(method, url, headers, body, response);
      record.status = answer.status;
      response.writeHead(200, {
        'x-mp-status': String(answer.status),
        'x-mp-headers': encodeURIComponent(JSON.stringify(answer.headers)),
        'content-type': 'application/octet-stream',
      });
      response.end(answer.body);
    } catch (error) {
      record.failure = (error as Error).message;
      record.injected = (error as Error).cause === INJECTED;
      if (!response.destroyed) response.writeHead(200, { 'x-mp-failure': encodeURIComponent(record.failure) }).end();
    } finally {
      record.ms = Math.round(performance.now() - started);
    }
  }

  /** Lets a picture or another outside resource through, under the same faults and origins. */
  async fetchResource(route: Route): Promise<void> {
    const url = route.request().url();
    try {
      await this.obstruct();
    } catch {
      this.lostPictures.add(url);
      return route.abort('internetdisconnected');
    }
    const target = this.target(url);
    if (target === url) return route.continue();
    try {
      await route.fulfill({ response: await route.fetch({ url: target }) });
    } catch {
      // refused when the mini-program was closed meanwhile: nobody waits for it any more
      await route.abort('connectionrefused').catch(() => undefined);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async obstruct(): Promise<void> {
    const { offline, latencyMs, failEvery } = this.faults;
    this.counted += 1;
    const turn = this.counted;
    // unreferenced: a request nobody waits for any more must not keep the process
    if (latencyMs) await new Promise((resolve) => setTimeout(resolve, latencyMs).unref());
    if (offline) throw new Error('offline', { cause: INJECTED });
    if (failEvery && turn % failEvery === 0) throw new Error('connection reset', { cause: INJECTED });
  }

  private target(url: string): string {
    const { origin } = new URL(url);
    const replaced = this.origins[origin];
    return replaced ? replaced + url.slice(origin.length) : url;
  }

  private send(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: Buffer,
    caller: http.ServerResponse,
  ) {
    const target = this.target(url);
    const secure = target.startsWith('https:');
    return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const outgoing = (secure ? https : http).request(
        target,
        {
          method,
          agent: secure ? undefined : this.agent,
          headers: body.length ? { ...headers, 'content-length': body.length } : headers,
        },
        (incoming) => {
          const { statusCode, headers: received } = incoming;
          readAll(incoming).then((data) => resolve({ status: statusCode ?? 0, headers: received, body: data }), reject);
        },
      );
      outgoing.on('error', reject);
      // the package aborted, or its time ran out: the browser hung up on us, so hang up on the backend
      caller.on('close', () => {
        if (!caller.writableFinished) outgoing.destroy(new Error('aborted'));
      });
      outgoing.end(body);
    });
  }
}
