import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AppError } from '../errors';
import type { Blobs } from './blobs';
import { encodeKey, signV4, type S3Keys } from './signV4';

export interface S3Options extends Omit<S3Keys, 'service'> {
  /** The bucket's address, `https://bucket.oss-cn-hangzhou.aliyuncs.com` or `https://host/bucket`. */
  url: string;
  now(): Date;
  /** Milliseconds until an answer has begun. */
  timeout?: number;
}

const EMPTY: Buffer = Buffer.alloc(0);
/** A bucket that is away for a moment. */
const TRIES = 3;

/** A bucket that speaks S3, over signed requests. Throws `platform_unavailable` when it does not answer as it should. */
export function s3Blobs(options: S3Options): Blobs {
  const { now, timeout = 20_000 } = options;
  const keys = { ...options, service: 's3' };
  const base = options.url.replace(/\/+$/, '');

  const send = async (method: string, name: string, body = EMPTY, headers: Record<string, string> = {}) => {
    const url = new URL(`${base}/${name.split('/').map(encodeKey).join('/')}`);
    for (let attempt = 1; ; attempt++) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), timeout);
      const answer = await fetch(url, {
        method,
        headers: { ...headers, ...signV4(keys, { method, url, body, now: now() }) },
        ...(method === 'PUT' && { body: new Uint8Array(body) }),
        signal: stop.signal,
        redirect: 'error',
      }).catch(() => null);
      clearTimeout(timer);
      if (answer && answer.status < 500) return answer;
      await answer?.body?.cancel();
      if (attempt === TRIES) throw new AppError('platform_unavailable');
    }
  };
  /** The body is of no interest, but an unread one keeps its connection. */
  const end = async (answer: Response, ...good: number[]) => {
    await answer.body?.cancel();
    if (!good.includes(answer.status)) throw new AppError('platform_unavailable', { status: answer.status });
    return answer.status;
  };

  return {
    async write(name, bytes) {
      await end(await send('PUT', name, bytes, { 'content-type': 'application/octet-stream' }), 200);
    },
    async read(name) {
      const answer = await send('GET', name);
      if (answer.status !== 200 || !answer.body) {
        await end(answer, 404);
        return null;
      }
      const stream = Readable.fromWeb(answer.body as ReadableStream);
      return { size: Number(answer.headers.get('content-length')), stream };
    },
    has: async (name) => (await end(await send('HEAD', name), 200, 404)) === 200,
    async remove(name) {
      await end(await send('DELETE', name), 200, 204, 404);
    },
  };
}
