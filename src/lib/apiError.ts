import type { ErrorCode } from '@jishi/contract/plain/errors';

/** `offline` and `timeout`: no answer came. `bad_answer`: something that is not our server answered. */
export type ClientErrorCode = ErrorCode | 'offline' | 'timeout' | 'bad_answer';

/** Every failure of a call to our server. `status` is 0 when there was no answer. */
export class ApiError extends Error {
  constructor(
    readonly code: ClientErrorCode,
    readonly status: number,
    readonly details?: unknown,
    readonly requestId = '',
  ) {
    super(code);
    this.name = 'ApiError';
  }
}

export function hasCode(error: unknown, ...codes: ClientErrorCode[]): error is ApiError {
  return error instanceof ApiError && codes.includes(error.code);
}

/** The server may or may not have done what was asked: only the same request with the same key can tell. */
export function isUndecided(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  return ['offline', 'timeout', 'bad_answer'].includes(error.code) || error.status >= 500 || error.status === 429;
}
