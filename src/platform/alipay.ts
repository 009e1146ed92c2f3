import { toAddress } from './address';
import { askAlipayMessages } from './alipayMessages';
import { tabStyle } from './barColour';
import { alipayCapabilities } from './capabilities';
import { locating } from './location';
import { callDone, callNative, callQuietly, callSync, readInsets, textStore, type NativeHost } from './native';
import { afterCashier, attempt, ok, readFailure, unsupported } from './outcome';
import { chooseNative } from './pictures';
import { superApp } from './superApp';
import { readHeaders } from './transport';
import { TransportError, type AddressInput, type HttpAnswer, type Platform, type Result } from './types';

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
/** `my.scan`: 10 is the way back. `my.chooseImage`: 11 is. The album: 15 is the phone's own refusal. */
const SCAN_CODES = { ...CODES, cancelled: ['10'], denied: ['2001'] };
const PICTURE_CODES = { ...CODES, cancelled: ['11'], denied: ['2001'] };
const ALBUM_CODES = { denied: [...CODES.denied, '15'] };
const PAID = '9000';
const CANCELLED = '6001';
/** HTTP errors arrive as failures here. */
const HTTP_STATUS_ERROR = 19;
const TIMED_OUT = 13;

export function createAlipay(my: NativeHost): Platform {
  const login = () =>
    attempt(CODES, async () =>
      ok((await callNative<{ authCode: string }>(my, 'getAuthCode', { scopes: 'auth_base' })).authCode),
    );
  return {
    ...superApp(my, {
      codes: CODES,
      capabilities: alipayCapabilities,
      brightness: 'brightness',
      album: ALBUM_CODES,
      upload: { fileType: 'image' },
    }),
    ...locating(my, CODES, 'location', { type: 0 }),
    name: 'alipay',
    ...textStore({
      read: (key) => callSync<{ data?: unknown }>(my, 'getStorageSync', { key })?.data,
      write: (key, value) => callSync(my, 'setStorageSync', { key, data: value }),
      remove: (key) => callSync(my, 'removeStorageSync', { key }),
    }),
    appId: () => callSync<{ appId: string }>(my, 'getAppIdSync')?.appId ?? '',
    insets: () => readInsets(my, 'getWindowInfo'),
    login,
    // everybody is logged in to Alipay
    loginWithTap: login,
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
    chooseAddress: () =>
      attempt(CODES, async (): Promise<Result<AddressInput>> => {
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
      }),
    scan: () => attempt(SCAN_CODES, async () => ok((await callNative<{ code?: string }>(my, 'scan')).code ?? '')),
    chooseImages: (count) => attempt(PICTURE_CODES, () => chooseNative(my, 'chooseImage', count)),
    askMessages: (templateIds) => askAlipayMessages(my, CODES, templateIds),
    // Alipay asks the person itself, for each scope, and opens no broadcasts
    privacy: async () => ({ isAgreed: true, contract: '' }),
    onPrivacyNeed: () => undefined,
    openPrivacyContract: () => unsupported('alipay'),
    readBroadcast: () => unsupported('alipay'),
    openBroadcast: () => unsupported('alipay'),
    reserveBroadcast: () => unsupported('alipay'),
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
          success: (answer: { status?: number; statusCode?: number; data: unknown; headers?: unknown }) =>
            resolve({
              status: answer.status ?? answer.statusCode ?? 0,
              body: answer.data,
              headers: readHeaders(answer.headers),
            }),
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
    copyText: (text) => callDone(my, CODES, 'setClipboard', { text }),
    paintTabs(selected) {
      callQuietly(my, 'setTabBarStyle', tabStyle(selected));
    },
    paintTitleBar(ground, isDark) {
      callQuietly(my, 'setNavigationBar', {
        frontColor: isDark ? '#ffffff' : '#000000',
        backgroundColor: ground,
      });
    },
    setTitle(title) {
      callQuietly(my, 'setNavigationBar', { title });
    },
  };
}
