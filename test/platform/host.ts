import type { Phone, Script } from './script';

type Options = Record<string, unknown> & { success?(value: unknown): void; fail?(error: unknown): void };
export type Outcome = { ok: unknown } | { error: unknown };

/** A host with callback-style functions, `listen`ers and whatever else the vendor has. */
export function host(script: Script, outcomes: Record<string, () => Outcome>, extra: Record<string, unknown>) {
  const calls: Phone['calls'] = [];
  const native: Record<string, unknown> = { ...extra };
  for (const [name, outcome] of Object.entries(outcomes)) {
    native[name] = (options: Options = {}) => {
      const { success, fail, ...rest } = options;
      calls.push({ name, options: rest });
      const result = outcome();
      if ('ok' in result) success?.(result.ok);
      else fail?.(result.error);
    };
  }
  for (const name of script.absent ?? []) delete native[name];
  return { native, calls };
}

export function listeners() {
  const network: ((state: { isConnected: boolean }) => void)[] = [];
  const shown: (() => void)[] = [];
  const hidden: (() => void)[] = [];
  return {
    functions: {
      onNetworkStatusChange: (listener: (typeof network)[number]) => network.push(listener),
      onAppShow: (listener: () => void) => shown.push(listener),
      onAppHide: (listener: () => void) => hidden.push(listener),
    },
    emit(event: 'network' | 'visible', state: boolean) {
      if (event === 'network') network.forEach((listener) => listener({ isConnected: state }));
      else (state ? shown : hidden).forEach((listener) => listener());
    },
  };
}

export const pick = <K extends string>(key: K | undefined, table: Record<K, Outcome>, usual: K) => table[key ?? usual];
export const launch = { path: 'pages/home/index', query: { k: 'abc', n: 7 }, scene: 1047 };
export const screen = { statusBarHeight: 44, screenHeight: 812, safeArea: { bottom: 778 } };
