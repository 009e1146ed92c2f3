import type { ErrorBody } from '@jishi/contract/plain/errors';
import { ERROR_STATUS } from '@jishi/contract/plain/errors';
import { platform } from '@/platform';
import { preview } from '@/platform/preview';
import { TransportError, type HttpAnswer, type HttpRequest } from '@/platform/types';
import { ApiError } from './apiError';
import { noteRequest } from './network';
import { serverUrl } from './serverUrl';

/** A page that waits says so soon; a change is given the time it needs. */
const TIMEOUT_MS = { GET: 10_000, other: 15_000, file: 60_000 };

export interface Exchange {
  method: HttpRequest['method'];
  /** `/api/…`, query included. */
  path: string;
  token?: string | null;
  idempotencyKey?: string;
  /** Of the answer that is at hand: the same one is then not sent again. */
  etag?: string | null;
  body?: object;
}

/** An answer that one keeps. `body` is null when what is at hand is still right. */
export interface KeptAnswer {
  body: unknown;
  etag: string | null;
  /** When it was sent, by the server's clock, to the second. */
  date: string | null;
}

/**
 * One request, one answer, no retry. Resolves with the JSON of a 2xx answer.
 * Throws ApiError for everything else, the missing answer included.
 */
export async function send(exchange: Exchange): Promise<unknown> {
  return readAnswer(await transmit(exchange));
}

/** The same for an answer that may be at hand already. */
export async function sendKept(exchange: Exchange): Promise<KeptAnswer> {
  const answer = await transmit(exchange);
  const { etag = null, date = null } = answer.headers ?? {};
  const isSame = answer.status === 304 && Boolean(exchange.etag);
  return { body: isSame ? null : readAnswer(answer), etag, date };
}

async function transmit({ method, path, token, idempotencyKey, etag, body }: Exchange): Promise<HttpAnswer> {
  if (preview && method !== 'GET') throw new ApiError('forbidden', 0);
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  if (etag) headers['If-None-Match'] = etag;
  // super-apps put a JSON content type on every POST, and an empty text is not JSON
  const sent = body ?? (method === 'POST' || method === 'PUT' ? {} : undefined);
  if (sent) headers['Content-Type'] = 'application/json';
  let answer: HttpAnswer;
  try {
    answer = await platform.request({
      method,
      url: serverUrl(path),
      headers,
      timeoutMs: method === 'GET' ? TIMEOUT_MS.GET : TIMEOUT_MS.other,
      ...(sent && { body: sent }),
    });
  } catch (reason) {
    if (!(reason instanceof TransportError)) throw reason;
    noteRequest(false);
    throw new ApiError(reason.reason, 0);
  }
  noteRequest(true);
  return answer;
}

/** A file that the host knows by its path, alone in a form. Throws as `send` does. */
export async function sendFile(path: string, file: string, token: string): Promise<unknown> {
  if (preview) throw new ApiError('forbidden', 0);
  let answer: HttpAnswer;
  try {
    answer = await platform.upload({
      url: serverUrl(path),
      path: file,
      name: 'file',
      headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
      timeoutMs: TIMEOUT_MS.file,
    });
  } catch (reason) {
    if (!(reason instanceof TransportError)) throw reason;
    noteRequest(false);
    throw new ApiError(reason.reason, 0);
  }
  noteRequest(true);
  return readAnswer(answer);
}

function readAnswer({ status, body }: HttpAnswer): unknown {
  const json = parse(body);
  if (status >= 200 && status < 300 && typeof json === 'object' && json !== null) return json;
  const error = (json as Partial<ErrorBody> | null)?.error;
  if (error && error.code in ERROR_STATUS) throw new ApiError(error.code, status, error.details, error.requestId);
  throw new ApiError('bad_answer', status);
}

function parse(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
