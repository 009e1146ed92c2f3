import type { ErrorCode } from '@jishi/contract/plain/errors';

/** Why a call did not do what was asked. `offline` and `bad_answer`: no answer, or none of ours. */
export class AdminError extends Error {
  constructor(
    readonly code: ErrorCode | 'offline' | 'bad_answer',
    message: string,
    readonly details?: unknown,
    readonly requestId = '',
  ) {
    super(message);
  }
}

/** What a person reads. Server sentences are Chinese already; the rest is said here. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AdminError) return error.message;
  return '页面出错了，请刷新后再试';
}

export const hasCode = (error: unknown, code: AdminError['code']): error is AdminError =>
  error instanceof AdminError && error.code === code;
