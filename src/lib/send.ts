import type { ErrorBody } from '@jishi/contract/plain/errors';
import { ERROR_STATUS } from '@jishi/contract/plain/errors';
import { platform } from '@/platform';
import { TransportError, type HttpAnswer, type HttpRequest } from '@/platform/types';
import { ApiError } from './apiError';
import { noteRequest } from './network';
import { serverUrl } from './serverUrl';

/** A page that waits says so soon; a change is given the time it needs. */
const TIMEOUT_MS = { GET: 10_000, other: 15_000 };

export interface Exchange {
  method: HttpRequest['method'];
  /** `/api/…`, query included. */
  path: string;
  token?: string | null;
  idempotencyKey?: string;
  body?: object;
}

/**
 * One request, one answer, no retry. Resolves with the JSON of a 2xx answer.
 * Throws ApiError for everything else, the missing answer included.
 */
export async function send({ method, path, token, idempotencyKey, body }: Exchange): Promise<unknown> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
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
