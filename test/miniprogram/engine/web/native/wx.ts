import type { NativeNames } from '../../protocol';
import { windowInfo } from './device';
import { ask, launchOptions, type Host } from './host';
import { NativeFailure, NativeObject, type Dialect } from './nativeObject';
import { SAMPLE_ADDRESS } from './sampleAddress';
import { defineWechatShaped } from './wechatShaped';

const DIALECT: Dialect = {
  name: 'wx',
  success: (api, result) => ({ errMsg: `${api}:ok`, ...result }),
  failure: (api, failure) => ({
    errMsg: `${api}:fail ${failure.text}`,
    ...(failure.code === undefined ? {} : { errno: failure.code }),
    ...failure.extra,
  }),
};

// WeChat's own list: it has no PATCH
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

export function createWx(host: Host, names: NativeNames): NativeObject {
  const wx = new NativeObject(host, DIALECT, names);
  defineWechatShaped(wx, host, METHODS);
  defineDevice(wx, host);
  defineShopper(wx, host);
  wx.value('env', { USER_DATA_PATH: 'wxfile://usr' });
  wx.sync('getLaunchOptionsSync', () => launchOptions(host));
  wx.sync('getEnterOptionsSync', () => launchOptions(host));
  wx.sync('nextTick', (callback: () => void) => void Promise.resolve().then(callback));
  wx.sync('reportEvent', () => {});
  return wx;
}

function defineDevice(wx: NativeObject, host: Host): void {
  const base = () => ({
    SDKVersion: '3.8.12',
    enableDebug: false,
    host: { env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.50',
    theme: 'light',
    fontSizeSetting: 16,
  });
  const device = () => ({ brand: 'Apple', model: 'iPhone 15', system: 'iOS 17.0', platform: 'ios', memorySize: 4096 });
  const all = () => ({ ...windowInfo(host), ...base(), ...device() });
  wx.sync('getSystemInfoSync', all);
  wx.async('getSystemInfo', all);
  wx.async('getSystemInfoAsync', all);
  wx.sync('getWindowInfo', () => ({ ...windowInfo(host), screenTop: 0 }));
  wx.sync('getDeviceInfo', device);
  wx.sync('getAppBaseInfo', base);
  wx.sync('getSystemSetting', () => ({ locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }));
  wx.sync('getAppAuthorizeSetting', () => ({ locationAuthorized: 'authorized', cameraAuthorized: 'authorized' }));
  wx.async('getNetworkType', () => ({ networkType: 'wifi' }));
  const account = { miniProgram: { appId: host.appId, envVersion: 'develop', version: '' }, plugin: {} };
  wx.sync('getAccountInfoSync', () => account);
}

/** Where WeChat asks its own servers or the shopper: refusals and cancellations are failures here. */
function defineShopper(wx: NativeObject, host: Host): void {
  wx.async('login', async (params) => {
    const { outcome, value } = await ask(host, 'login', 'login', params);
    if (outcome !== 'ok') throw new NativeFailure('system error');
    return { code: value?.code };
  });
  wx.async('checkSession', () => ({}));
  wx.async('requestPayment', async (params) => {
    for (const name of ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']) {
      // WeChat checks these before it opens the cashier
      if (typeof params[name] !== 'string')
        throw new NativeFailure(`parameter error: parameter.${name} should be String`);
    }
    const { outcome } = await ask(host, 'requestPayment', 'requestPayment', params);
    if (outcome === 'cancel') throw new NativeFailure('cancel');
    if (outcome === 'timeout') throw new NativeFailure('timeout');
    if (outcome === 'fail') throw new NativeFailure('total_fee is invalid');
    // WeChat has no word for a payment still under way: it says ok or fails, and the backend must ask
    return {};
  });
  wx.async('chooseAddress', async (params) => {
    const { outcome, value } = await ask(host, 'chooseAddress', 'chooseAddress', params);
    if (outcome === 'cancel') throw new NativeFailure('cancel');
    if (outcome === 'denied') throw new NativeFailure('auth deny');
    const address = { ...SAMPLE_ADDRESS, ...value };
    return {
      userName: address.name,
      telNumber: address.phone,
      provinceName: address.province,
      cityName: address.city,
      countyName: address.district,
      streetName: address.street,
      detailInfo: address.detail,
      detailInfoNew: address.detail,
      postalCode: address.postalCode,
      nationalCode: '440305',
    };
  });
  wx.async('requestSubscribeMessage', async (params) => {
    const { outcome } = await ask(host, 'subscribe', 'requestSubscribeMessage', params);
    if (outcome === 'fail') throw new NativeFailure('main switch is off', undefined, { errCode: 20004 });
    const answer = outcome === 'ok' ? 'accept' : 'reject';
    return Object.fromEntries((params.tmplIds as string[]).map((id) => [id, answer]));
  });
  wx.async('scanCode', async (params) => {
    const { outcome, value } = await ask(host, 'scan', 'scanCode', params);
    if (outcome !== 'ok') throw new NativeFailure('cancel');
    return { result: value?.result, scanType: 'QR_CODE', charSet: 'utf-8', path: '' };
  });
  wx.async('getSetting', () => ({ authSetting: {} }));
  wx.async('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '《用户隐私保护指引》' }));
  wx.acknowledge('authorize', 'openPrivacyContract', 'requirePrivacyAuthorize');
}
