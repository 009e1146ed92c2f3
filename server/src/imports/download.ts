import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { PictureUnavailable, publicAddresses, type Address, type Resolve } from './publicAddress';

export interface DownloadOptions {
  /** Replaced in tests. */
  resolve?: Resolve;
  isPublic?(address: string): boolean;
  /** Milliseconds. */
  connectTimeout?: number;
  wholeTimeout?: number;
  /** Bytes. */
  maxBytes?: number;
}

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches what a merchant's URL names, from the public internet only: each hop's name is resolved once, all its
 * addresses are checked, and exactly these are connected to. Throws PictureUnavailable.
 */
export async function download(address: string, options: DownloadOptions = {}): Promise<Buffer> {
  const { wholeTimeout = 15_000 } = options;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), wholeTimeout);
  try {
    return await untilAborted(follow(address, options, stop.signal), stop.signal);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** Name resolution cannot be cancelled, so the whole is raced against the clock. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new PictureUnavailable('下载超时', 1)), { once: true });
    work.then(resolve, reject);
  });
}

async function follow(address: string, options: DownloadOptions, signal: AbortSignal): Promise<Buffer> {
  let url = readUrl(address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const addresses = await publicAddresses(url, options);
    if (signal.aborted) throw new PictureUnavailable('下载超时', 1);
    const answer = await request(url, addresses, options, signal);
    if (Buffer.isBuffer(answer)) return answer;
    url = readUrl(answer.location, url);
  }
  throw new PictureUnavailable(`跳转超过 ${MAX_REDIRECTS} 次`);
}

function readUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new PictureUnavailable('网址不对');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new PictureUnavailable('只能是 http 或 https 网址');
  if (url.username || url.password) throw new PictureUnavailable('网址里不能带用户名和密码');
  return url;
}

function request(
  url: URL,
  addresses: Address[],
  { connectTimeout = 5_000, maxBytes = 8 * 1024 * 1024 }: DownloadOptions,
  signal: AbortSignal,
): Promise<Buffer | { location: string }> {
  const lookup: LookupFunction = (_host, { all }, done) =>
    all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family);
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const sent = client.get(url, {
      lookup,
      signal,
      agent: false,
      headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'jishi-import' },
    });
    const fail = (reason: string, strikes = 0) => {
      reject(new PictureUnavailable(reason, strikes));
      sent.destroy();
    };
    const timer = setTimeout(() => fail('连接超时', 1), connectTimeout);
    sent.on('error', () => fail('连接失败', 1));
    sent.once('close', () => clearTimeout(timer));
    const connected = url.protocol === 'https:' ? 'secureConnect' : 'connect';
    sent.once('socket', (socket) => socket.once(connected, () => clearTimeout(timer)));
    sent.once('response', (response) => {
      const { statusCode = 0, headers } = response;
      if (REDIRECTS.has(statusCode) && headers.location) {
        resolve({ location: headers.location });
        sent.destroy();
      } else if (statusCode !== 200) {
        fail(`服务器答复 ${statusCode}`);
      } else if (Number(headers['content-length']) > maxBytes) {
        fail(`超过 ${maxBytes / 1024 / 1024} MiB`);
      } else {
        let size = 0;
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > maxBytes) fail(`超过 ${maxBytes / 1024 / 1024} MiB`);
        });
        response.once('end', () => (response.complete ? resolve(Buffer.concat(parts)) : fail('下载中断')));
        response.on('error', () => fail('下载中断'));
      }
    });
  });
}
