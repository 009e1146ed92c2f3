import type { NativeNames } from '../../protocol';
import { hideToast, showModal, showSheet, showToast } from '../dialogs';
import { assetUrl } from '../dom';
import { menuButton, updateManager, windowInfo } from './device';
import { launchOptions, type Host } from './host';
import { defineMyShopper } from './myShopper';
import { NativeFailure, NativeObject, type Dialect, type Params } from './nativeObject';
import { decode, placeData, RequestFailure, send } from './request';
import { defineNavigation, defineQueries } from './shared';
import { storage } from './storage';

/** Alipay words failure as a number and a text, and success as the bare result. */
const DIALECT: Dialect = {
  name: 'my',
  success: (_api, result) => ({ ...result }),
  failure: (_api, failure) => ({ error: failure.code ?? 3, errorMessage: failure.text, ...failure.extra }),
};

// Alipay's own list: it has no PATCH
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT'];
const INVALID_PARAMETERS = 2;

export function createMy(host: Host, names: NativeNames): NativeObject {
  const my = new NativeObject(host, DIALECT, names);
  defineNavigation(my, host);
  defineQueries(my, host);
  defineNetwork(my);
  defineStorage(my);
  defineDialogs(my);
  defineBars(my, host);
  defineDevice(my, host);
  defineMyShopper(my, host);
  return my;
}

const FAILURES: Record<string, [number, string]> = {
  offline: [12, '网络不可用'],
  timeout: [13, '请求超时'],
  aborted: [9, 'abort'],
};

function defineNetwork(my: NativeObject): void {
  const request = (params: Params) => {
    my.record('request', [params]);
    const method = String(params.method ?? 'GET').toUpperCase();
    if (!METHODS.includes(method)) {
      my.settle('request', params, () => {
        throw new NativeFailure(`invalid method ${method}`, INVALID_PARAMETERS);
      });
      return { abort: () => {} };
    }
    const headers = { ...(params.headers as Record<string, string>), ...(params.header as Record<string, string>) };
    const placed = placeData(
      { url: String(params.url), method, headers, data: params.data },
      'application/x-www-form-urlencoded',
    );
    const { answer, abort } = send({ ...placed, method, timeoutMs: Number(params.timeout ?? 30_000) });
    const settled = my.settle('request', params, async () => {
      const incoming = await answer.catch((error) => {
        const reason = error instanceof RequestFailure ? error.reason : String(error);
        const [code, text] = FAILURES[reason] ?? [12, reason];
        throw new NativeFailure(text, code);
      });
      const wants = params.dataType === 'arraybuffer' || params.dataType === 'text' ? params.dataType : 'json';
      const { status, headers: received } = incoming;
      const result = { data: decode(incoming, wants), status, headers: received, statusCode: status, header: received };
      // where WeChat delivers a 404 as a result, Alipay fails; the answer rides on the failure
      if (status < 200 || status > 299) throw new NativeFailure('http status error', 19, result);
      return result;
    });
    return Object.assign(settled ?? {}, { abort });
  };
  my.value('request', request);
}

/** Keys and values travel in objects, both ways. */
function defineStorage(my: NativeObject): void {
  const read = ({ key }: Params) => ({ data: storage.get(String(key)) ?? null });
  const write = ({ key, data }: Params) => {
    storage.set(String(key), data);
    return { success: true };
  };
  const remove = ({ key }: Params) => {
    storage.remove(String(key));
    return { success: true };
  };
  const clear = () => {
    storage.clear();
    return { success: true };
  };
  my.sync('getStorageSync', read);
  my.async('getStorage', read);
  my.sync('setStorageSync', write);
  my.async('setStorage', write);
  my.sync('removeStorageSync', remove);
  my.async('removeStorage', remove);
  my.sync('clearStorageSync', clear);
  my.async('clearStorage', clear);
  my.sync('getStorageInfoSync', storage.info);
  my.async('getStorageInfo', storage.info);
}

function defineDialogs(my: NativeObject): void {
  my.async('showToast', ({ content, duration }) => showToast(String(content ?? ''), Number(duration ?? 2000)));
  my.async('hideToast', hideToast);
  my.async('showLoading', ({ content }) => showToast(String(content ?? ''), 0));
  my.async('hideLoading', hideToast);
  const text = (value: unknown) => (value === undefined ? undefined : String(value));
  const alert = async ({ title, content, buttonText }: Params) => {
    await showModal({ title: text(title), content: text(content), confirmText: String(buttonText ?? '确定') });
    return {};
  };
  const confirm = async ({ title, content, confirmButtonText, cancelButtonText }: Params) => ({
    confirm: await showModal({
      title: text(title),
      content: text(content),
      confirmText: String(confirmButtonText ?? '确定'),
      cancelText: String(cancelButtonText ?? '取消'),
    }),
  });
  // a cancelled sheet is a result here: index -1
  const sheet = async ({ items, cancelButtonText }: Params) => ({
    index: await showSheet(items as string[], String(cancelButtonText ?? '取消')),
    success: true,
  });
  my.async('alert', alert, false);
  my.async('confirm', confirm, false);
  my.async('showActionSheet', sheet, false);
  let clipboard = '';
  my.async('setClipboard', ({ text: copied }) => {
    clipboard = String(copied);
    return { success: true };
  });
  my.async('getClipboard', () => ({ text: clipboard }));
}

function defineBars(my: NativeObject, { navigation }: Host): void {
  const setBar = ({ title, backgroundColor, frontColor }: Params) => {
    const bar = navigation.top?.bar;
    if (bar && title !== undefined) bar.title = String(title);
    if (bar && backgroundColor !== undefined) bar.background = String(backgroundColor);
    if (bar && frontColor !== undefined) bar.color = String(frontColor);
    navigation.refreshBars();
  };
  my.async('setNavigationBar', setBar);
  my.async('setNavigationBarColor', setBar);
  my.acknowledge('showNavigationBarLoading', 'hideNavigationBarLoading', 'hideBackHome', 'setTabBarStyle');
  my.acknowledge('setTabBarItem', 'setBackgroundColor', 'setBackgroundTextStyle');
}

function defineDevice(my: NativeObject, host: Host): void {
  const system = () => ({
    ...windowInfo(host),
    app: 'alipay',
    brand: 'iPhone',
    model: 'iPhone15,4',
    platform: 'iOS',
    system: '17.0',
    version: '10.6.0',
    language: 'zh-Hans',
    titleBarHeight: 48,
    transparentTitle: false,
    fontSizeSetting: 16,
    performance: 'high',
    storage: '128 GB',
    currentBattery: '90%',
    isIphoneXSeries: true,
    screen: { width: innerWidth, height: innerHeight },
  });
  my.value('env', {
    USER_DATA_PATH: 'https://usr',
    clientName: 'ap',
    clientVersion: '10.6.0',
    language: 'zh-Hans',
    platform: 'iOS',
  });
  my.value('isIDE', false);
  my.value('SDKVersion', '2.9.50');
  my.sync('getSystemInfoSync', system);
  my.async('getSystemInfo', system);
  my.sync('getWindowInfo', () => windowInfo(host));
  my.sync('getMenuButtonBoundingClientRect', menuButton);
  my.sync('getUpdateManager', updateManager);
  my.sync('getLaunchOptionsSync', () => launchOptions(host));
  my.sync('getEnterOptionsSync', () => launchOptions(host));
  my.sync('getAppIdSync', () => ({ appId: host.appId }));
  my.async('getNetworkType', () => ({ networkAvailable: true, networkType: 'WIFI' }));
  my.async('getRunScene', () => ({ envVersion: 'develop' }));
  my.async('getServerTime', () => ({ time: Date.now() }));
  my.async('getImageInfo', async ({ src }) => {
    const image = new Image();
    image.src = assetUrl(String(src));
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight, path: src, type: 'png', orientation: 'up' };
  });
  my.acknowledge('hideKeyboard', 'makePhoneCall', 'openSetting', 'openLocation', 'previewImage', 'vibrate');
  my.acknowledge('vibrateShort', 'vibrateLong', 'setKeepScreenOn', 'setScreenBrightness', 'showSharePanel');
}
