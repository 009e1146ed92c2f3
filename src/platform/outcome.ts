import type { Result } from './types';

/** Vendor codes whose meaning is known, as text. Anything else is read from the message. */
export interface CodeTable {
  cancelled?: readonly string[];
  denied?: readonly string[];
  unsupported?: readonly string[];
  failed?: readonly string[];
}

interface VendorError {
  errno?: unknown;
  errNo?: unknown;
  error?: unknown;
  errCode?: unknown;
  errMsg?: unknown;
  errorMessage?: unknown;
  message?: unknown;
}

export type Failure = Exclude<Result, { status: 'ok' }>;

export const ABSENT = 'absent';
/** The person did not agree to the privacy statement; the host's settings cannot change that. */
export const NO_CONSENT = 'privacy';

export function ok<T>(value: T, code = 'ok'): Result<T> {
  return { status: 'ok', code, value };
}

/** For what a host has no word for. */
export const unsupported = (code: string) => Promise.resolve<Failure>({ status: 'unsupported', code });

/** Reads what a native call rejected with: the explicit code first, the message only when the code says nothing. */
export function readFailure(reason: unknown, table: CodeTable = {}): Failure {
  const error: VendorError = typeof reason === 'object' && reason !== null ? reason : { errMsg: reason };
  const number = error.errno ?? error.errNo ?? error.error ?? error.errCode;
  const message = String(error.errMsg ?? error.errorMessage ?? error.message ?? '');
  const code = number === undefined ? message : String(number);
  if (/privacy permission/i.test(message)) return { status: 'denied', code: NO_CONSENT };
  for (const status of ['cancelled', 'denied', 'unsupported', 'failed'] as const) {
    if (table[status]?.includes(code)) return { status, code };
  }
  if (code === ABSENT || /not support|no permission|undeclared|not declared/i.test(message)) {
    return { status: 'unsupported', code };
  }
  if (/cancel/i.test(message)) return { status: 'cancelled', code };
  if (/den(y|ied)|authoriz/i.test(message)) return { status: 'denied', code };
  return { status: 'failed', code };
}

/** Runs what may reject with a vendor's error. Never rejects. */
export async function attempt<T>(codes: CodeTable, run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch (reason) {
    return readFailure(reason, codes);
  }
}

/** Once a cashier may have been open, only a positive cancellation is believed; all else is for the server to find out. */
export function afterCashier(result: Failure): Result {
  const isSure = result.status === 'cancelled' || result.code === ABSENT;
  return isSure ? result : { ...result, status: 'pending' };
}
