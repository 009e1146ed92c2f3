import { tabStyle } from './barColour';
import type { Capabilities } from './capabilities';
import { hostPrivacy } from './hostPrivacy';
import { callDone, callNative, callQuietly, callSync, textStore, type NativeHost } from './native';
import { attempt, ok, type CodeTable } from './outcome';
import { superApp } from './superApp';
import { readHeaders, toTransportError } from './transport';
import type { HttpAnswer, Platform } from './types';

type Own =
  | 'name'
  | 'appId'
  | 'insets'
  | 'login'
  | 'loginWithTap'
  | 'pay'
  | 'chooseAddress'
  | 'getLocation'
  | 'isLocationAllowed'
  | 'chooseImages'
  | 'readBroadcast'
  | 'openBroadcast'
  | 'reserveBroadcast';

interface Dialect {
  codes: CodeTable;
  capabilities: Capabilities;
  /** WeChat turns an object into JSON for POST only, so it gets text; Douyin takes no text. */
  bodyAs: 'text' | 'object';
  /** Templates that may be asked about at once. */
  maxMessages: number;
}

/** 20004: the person has switched all messages of this app off. */
const MESSAGES_OFF = '20004';

/** What WeChat and Douyin do alike. */
export function wxFamily(host: NativeHost, dialect: Dialect): Omit<Platform, Own> {
  const { codes, capabilities, bodyAs, maxMessages } = dialect;
  return {
    ...superApp(host, { codes, capabilities, brightness: 'value' }),
    ...hostPrivacy(host, codes),
    ...textStore({
      read: (key) => callSync(host, 'getStorageSync', key),
      write: (key, value) => callSync(host, 'setStorageSync', key, value),
      remove: (key) => callSync(host, 'removeStorageSync', key),
    }),
    request: ({ method, url, headers, body, timeoutMs }) =>
      new Promise<HttpAnswer>((resolve, reject) => {
        const send = host.request as (options: object) => void;
        send({
          url,
          method,
          header: headers,
          data: body && bodyAs === 'text' ? JSON.stringify(body) : body,
          timeout: timeoutMs,
          success: (answer: { statusCode: number; data: unknown; header?: unknown }) =>
            resolve({ status: answer.statusCode, body: answer.data, headers: readHeaders(answer.header) }),
          fail: (error: { errMsg?: string; errno?: number }) => reject(toTransportError(error)),
        });
      }),
    async isOnline() {
      try {
        return (await callNative<{ networkType: string }>(host, 'getNetworkType')).networkType !== 'none';
      } catch {
        return true;
      }
    },
    scan: () =>
      attempt(codes, async () => {
        const { result, path } = await callNative<{ result?: string; path?: string }>(host, 'scanCode');
        return ok(result || path || '');
      }),
    askMessages: (templateIds) =>
      attempt({ ...codes, denied: [...(codes.denied ?? []), MESSAGES_OFF] }, async () => {
        const tmplIds = templateIds.slice(0, maxMessages);
        if (tmplIds.length === 0) return ok({ accepted: [] });
        const answers = await callNative<Record<string, unknown>>(host, 'requestSubscribeMessage', { tmplIds });
        return ok({ accepted: tmplIds.filter((id) => answers[id] === 'accept') });
      }),
    toast(text) {
      callQuietly(host, 'showToast', { title: text, icon: 'none', duration: 2200 });
    },
    async confirm({ title, text = '', confirmText = '确定', cancelText = '取消' }) {
      const isDark = isDarkHost(host);
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
    copyText: (text) => callDone(host, codes, 'setClipboardData', { data: text }),
    paintTabs(selected) {
      if (!isDarkHost(host)) callQuietly(host, 'setTabBarStyle', tabStyle(selected));
    },
    paintTitleBar(ground, isDark) {
      const frontColor = isDark ? '#ffffff' : '#000000';
      if (!isDarkHost(host)) callQuietly(host, 'setNavigationBarColor', { frontColor, backgroundColor: ground });
    },
    setTitle(title) {
      callQuietly(host, 'setNavigationBarTitle', { title });
    },
  };
}

/** WeChat alone draws its questions and bars dark, and says so. */
function isDarkHost(host: NativeHost): boolean {
  return callSync<{ theme?: string }>(host, 'getAppBaseInfo')?.theme === 'dark';
}
