import type { Phone, Script } from './script';

type Options = Record<string, unknown> & { success?(value: unknown): void; fail?(error: unknown): void };
export type Outcome = { ok: unknown } | { error: unknown };
/** Lets a native call go on, or has it fail; what the host does before a private ability. */
type Gate = (name: string, goOn: () => void, refuse: () => void) => void;

/** A host with callback-style functions, `listen`ers and whatever else the vendor has. */
export function host(
  script: Script,
  outcomes: Record<string, (options: never) => Outcome>,
  extra: Record<string, unknown>,
  gate: Gate = (_, goOn) => goOn(),
) {
  const calls: Phone['calls'] = [];
  const native: Record<string, unknown> = { ...extra };
  for (const [name, outcome] of Object.entries(outcomes)) {
    native[name] = (options: Options = {}) => {
      const { success, fail, ...rest } = options;
      calls.push({ name, options: rest });
      const answer = () => {
        const result = outcome(rest as never);
        if ('ok' in result) success?.(result.ok);
        else fail?.(result.error);
      };
      gate(name, answer, () => fail?.({ errMsg: `${name}:fail privacy permission is not authorized` }));
    };
  }
  native.uploadFile = (options: Options) => {
    const { success, fail, ...rest } = options;
    calls.push({ name: 'uploadFile', options: rest });
    const answer = {
      ok: () => success?.({ statusCode: 200, data: 'stored' }),
      'not found': () => success?.({ statusCode: 404, data: 'nowhere' }),
      offline: () => fail?.({ errMsg: 'uploadFile:fail', error: 12, errorMessage: '上传文件失败' }),
      late: () => undefined,
    };
    answer[script.request ?? 'ok']();
    return { abort: () => calls.push({ name: 'abort', options: {} }) };
  };
  for (const name of script.absent ?? []) delete native[name];
  return { native, calls };
}

export function listeners() {
  const network: ((state: { isConnected: boolean }) => void)[] = [];
  const shown: ((launch: unknown) => void)[] = [];
  const hidden: (() => void)[] = [];
  const ready: (() => void)[] = [];
  let isApplied = false;
  return {
    functions: {
      onNetworkStatusChange: (listener: (typeof network)[number]) => network.push(listener),
      onAppShow: (listener: (typeof shown)[number]) => shown.push(listener),
      onAppHide: (listener: () => void) => hidden.push(listener),
      getUpdateManager: () => ({
        onCheckForUpdate: () => undefined,
        onUpdateReady: (listener: () => void) => ready.push(listener),
        onUpdateFailed: () => undefined,
        applyUpdate: () => (isApplied = true),
      }),
    },
    emit(event: 'network' | 'visible', state: boolean) {
      if (event === 'network') network.forEach((listener) => listener({ isConnected: state }));
      else if (state) shown.forEach((listener) => listener(warm));
      else hidden.forEach((listener) => listener());
    },
    fetchUpdate() {
      ready.forEach((listener) => listener());
      return () => isApplied;
    },
  };
}

export const pick = <K extends string>(key: K | undefined, table: Record<K, Outcome>, usual: K) => table[key ?? usual];
export const launch = { path: 'pages/home/index', query: { k: 'abc', n: 7 }, scene: 1047 };
/** What opened the app while it was still running: a code, whose content WeChat hands over encoded. */
const warm = { path: 'mall/product/index', query: { scene: 'k%3Dabc' }, scene: 1047 };
export const screen = { statusBarHeight: 44, screenHeight: 812, safeArea: { bottom: 778 } };
