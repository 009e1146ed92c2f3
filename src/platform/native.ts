import { ABSENT, attempt, ok, type CodeTable } from './outcome';
import type { LaunchInfo, Result } from './types';

/** What three super-apps have in common: named functions that take one object of options and callbacks. */
export type NativeHost = Record<string, unknown>;

type Callable = (...args: unknown[]) => unknown;

export function hasNative(host: NativeHost, name: string): boolean {
  return name in host && typeof host[name] === 'function';
}

/** Calls a callback-style function. Rejects with the vendor's error object, or with `errMsg: 'absent'`. */
export function callNative<T>(host: NativeHost, name: string, options: object = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    if (!hasNative(host, name)) {
      reject({ errMsg: ABSENT });
      return;
    }
    (host[name] as Callable)({ ...options, success: resolve, fail: reject });
  });
}

/** Calls a function of which only the end matters. Never rejects. */
export function callDone(host: NativeHost, codes: CodeTable, name: string, options?: object): Promise<Result> {
  return attempt(codes, async () => {
    await callNative(host, name, options);
    return ok(null);
  });
}

/** Calls a function that answers at once; undefined when this version has none. */
export function callSync<T>(host: NativeHost, name: string, ...args: unknown[]): T | undefined {
  return hasNative(host, name) ? ((host[name] as Callable)(...args) as T) : undefined;
}

/** For calls whose failure changes nothing for the shopper, such as a title. */
export function callQuietly(host: NativeHost, name: string, options: object): void {
  callNative(host, name, options).catch(() => undefined);
}

export interface RawLaunch {
  path?: string;
  query?: Record<string, unknown>;
  scene?: unknown;
}

/** WeChat hands over what a code carries as it was encoded, under the name `scene`. */
export function toLaunch({ path = '', query = {}, scene = '' }: RawLaunch = {}): LaunchInfo {
  const pairs = Object.entries(query).map(([key, value]) => {
    const text = String(value);
    return [key, key === 'scene' ? decoded(text) : text] as const;
  });
  return { path, query: Object.fromEntries(pairs), scene: String(scene) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface WindowInfo {
  statusBarHeight?: number;
  screenHeight?: number;
  safeArea?: { bottom?: number };
}

/** `api`: Douyin has only the call that WeChat and Alipay are retiring, and which their older versions still need. */
export function readInsets(
  host: NativeHost,
  api: 'getWindowInfo' | 'getSystemInfoSync',
): { top: number; bottom: number } {
  const info: WindowInfo = callSync<WindowInfo>(host, api) ?? callSync<WindowInfo>(host, 'getSystemInfoSync') ?? {};
  const bottom = (info.screenHeight ?? 0) - (info.safeArea?.bottom ?? info.screenHeight ?? 0);
  return { top: info.statusBarHeight ?? 0, bottom: Math.max(0, bottom) };
}

/** A full or forbidden storage must not stop a purchase: what cannot be written lives until the app closes. */
export function textStore(store: {
  read(key: string): unknown;
  write(key: string, value: string): unknown;
  remove(key: string): unknown;
}) {
  const memory = new Map<string, string>();
  return {
    readText(key: string): string | null {
      try {
        const value = store.read(key);
        if (typeof value === 'string' && value !== '') return value;
      } catch {
        // answered from memory below
      }
      return memory.get(key) ?? null;
    },
    writeText(key: string, value: string): void {
      memory.set(key, value);
      try {
        store.write(key, value);
      } catch {
        // kept in memory
      }
    },
    removeText(key: string): void {
      memory.delete(key);
      try {
        store.remove(key);
      } catch {
        // nothing was stored
      }
    },
  };
}
