import { z } from 'zod';
import type { AccessTokens, FreshToken } from './accessTokens';
import { readAnswer, WechatRefusal } from './wechatRefusal';

/** WeChat's open API, as one app sees it. Each call throws `WechatRefusal` with WeChat's errcode. */
export interface WechatApi {
  /** A call that proves itself with the app's secret in the query. */
  get(path: string, query: Record<string, string>): Promise<unknown>;
  /** A call with the app's access token; renewed and repeated once when WeChat takes it no more. */
  post(path: string, body: object): Promise<unknown>;
  /** The same for a call that answers a picture, and JSON only when it refuses. */
  postForPicture(path: string, body: object): Promise<{ contentType: string; bytes: Buffer }>;
}

export interface WechatApiOptions {
  host: string;
  appId: string;
  secret: string;
  tokens: AccessTokens;
  /** For one request. */
  timeoutMs: number;
}

/** The codes for a token that is wrong, out of date or replaced. */
const STALE_TOKEN = new Set(['40001', '40014', '42001']);

const Refused = z.object({ errcode: z.int() });
const Token = z.object({ access_token: z.string().min(1), expires_in: z.int().positive() });

export function wechatApi({ host, appId, secret, tokens, timeoutMs }: WechatApiOptions): WechatApi {
  const name = `weapp:${appId}`;

  /** Stable access token, documented as the one that does not end the others'. */
  const ask = async (isForced: boolean): Promise<FreshToken> => {
    const path = '/cgi-bin/stable_token';
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: isForced };
    const answer = await sendJson(new URL(host + path), body, timeoutMs);
    const read = readAnswer(Token, parse(answer, path), path);
    return { token: read.access_token, expiresInMs: read.expires_in * 1000 };
  };
  /** Forced only when WeChat still gives out the very token it refuses: forcing is counted, and ends the old one. */
  const replace = async (refused: string): Promise<FreshToken> => {
    const fresh = await ask(false);
    return fresh.token === refused ? ask(true) : fresh;
  };

  const withToken = async <T>(path: string, body: object, read: (answer: Answer) => T): Promise<T> => {
    const call = async (token: string) => {
      const url = new URL(host + path);
      url.searchParams.set('access_token', token);
      return read(await sendJson(url, body, timeoutMs));
    };
    const token = await tokens.get(name, () => ask(false));
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof WechatRefusal && STALE_TOKEN.has(error.reason))) throw error;
      return call(await tokens.renew(name, token, () => replace(token)));
    }
  };

  return {
    async get(path, query) {
      const url = new URL(host + path);
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
      return parse(await send(url, { method: 'GET' }, timeoutMs), path);
    },
    post: (path, body) => withToken(path, body, (answer) => parse(answer, path)),
    postForPicture: (path, body) =>
      withToken(path, body, (answer) => {
        const { contentType, bytes } = answer;
        if (contentType.startsWith('image/')) return { contentType, bytes };
        parse(answer, path);
        throw new WechatRefusal(path, 'no picture');
      }),
  };
}

interface Answer {
  contentType: string;
  bytes: Buffer;
}

const sendJson = (url: URL, body: object, timeoutMs: number) =>
  send(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, timeoutMs);

/** Nothing of the address but its path is told to anybody: the query holds the secret or the token. */
async function send(url: URL, init: RequestInit, timeoutMs: number): Promise<Answer> {
  const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    .then(async (response) => ({
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      bytes: Buffer.from(await response.arrayBuffer()),
    }))
    .catch(() => null);
  if (!answer) throw new WechatRefusal(url.pathname, 'no answer');
  if (answer.status !== 200) throw new WechatRefusal(url.pathname, `HTTP ${answer.status}`);
  return answer;
}

/** The JSON, whatever type it says it has (login's says text); a refusal comes with HTTP 200 and an errcode. */
function parse({ bytes }: Answer, call: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new WechatRefusal(call, 'no JSON');
  }
  const refused = Refused.safeParse(body);
  if (refused.success && refused.data.errcode !== 0) throw new WechatRefusal(call, String(refused.data.errcode));
  return body;
}
