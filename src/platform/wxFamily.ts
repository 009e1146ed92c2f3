import { callNative, callQuietly, callSync, hasNative, readLaunch, textStore, type NativeHost } from './native';
import { ok, readFailure, type CodeTable } from './outcome';
import { TransportError, type HttpAnswer, type Platform } from './types';

type Own = 'name' | 'appId' | 'insets' | 'login' | 'pay' | 'chooseAddress' | 'getLocation' | 'isLocationAllowed';

/**
 * What WeChat and Douyin do alike. `bodyAs`: WeChat turns an object into JSON for POST only, so it gets text;
 * Douyin takes no text.
 */
export function wxFamily(host: NativeHost, codes: CodeTable, bodyAs: 'text' | 'object'): Omit<Platform, Own> {
  return {
    hasNativeNavBar: true,
    hasAddressBook: hasNative(host, 'chooseAddress'),
    ...textStore({
      read: (key) => callSync(host, 'getStorageSync', key),
      write: (key, value) => callSync(host, 'setStorageSync', key, value),
      remove: (key) => callSync(host, 'removeStorageSync', key),
    }),
    launch: () => readLaunch(host),
    request: ({ method, url, headers, body, timeoutMs }) =>
      new Promise<HttpAnswer>((resolve, reject) => {
        const send = host.request as (options: object) => void;
        send({
          url,
          method,
          header: headers,
          data: body && bodyAs === 'text' ? JSON.stringify(body) : body,
          timeout: timeoutMs,
          success: (answer: { statusCode: number; data: unknown }) =>
            resolve({ status: answer.statusCode, body: answer.data }),
          fail: (error: { errMsg?: string; errno?: number }) => {
            const message = error.errMsg ?? '';
            const isLate = error.errno === 5 || /time ?d? ?out/i.test(message);
            reject(new TransportError(isLate ? 'timeout' : 'offline', message));
          },
        });
      }),
    async isOnline() {
      try {
        return (await callNative<{ networkType: string }>(host, 'getNetworkType')).networkType !== 'none';
      } catch {
        return true;
      }
    },
    onNetworkChange(listener) {
      callSync(host, 'onNetworkStatusChange', (state: { isConnected: boolean }) => listener(state.isConnected));
    },
    onVisibilityChange(listener) {
      callSync(host, 'onAppShow', () => listener(true));
      callSync(host, 'onAppHide', () => listener(false));
    },
    toast(text) {
      callQuietly(host, 'showToast', { title: text, icon: 'none', duration: 2200 });
    },
    async confirm({ title, text = '', confirmText = '确定', cancelText = '取消' }) {
      // WeChat alone draws its questions dark, and says so
      const isDark = callSync<{ theme?: string }>(host, 'getAppBaseInfo')?.theme === 'dark';
      const options = {
        title,
        content: text,
        confirmText,
        cancelText,
        confirmColor: isDark ? '#ff9173' : '#bd361b',
        cancelColor: isDark ? '#cabdaf' : '#5c5148',
      };
      try {
        return (await callNative<{ confirm: boolean }>(host, 'showModal', options)).confirm;
      } catch {
        return false;
      }
    },
    async copyText(text) {
      try {
        await callNative(host, 'setClipboardData', { data: text });
        return ok(null);
      } catch (reason) {
        return readFailure(reason, codes);
      }
    },
    setTitle(title) {
      callQuietly(host, 'setNavigationBarTitle', { title });
    },
  };
}
