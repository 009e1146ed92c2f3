import type { Report } from '../protocol';

/** Everything this launch has seen; the driver reads it. */
export const report: Report = {
  booted: false,
  marks: {},
  calls: [],
  setData: [],
  pages: [],
  errors: [],
  consoleErrors: [],
  warnings: [],
  unknownApi: {},
  missing: {},
  pictures: [],
  toasts: [],
};

const opened = performance.now();
/** ms since the browser page was opened. */
export const now = () => Number((performance.now() - opened).toFixed(1));

const listeners = new Set<(message: string) => void>();
/** The package's own error listener (`wx.onError`, `App.onError`) hears of every fault too. */
export const onFault = (listener: (message: string) => void) => listeners.add(listener);

export function fault(where: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : describe(error);
  const message = `${where}: ${detail}`;
  report.errors.push(message);
  for (const listener of listeners) listener(message);
}

export function describe(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

export const count = (counters: Record<string, number>, name: string) => {
  counters[name] = (counters[name] ?? 0) + 1;
};

/** A copy that survives the way to Node: functions and cycles do not. */
export function plain<T>(value: T): T {
  try {
    const text = JSON.stringify(value, (_key, item) => (typeof item === 'function' ? undefined : item));
    return text === undefined ? (undefined as T) : JSON.parse(text);
  } catch {
    return String(value) as T;
  }
}
