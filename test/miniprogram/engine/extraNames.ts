import type { NativeNames, Platform } from './protocol';

const byCallback = { callable: true, promise: false };

/** Names the vendors document but their typings lack. Every entry needs its source. */
export const EXTRA_NAMES: Record<Platform, NativeNames> = {
  weapp: {},
  alipay: {},
  tt: {
    // developer.open-douyin.com, mini-app/develop/api/industry/general_trade/create_order/request-order (lib 2.74.0)
    requestOrder: byCallback,
    // the same section, general_trade/create_order: opens the cashier for requestOrder's orderId
    getOrderPayment: byCallback,
    // developer.open-douyin.com, mini-app/develop/api: base library 3.19.0, the privacy family
    getPrivacySetting: byCallback,
    openPrivacyContract: byCallback,
    requirePrivacyAuthorize: byCallback,
    onNeedPrivacyAuthorization: byCallback,
    // @douyin-microapp/typings/api/action-sheet.d.ts, create-order.d.ts, continue-to-pay.d.ts: declared in a file of
    // their own, but not re-exported by the index
    showActionSheet: byCallback,
    createOrder: byCallback,
    continueToPay: byCallback,
    // developer.open-douyin.com, mini-app/develop/api/network/network-state/get-network-type (lib 1.0.0)
    getNetworkType: byCallback,
    // developer.open-douyin.com, the e-commerce plugin: `tt.requirePlugin('tt95aee3130ae1cbe911')` (lib 3.43)
    requirePlugin: byCallback,
  },
};

/**
 * Names that the libraries inside a package read to see whether they are there. Reading one outside the vendor's
 * names is no fault; calling one that is not there still is (it is `undefined`).
 */
export const PROBED_NAMES: Record<Platform, readonly string[]> = {
  // webpack keeps its chunk list on the global object, which Taro sets to wx, my and tt
  weapp: ['webpackJsonp'],
  // @tarojs/plugin-platform-alipay keeps its event centre there, and asks for WeChat's spelling of two names that
  // Alipay spells with a final d
  alipay: ['webpackJsonp', 'taroEventCenter', 'onBLEConnectionStateChange', 'offBLEConnectionStateChange'],
  // @tarojs/shared asks whether Douyin renders in its DOM mode, and marks the package
  tt: ['webpackJsonp', 'getRenderMode', '__$enableTTDom$__'],
};
