import { toAddress } from './address';
import { locating } from './location';
import {
  callNative,
  callQuietly,
  callSync,
  hasNative,
  readInsets,
  readLaunch,
  textStore,
  type NativeHost,
} from './native';
import { afterCashier, ok, readFailure } from './outcome';
import { TransportError, type HttpAnswer, type Platform } from './types';

interface MyAddress {
  fullname: string;
  mobilePhone: string;
  prov: string;
  city: string;
  area: string;
  street?: string;
  address: string;
}

interface MyRequestFailure {
  error?: number;
  errorMessage?: string;
  status?: number;
  data?: unknown;
}

/** 4: the app was not granted the interface. 11 and 2001: the person or the system refused. */
const CODES = { unsupported: ['4'], denied: ['11', '2001'] };
const PAID = '9000';
const CANCELLED = '6001';
/** HTTP errors arrive as failures here. */
const HTTP_STATUS_ERROR = 19;
const TIMED_OUT = 13;

export function createAlipay(my: NativeHost): Platform {
  return {
    ...locating(my, CODES, 'location', { type: 0 }),
    name: 'alipay',
    hasNativeNavBar: true,
    hasAddressBook: hasNative(my, 'getAddress'),
    ...textStore({
      read: (key) => callSync<{ data?: unknown }>(my, 'getStorageSync', { key })?.data,
      write: (key, value) => callSync(my, 'setStorageSync', { key, data: value }),
      remove: (key) => callSync(my, 'removeStorageSync', { key }),
    }),
    appId: () => callSync<{ appId: string }>(my, 'getAppIdSync')?.appId ?? '',
    launch: () => readLaunch(my),
    insets: () => readInsets(my, 'getWindowInfo'),
    async login() {
      try {
        return ok((await callNative<{ authCode: string }>(my, 'getAuthCode', { scopes: 'auth_base' })).authCode);
      } catch (reason) {
        return readFailure(reason, CODES);
      }
    },
    async pay(intent) {
      if (intent.kind !== 'alipay') return { status: 'unsupported', code: intent.kind };
      try {
        const { resultCode } = await callNative<{ resultCode?: string }>(my, 'tradePay', { tradeNO: intent.tradeNO });
        // every outcome resolves; only the code tells them apart
        if (resultCode === PAID) return ok(null, PAID);
        return { status: resultCode === CANCELLED ? 'cancelled' : 'pending', code: resultCode ?? '' };
      } catch (reason) {
        return afterCashier(readFailure(reason, CODES));
      }
    },
    async chooseAddress() {
      try {
        const answer = await callNative<{ resultStatus: string; result: MyAddress }>(my, 'getAddress');
        if (answer.resultStatus === CANCELLED) return { status: 'cancelled', code: CANCELLED };
        if (answer.resultStatus !== PAID) return { status: 'failed', code: answer.resultStatus };
        const raw = answer.result;
        return toAddress({
          name: raw.fullname,
          phone: raw.mobilePhone,
          province: raw.prov,
          city: raw.city,
          district: raw.area,
          detail: `${raw.street ?? ''}${raw.address}`,
        });
      } catch (reason) {
        return readFailure(reason, CODES);
      }
    },
    request: ({ method, url, headers, body, timeoutMs }) =>
      new Promise<HttpAnswer>((resolve, reject) => {
        const send = my.request as (options: object) => void;
        send({
          url,
          method,
          headers,
          // an object becomes JSON for POST only
          data: body && JSON.stringify(body),
          dataType: 'text',
          timeout: timeoutMs,
          success: (answer: { status?: number; statusCode?: number; data: unknown }) =>
            resolve({ status: answer.status ?? answer.statusCode ?? 0, body: answer.data }),
          fail: ({ error, errorMessage = '', status, data }: MyRequestFailure) => {
            if (error === HTTP_STATUS_ERROR) resolve({ status: status ?? 0, body: data ?? '' });
            else reject(new TransportError(error === TIMED_OUT ? 'timeout' : 'offline', errorMessage));
          },
        });
      }),
    async isOnline() {
      try {
        return (await callNative<{ networkAvailable: boolean }>(my, 'getNetworkType')).networkAvailable;
      } catch {
        return true;
      }
    },
    onNetworkChange(listener) {
      callSync(my, 'onNetworkStatusChange', (state: { isConnected: boolean }) => listener(state.isConnected));
    },
    onVisibilityChange(listener) {
      callSync(my, 'onAppShow', () => listener(true));
      callSync(my, 'onAppHide', () => listener(false));
    },
    toast(text) {
      callQuietly(my, 'showToast', { content: text, type: 'none', duration: 2200 });
    },
    async confirm({ title, text = '', confirmText = '确定', cancelText = '取消' }) {
      const options = { title, content: text, confirmButtonText: confirmText, cancelButtonText: cancelText };
      try {
        return (await callNative<{ confirm: boolean }>(my, 'confirm', options)).confirm;
      } catch {
        return false;
      }
    },
    async copyText(text) {
      try {
        await callNative(my, 'setClipboard', { text });
        return ok(null);
      } catch (reason) {
        return readFailure(reason, CODES);
      }
    },
    setTitle(title) {
      callQuietly(my, 'setNavigationBar', { title });
    },
  };
}
