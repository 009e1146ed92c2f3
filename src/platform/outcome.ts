import type { Result } from './types';

/** Vendor codes whose meaning is known, as text. Anything else is read from the message. */
export interface CodeTable {
  cancelled?: readonly string[];
  denied?: readonly string[];
  unsupported?: readonly string[];
}

interface VendorError {
  errno?: unknown;
  errNo?: unknown;
  error?: unknown;
  errMsg?: unknown;
  errorMessage?: unknown;
  message?: unknown;
}

export const ABSENT = 'absent';

export function ok<T>(value: T, code = 'ok'): Result<T> {
  return { status: 'ok', code, value };
}

/** Reads what a native call rejected with: the explicit code first, the message only when the code says nothing. */
export function readFailure(reason: unknown, table: CodeTable = {}): Exclude<Result, { status: 'ok' }> {
  const error: VendorError = typeof reason === 'object' && reason !== null ? reason : { errMsg: reason };
  const number = error.errno ?? error.errNo ?? error.error;
  const message = String(error.errMsg ?? error.errorMessage ?? error.message ?? '');
  const code = number === undefined ? message : String(number);
  for (const status of ['cancelled', 'denied', 'unsupported'] as const) {
    if (table[status]?.includes(code)) return { status, code };
  }
  if (code === ABSENT || /not support|no permission|undeclared|not declared/i.test(message)) {
    return { status: 'unsupported', code };
  }
  if (/cancel/i.test(message)) return { status: 'cancelled', code };
  if (/den(y|ied)|authoriz/i.test(message)) return { status: 'denied', code };
  return { status: 'failed', code };
}

/** Once a cashier may have been open, only a positive cancellation is believed; all else is for the server to find out. */
export function afterCashier(result: Exclude<Result, { status: 'ok' }>): Result {
  const isSure = result.status === 'cancelled' || result.code === ABSENT;
  return isSure ? result : { ...result, status: 'pending' };
}
