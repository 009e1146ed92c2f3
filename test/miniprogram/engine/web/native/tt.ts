import type { NativeNames } from '../../protocol';
import { windowInfo } from './device';
import { ask, launchOptions, type Host } from './host';
import { NativeFailure, NativeObject, type Dialect } from './nativeObject';
import { SAMPLE_ADDRESS } from './sampleAddress';
import { defineWechatShaped } from './wechatShaped';

const DIALECT: Dialect = {
  name: 'tt',
  success: (api, result) => ({ errMsg: `${api}:ok`, ...result }),
  failure: (api, failure) => ({
    errMsg: `${api}:fail ${failure.text}`,
    ...(failure.code === undefined ? {} : { errNo: failure.code }),
    ...failure.extra,
  }),
};

const METHODS = ['GET', 'POST', 'OPTIONS', 'PUT', 'HEAD', 'DELETE', 'PATCH'];
// Douyin's error numbers, as far as documented
const AUTH_DENY = 10200;
const PARAMETERS = 10000;
const USER_CANCELLED = 9;
const INTERNAL = 10401;
const SHOP_NOT_BOUND = 21503;

export function createTt(host: Host, names: NativeNames): NativeObject {
  const tt = new NativeObject(host, DIALECT, names);
  defineWechatShaped(tt, host, METHODS);
  const system = () => ({
    ...windowInfo(host),
    system: 'iOS 17.0',
    platform: 'ios',
    brand: 'Apple',
    model: 'iPhone 15',
    version: '32.0.0',
    appName: 'Douyin',
    SDKVersion: '3.60.0',
  });
  tt.sync('getSystemInfoSync', system);
  tt.async('getSystemInfo', system);
  tt.async('getNetworkType', () => ({ networkType: 'wifi' }));
  tt.value('env', { USER_DATA_PATH: 'ttfile://user', VERSION: 'development' });
  // text here, a number in App.onLaunch
  tt.sync('getLaunchOptionsSync', () => ({ ...launchOptions(host), scene: String(host.launch.scene) }));
  tt.sync('getEnvInfoSync', () => ({
    microapp: { mpVersion: '', envType: 'development', appId: host.appId },
    common: { USER_DATA_PATH: 'ttfile://user' },
  }));
  defineLogin(tt, host);
  definePayment(tt, host);
  defineShop(tt, host);
  defineShopper(tt, host);
  return tt;
}

function defineLogin(tt: NativeObject, host: Host): void {
  tt.async('login', async (params) => {
    // `force` is true by default and would open the host's login screen
    const { outcome, value } = await ask(host, 'login', 'login', { force: params.force ?? true });
    if (outcome === 'fail') throw new NativeFailure('internal error', INTERNAL);
    const anonymousCode = value?.anonymousCode ?? `anonymous-${String(value?.code ?? Date.now())}`;
    if (outcome === 'guest') {
      if (params.force ?? true) throw new NativeFailure('user cancelled', USER_CANCELLED);
      return { code: '', anonymousCode, isLogin: false };
    }
    return { code: value?.code, anonymousCode, isLogin: true };
  });
  tt.async('checkSession', () => ({}));
}

/** General trade: `requestOrder` makes Douyin's order out of signed text, `getOrderPayment` opens the cashier for it. */
function definePayment(tt: NativeObject, host: Host): void {
  const orders = new Map<string, unknown>();
  tt.async('requestOrder', async (params) => {
    const { data, byteAuthorization } = params;
    if (typeof data !== 'string' || typeof byteAuthorization !== 'string') {
      throw new NativeFailure('参数错误', PARAMETERS);
    }
    const order = JSON.parse(data) as { skuList?: { skuId: string; price: number; quantity: number }[] };
    const { outcome, value } = await ask(host, 'requestOrder', 'requestOrder', params);
    if (outcome !== 'ok') throw new NativeFailure('internal error', INTERNAL, { errLogId: 'log' });
    const orderId = String(value?.orderId);
    orders.set(orderId, order);
    const itemOrderList = (order.skuList ?? []).map((sku, index) => ({
      itemOrderId: `${orderId}${index}`,
      skuId: sku.skuId,
      itemOrderAmount: sku.price * sku.quantity,
    }));
    return { orderId, itemOrderList, logId: 'log' };
  });
  tt.async('getOrderPayment', async (params) => {
    const order = orders.get(String(params.orderId));
    if (!order) throw new NativeFailure('参数错误', PARAMETERS);
    const { outcome } = await ask(host, 'requestPayment', 'getOrderPayment', { ...params, order });
    if (outcome === 'cancel') throw new NativeFailure('user cancelled', USER_CANCELLED);
    if (outcome !== 'ok') throw new NativeFailure('internal error', INTERNAL);
    return {};
  });
  // the older guaranteed payment resolves whatever happened
  const codes: Record<string, number> = { ok: 0, timeout: 1, fail: 2, cancel: 4, pending: 9 };
  tt.async('pay', async (params) => {
    const { outcome } = await ask(host, 'requestPayment', 'pay', params);
    return { code: codes[outcome] };
  });
}

/** The e-commerce plugin: opens the bound shop's page of an order, and says no more than that it did. */
function defineShop(tt: NativeObject, host: Host): void {
  const plugin = {
    async openEcOrder(params: Record<string, unknown> & Callbacks) {
      const { success, fail, ...order } = params;
      const { outcome } = await ask(host, 'openShop', 'openEcOrder', order);
      if (outcome === 'ok') success?.({ errMsg: 'openEcOrder:ok' });
      else fail?.({ errMsg: 'openEcOrder:fail mini app not bound', errNo: SHOP_NOT_BOUND });
    },
  };
  tt.sync('requirePlugin', (name: unknown) => {
    if (name !== 'tt95aee3130ae1cbe911') throw new Error(`plugin ${String(name)} is not declared`);
    return plugin;
  });
}

interface Callbacks {
  success?: (result: object) => void;
  fail?: (error: object) => void;
}

function defineShopper(tt: NativeObject, host: Host): void {
  tt.async('chooseAddress', async (params) => {
    const { outcome, value } = await ask(host, 'chooseAddress', 'chooseAddress', params);
    if (outcome === 'cancel') throw new NativeFailure('cancel', USER_CANCELLED);
    if (outcome === 'denied') throw new NativeFailure('auth deny', AUTH_DENY);
    const address = { ...SAMPLE_ADDRESS, ...value };
    return {
      userName: address.name,
      telNumber: address.phone,
      provinceName: address.province,
      cityName: address.city,
      countyName: address.district,
      detailInfo: address.detail,
    };
  });
  tt.async('requestSubscribeMessage', async (params) => {
    const { outcome } = await ask(host, 'subscribe', 'requestSubscribeMessage', params);
    if (outcome === 'fail') throw new NativeFailure('internal error', INTERNAL);
    const status = outcome === 'ok' ? 'accept' : 'reject';
    const ids = params.tmplIds as string[];
    const setting = { status, alwaysSubscribe: false, allowReminderWay: [] };
    const templateSettings = Object.fromEntries(ids.map((id) => [id, setting]));
    return { ...Object.fromEntries(ids.map((id) => [id, status])), templateSettings };
  });
  tt.async('scanCode', async (params) => {
    const { outcome, value } = await ask(host, 'scan', 'scanCode', params);
    if (outcome !== 'ok') throw new NativeFailure('cancel', USER_CANCELLED);
    return { result: value?.result };
  });
  tt.async('getSetting', () => ({ authSetting: {} }));
  tt.async('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '《用户隐私保护指引》' }));
  tt.acknowledge('authorize', 'openPrivacyContract', 'requirePrivacyAuthorize');
}
