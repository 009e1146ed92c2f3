import { createAlipay } from '@/platform/alipay';
import { createH5 } from '@/platform/h5';
import { createTt } from '@/platform/tt';
import type { AddressInput, NativePayIntent, Platform } from '@/platform/types';
import { createWeapp } from '@/platform/weapp';

/** What happens on the phone, in words that mean the same on every platform. */
export interface Script {
  login?: 'ok' | 'guest' | 'failed';
  pay?: 'paid' | 'cancelled' | 'unknown' | 'failed';
  address?: 'chosen' | 'cancelled' | 'denied' | 'not granted' | 'incomplete';
  request?: 'ok' | 'not found' | 'offline' | 'late';
  question?: 'yes' | 'no' | 'broken';
  clipboard?: 'ok' | 'denied';
  network?: 'on' | 'off';
  storage?: 'ok' | 'full';
  /** Native names that this version does not have. */
  absent?: string[];
}

export interface Phone {
  platform: Platform;
  /** Native calls in order, each with its options. */
  calls: { name: string; options: Record<string, unknown> }[];
  /** Makes the host report a change. */
  emit(event: 'network' | 'visible', state: boolean): void;
}

export const chosen: AddressInput = {
  name: '林小满',
  phone: '13800006620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号',
};

export const intents: Record<'weapp' | 'alipay' | 'tt', NativePayIntent> = {
  weapp: { kind: 'weapp', timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' },
  alipay: { kind: 'alipay', tradeNO: '2026' },
  tt: { kind: 'tt', data: '{"skuList":[]}', byteAuthorization: 'SHA256-RSA2048 a=b' },
};

export const ANSWER_TEXT = '{"name":"集市"}';
const NOT_FOUND_TEXT = '{"error":{"code":"not_found"}}';

type Options = Record<string, unknown> & { success?(value: unknown): void; fail?(error: unknown): void };
type Outcome = { ok: unknown } | { error: unknown };

/** A host with callback-style functions, `listen`ers and whatever else the vendor has. */
function host(script: Script, outcomes: Record<string, () => Outcome>, extra: Record<string, unknown>) {
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

function listeners() {
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

const pick = <K extends string>(key: K | undefined, table: Record<K, Outcome>, usual: K) => table[key ?? usual];
const launch = { path: 'pages/home/index', query: { k: 'abc', n: 7 }, scene: 1047 };
const screen = { statusBarHeight: 44, screenHeight: 812, safeArea: { bottom: 778 } };

/** WeChat and Douyin alike: `errMsg` tells, storage is by key and value. */
function wxLike(script: Script, prefix: { errNo?: boolean } = {}) {
  const fail = (message: string, code?: number): Outcome => ({
    error: { errMsg: message, ...(code !== undefined && (prefix.errNo ? { errNo: code } : { errno: code })) },
  });
  const store = new Map<string, string>();
  const full = () => {
    if (script.storage === 'full') throw new Error('exceed storage max size');
  };
  const address = {
    userName: chosen.name,
    telNumber: chosen.phone,
    provinceName: chosen.province,
    cityName: chosen.city,
    countyName: chosen.district,
    detailInfo: chosen.detail,
  };
  return {
    fail,
    address,
    sync: {
      getStorageSync: (key: string) => store.get(key) ?? '',
      setStorageSync: (key: string, value: string) => {
        full();
        store.set(key, value);
      },
      removeStorageSync: (key: string) => store.delete(key),
      getWindowInfo: () => screen,
    },
    outcomes: {
      request: () =>
        pick(
          script.request,
          {
            ok: { ok: { statusCode: 200, data: ANSWER_TEXT, header: {} } },
            'not found': { ok: { statusCode: 404, data: NOT_FOUND_TEXT, header: {} } },
            offline: fail('request:fail'),
            late: fail('request:fail timeout', 5),
          },
          'ok',
        ),
      chooseAddress: () =>
        pick(
          script.address,
          {
            chosen: { ok: address },
            cancelled: fail('chooseAddress:fail cancel'),
            denied: fail('chooseAddress:fail auth deny', prefix.errNo ? 10200 : undefined),
            'not granted': prefix.errNo
              ? fail('chooseAddress:fail platform auth', 10101)
              : fail('chooseAddress:fail api scope is not declared in the privacy agreement', 112),
            incomplete: { ok: { ...address, detailInfo: '' } },
          },
          'chosen',
        ),
      showModal: () =>
        pick(
          script.question,
          {
            yes: { ok: { confirm: true, cancel: false } },
            no: { ok: { confirm: false, cancel: true } },
            broken: fail('showModal:fail'),
          },
          'yes',
        ),
      setClipboardData: () =>
        pick(script.clipboard, { ok: { ok: {} }, denied: fail('setClipboardData:fail auth deny') }, 'ok'),
      getNetworkType: () => ({ ok: { networkType: script.network === 'off' ? 'none' : 'wifi' } }),
      showToast: () => ({ ok: {} }),
      setNavigationBarTitle: () => ({ ok: {} }),
    },
  };
}

function weapp(script: Script): Phone {
  const { fail, sync, outcomes } = wxLike(script);
  const events = listeners();
  const { native, calls } = host(
    script,
    {
      ...outcomes,
      login: () =>
        pick(
          script.login,
          { ok: { ok: { code: 'code-1' } }, guest: { ok: { code: 'code-1' } }, failed: fail('login:fail') },
          'ok',
        ),
      requestPayment: () =>
        pick(
          script.pay,
          {
            paid: { ok: { errMsg: 'requestPayment:ok' } },
            cancelled: fail('requestPayment:fail cancel'),
            unknown: fail('requestPayment:fail system error'),
            failed: fail('requestPayment:fail jsapi has no permission?', -1),
          },
          'paid',
        ),
    },
    {
      ...sync,
      ...events.functions,
      getLaunchOptionsSync: () => launch,
      getAccountInfoSync: () => ({ miniProgram: { appId: 'app-1' } }),
    },
  );
  return { platform: createWeapp(native), calls, emit: events.emit };
}

function tt(script: Script): Phone {
  const { fail, sync, outcomes } = wxLike(script, { errNo: true });
  const events = listeners();
  const { native, calls } = host(
    script,
    {
      ...outcomes,
      login: () =>
        pick(
          script.login,
          {
            ok: { ok: { code: 'code-1', anonymousCode: 'a', isLogin: true } },
            guest: { ok: { code: '', anonymousCode: 'a', isLogin: false } },
            failed: fail('login:fail internal error', 10401),
          },
          'ok',
        ),
      requestOrder: () =>
        script.pay === 'failed' ? fail('requestOrder:fail', 11004) : { ok: { orderId: 'order-1', itemOrderList: [] } },
      getOrderPayment: () =>
        pick(
          script.pay,
          {
            paid: { ok: { errMsg: 'getOrderPayment:ok' } },
            cancelled: fail('getOrderPayment:fail', 9),
            unknown: fail('getOrderPayment:fail network', 10401),
            failed: fail('getOrderPayment:fail', 1),
          },
          'paid',
        ),
    },
    {
      ...sync,
      ...events.functions,
      getLaunchOptionsSync: () => ({ ...launch, scene: '011001' }),
      getEnvInfoSync: () => ({ microapp: { appId: 'app-1' } }),
    },
  );
  return { platform: createTt(native), calls, emit: events.emit };
}

/** Alipay: `error` tells, cancellations resolve, storage takes and gives objects, HTTP errors are failures. */
function alipay(script: Script): Phone {
  const events = listeners();
  const store = new Map<string, string>();
  const raw = {
    fullname: chosen.name,
    mobilePhone: chosen.phone,
    prov: chosen.province,
    city: chosen.city,
    area: chosen.district,
    street: '',
    address: chosen.detail,
  };
  const { native, calls } = host(
    script,
    {
      getAuthCode: () =>
        pick(
          script.login,
          {
            ok: { ok: { authCode: 'code-1', authSuccessScopes: ['auth_base'] } },
            guest: { ok: { authCode: 'code-1' } },
            failed: { error: { error: 12, errorMessage: '网络异常' } },
          },
          'ok',
        ),
      tradePay: () =>
        pick(
          script.pay,
          {
            paid: { ok: { resultCode: '9000' } },
            cancelled: { ok: { resultCode: '6001' } },
            unknown: { ok: { resultCode: '6004' } },
            failed: { ok: { resultCode: '4000' } },
          },
          'paid',
        ),
      getAddress: () =>
        pick(
          script.address,
          {
            chosen: { ok: { resultStatus: '9000', result: raw } },
            cancelled: { ok: { resultStatus: '6001', result: '' } },
            denied: { error: { error: 2001, errorMessage: '用户不同意授权' } },
            'not granted': { error: { error: 4, errorMessage: '无权调用该接口' } },
            incomplete: { ok: { resultStatus: '9000', result: { ...raw, address: '' } } },
          },
          'chosen',
        ),
      request: () =>
        pick(
          script.request,
          {
            ok: { ok: { status: 200, statusCode: 200, data: ANSWER_TEXT, headers: {} } },
            'not found': { error: { error: 19, errorMessage: 'http status error', status: 404, data: NOT_FOUND_TEXT } },
            offline: { error: { error: 12, errorMessage: '网络出错' } },
            late: { error: { error: 13, errorMessage: '超时' } },
          },
          'ok',
        ),
      confirm: () =>
        pick(
          script.question,
          { yes: { ok: { confirm: true } }, no: { ok: { confirm: false } }, broken: { error: { error: 2 } } },
          'yes',
        ),
      setClipboard: () =>
        pick(script.clipboard, { ok: { ok: {} }, denied: { error: { error: 11, errorMessage: '' } } }, 'ok'),
      getNetworkType: () => ({ ok: { networkAvailable: script.network !== 'off', networkType: 'WIFI' } }),
      showToast: () => ({ ok: {} }),
      setNavigationBar: () => ({ ok: {} }),
    },
    {
      ...events.functions,
      getStorageSync: ({ key }: { key: string }) => ({ data: store.get(key) ?? null, success: true }),
      setStorageSync: ({ key, data }: { key: string; data: string }) => {
        if (script.storage === 'full') throw new Error('full');
        store.set(key, data);
      },
      removeStorageSync: ({ key }: { key: string }) => store.delete(key),
      getSystemInfoSync: () => screen,
      getLaunchOptionsSync: () => launch,
      getAppIdSync: () => ({ appId: 'app-1' }),
    },
  );
  return { platform: createAlipay(native), calls, emit: events.emit };
}

/** The browser under the page: jsdom, with the few things it lacks. */
function h5(script: Script): Phone {
  const calls: Phone['calls'] = [];
  const note = (name: string, options: Record<string, unknown>) => calls.push({ name, options });
  window.location.hash = '#/pages/home/index?k=abc&n=7';
  localStorage.clear();
  jest.spyOn(Storage.prototype, 'setItem').mockRestore();
  if (script.storage === 'full') {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('QuotaExceededError');
    });
  }
  globalThis.fetch = (async (url: string, init: RequestInit & { headers: Record<string, string> }) => {
    note('request', { url, method: init.method, headers: init.headers, data: init.body });
    if (script.request === 'offline') throw new TypeError('Failed to fetch');
    if (script.request === 'late') {
      await new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new Error('aborted'))));
    }
    const isFound = script.request !== 'not found';
    return { status: isFound ? 200 : 404, text: async () => (isFound ? ANSWER_TEXT : NOT_FOUND_TEXT) };
  }) as never;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => script.network !== 'off' });
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => {
        note('copy', { data: text });
        if (script.clipboard === 'denied') throw new DOMException('NotAllowedError');
      },
    },
  });
  return {
    platform: createH5(),
    calls,
    emit(event, state) {
      if (event === 'network') window.dispatchEvent(new Event(state ? 'online' : 'offline'));
      else {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: state ? 'visible' : 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
      }
    },
  };
}

export const phones = { weapp, alipay, tt, h5 };
export type PhoneName = keyof typeof phones;
