import { hideToast, showModal, showSheet, showToast } from '../dialogs';
import { assetUrl } from '../dom';
import { menuButton, updateManager } from './device';
import type { Host } from './host';
import { NativeFailure, type NativeObject, type Params } from './nativeObject';
import { decode, placeData, RequestFailure, send } from './request';
import { storage } from './storage';
import { defineNavigation, defineQueries } from './shared';

/** What WeChat and Douyin word alike: network, storage, dialogs, bars. */
export function defineWechatShaped(native: NativeObject, host: Host, methods: readonly string[]): void {
  defineNavigation(native, host);
  defineQueries(native, host);
  defineNetwork(native, methods);
  defineStorage(native);
  defineDialogs(native);
  defineBars(native, host);
  native.sync('getMenuButtonBoundingClientRect', menuButton);
  native.sync('getUpdateManager', updateManager);
  native.async('getImageInfo', async ({ src }) => {
    const image = new Image();
    image.src = assetUrl(String(src));
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight, path: src, type: 'png', orientation: 'up' };
  });
  native.acknowledge(
    'hideKeyboard',
    'makePhoneCall',
    'openSetting',
    'openLocation',
    'previewImage',
    'setKeepScreenOn',
    'setScreenBrightness',
    'showShareMenu',
    'hideShareMenu',
    'vibrateLong',
    'vibrateShort',
    'saveImageToPhotosAlbum',
    'navigateToMiniProgram',
    'reportAnalytics',
  );
}

/** Text and the vendors' general error number, where they have one. */
const FAILURES: Record<string, [string, number?]> = {
  offline: ['errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', 600001],
  timeout: ['timeout', 5],
  aborted: ['abort'],
};

function defineNetwork(native: NativeObject, methods: readonly string[]): void {
  // answers a task, never a promise
  native.value('request', (params: Params) => {
    native.record('request', [params]);
    const method = String(params.method ?? 'GET').toUpperCase();
    if (!methods.includes(method)) {
      native.settle('request', params, () => {
        throw new NativeFailure(`invalid method ${method}`);
      });
      return { abort: () => {} };
    }
    const headers = { ...(params.header as Record<string, string> | undefined) };
    const placed = placeData({ url: String(params.url), method, headers, data: params.data }, 'application/json');
    const { answer, abort } = send({ ...placed, method, timeoutMs: Number(params.timeout ?? 60_000) });
    native.settle('request', params, async () => {
      try {
        const incoming = await answer;
        const wants = params.responseType === 'arraybuffer' ? 'arraybuffer' : (params.dataType ?? 'json');
        const data = decode(incoming, wants === 'json' || wants === 'arraybuffer' ? wants : 'text');
        return { data, statusCode: incoming.status, header: incoming.headers, cookies: [] };
      } catch (error) {
        const reason = error instanceof RequestFailure ? error.reason : String(error);
        throw new NativeFailure(...(FAILURES[reason] ?? [reason]));
      }
    });
    const silent = () => {};
    return { abort, onHeadersReceived: silent, offHeadersReceived: silent, onChunkReceived: silent };
  });
}

function defineStorage(native: NativeObject): void {
  native.sync('getStorageSync', (key: string) => storage.get(key) ?? '');
  native.sync('setStorageSync', storage.set);
  native.sync('removeStorageSync', storage.remove);
  native.sync('clearStorageSync', storage.clear);
  native.sync('getStorageInfoSync', storage.info);
  native.async('getStorage', ({ key }) => {
    const data = storage.get(String(key));
    if (data === undefined) throw new NativeFailure('data not found');
    return { data };
  });
  native.async('setStorage', ({ key, data }) => storage.set(String(key), data));
  native.async('removeStorage', ({ key }) => storage.remove(String(key)));
  native.async('clearStorage', storage.clear);
  native.async('getStorageInfo', storage.info);
}

function defineDialogs(native: NativeObject): void {
  native.async('showToast', ({ title, duration }) => showToast(String(title ?? ''), Number(duration ?? 1500)));
  native.async('hideToast', hideToast);
  native.async('showLoading', ({ title }) => showToast(String(title ?? ''), 0));
  native.async('hideLoading', hideToast);
  const modal = async (params: Params) => {
    const confirm = await showModal({
      title: params.title as string,
      content: params.content as string,
      confirmText: String(params.confirmText ?? '确定'),
      cancelText: params.showCancel === false ? undefined : String(params.cancelText ?? '取消'),
    });
    return { confirm, cancel: !confirm };
  };
  native.async('showModal', modal, false);
  const sheet = async (params: Params) => {
    const tapIndex = await showSheet(params.itemList as string[], '取消');
    if (tapIndex < 0) throw new NativeFailure('cancel');
    return { tapIndex };
  };
  native.async('showActionSheet', sheet, false);
  let clipboard = '';
  native.async('setClipboardData', ({ data }) => {
    clipboard = String(data);
    return { data: clipboard };
  });
  native.async('getClipboardData', () => ({ data: clipboard }));
}

function defineBars(native: NativeObject, { navigation }: Host): void {
  native.async('setNavigationBarTitle', ({ title }) => {
    if (navigation.top) navigation.top.bar.title = String(title);
    navigation.refreshBars();
  });
  native.async('setNavigationBarColor', ({ backgroundColor, frontColor }) => {
    if (navigation.top) Object.assign(navigation.top.bar, { background: backgroundColor, color: frontColor });
    navigation.refreshBars();
  });
  native.acknowledge('showNavigationBarLoading', 'hideNavigationBarLoading', 'hideHomeButton', 'setTabBarStyle');
  native.acknowledge('setBackgroundColor', 'setBackgroundTextStyle', 'setTabBarItem');
}
