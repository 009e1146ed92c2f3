import { begin } from '../activity';

export interface Outgoing {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | ArrayBuffer | Uint8Array;
  timeoutMs: number;
}

export interface Incoming {
  status: number;
  headers: Record<string, string>;
  body: ArrayBuffer;
}

export type Failure = 'offline' | 'timeout' | 'aborted' | string;
export class RequestFailure extends Error {
  constructor(readonly reason: Failure) {
    super(reason);
  }
}

/** Sends a request through Node. Rejects with `RequestFailure`; an HTTP error status is an answer, not a failure. */
export function send(outgoing: Outgoing): { answer: Promise<Incoming>; abort(): void } {
  const control = new AbortController();
  let reason: Failure = 'aborted';
  const timer = window.setTimeout(() => {
    reason = 'timeout';
    control.abort();
  }, outgoing.timeoutMs);
  const done = begin(`${outgoing.method} ${outgoing.url}`);
  const answer = fetch('/net', {
    method: 'POST',
    signal: control.signal,
    headers: {
      'x-mp-method': outgoing.method,
      'x-mp-url': encodeURIComponent(outgoing.url),
      'x-mp-headers': encodeURIComponent(JSON.stringify(outgoing.headers)),
    },
    body: outgoing.body as BodyInit | undefined,
  })
    .then(async (response) => {
      const failure = response.headers.get('x-mp-failure');
      if (failure) throw new RequestFailure(decodeURIComponent(failure));
      return {
        status: Number(response.headers.get('x-mp-status')),
        headers: JSON.parse(decodeURIComponent(response.headers.get('x-mp-headers') ?? '%7B%7D')),
        body: await response.arrayBuffer(),
      };
    })
    .catch((error) => {
      throw error instanceof RequestFailure
        ? error
        : new RequestFailure(control.signal.aborted ? reason : String(error));
    })
    .finally(() => {
      window.clearTimeout(timer);
      done();
    });
  return { answer, abort: () => control.abort() };
}

const contentType = (headers: Record<string, string>) =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';

export function decode(incoming: Incoming, wants: 'json' | 'text' | 'arraybuffer'): unknown {
  if (wants === 'arraybuffer') return incoming.body;
  const text = new TextDecoder().decode(incoming.body);
  if (wants === 'text') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const scalar = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const formOf = (data: object) =>
  new URLSearchParams(
    Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, scalar(value)]),
  ).toString();

/**
 * Puts `data` where the hosts put it: into the query of a GET, else into the body by content type.
 * @param defaultType the vendor's content type when the caller names none
 */
export function placeData(
  request: { url: string; method: string; headers: Record<string, string>; data: unknown },
  defaultType: string,
): Pick<Outgoing, 'url' | 'headers' | 'body'> {
  const { url, method, headers, data } = request;
  const isObject = typeof data === 'object' && data !== null && !(data instanceof ArrayBuffer);
  if (method === 'GET' || method === 'HEAD') {
    const query = isObject ? formOf(data) : typeof data === 'string' ? data : '';
    return { url: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url, headers };
  }
  if (data === undefined || data === null) return { url, headers };
  const type = contentType(headers) || defaultType;
  const typed = contentType(headers) ? headers : { ...headers, 'content-type': type };
  if (!isObject) return { url, headers: typed, body: data as string | ArrayBuffer };
  return { url, headers: typed, body: type.includes('urlencoded') ? formOf(data) : JSON.stringify(data) };
}
