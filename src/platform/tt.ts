import { toAddress } from './address';
import { locating } from './location';
import { callNative, callSync, readInsets, type NativeHost } from './native';
import { afterCashier, ok, readFailure } from './outcome';
import type { Platform } from './types';
import { wxFamily } from './wxFamily';

interface TtAddress {
  userName: string;
  telNumber: string;
  provinceName: string;
  cityName: string;
  countyName: string;
  detailInfo: string;
}

const CODES = { denied: ['10200'], unsupported: ['10101', '10301'] };
const CASHIER_CODES = { ...CODES, cancelled: ['9'] };

export function createTt(tt: NativeHost): Platform {
  return {
    ...wxFamily(tt, CODES, 'object'),
    ...locating(tt, CODES, 'scope.userLocation', { type: 'wgs84' }),
    name: 'tt',
    appId: () => callSync<{ microapp: { appId: string } }>(tt, 'getEnvInfoSync')?.microapp.appId ?? '',
    insets: () => readInsets(tt, 'getSystemInfoSync'),
    async login() {
      try {
        // without `force: false` Douyin opens its own login dialog
        const { code } = await callNative<{ code?: string }>(tt, 'login', { force: false });
        return code ? ok(code) : { status: 'unsupported', code: 'not_logged_in' };
      } catch (reason) {
        return readFailure(reason, CODES);
      }
    },
    async pay(intent) {
      if (intent.kind !== 'tt') return { status: 'unsupported', code: intent.kind };
      const { data, byteAuthorization } = intent;
      let orderId: string;
      try {
        orderId = (await callNative<{ orderId: string }>(tt, 'requestOrder', { data, byteAuthorization })).orderId;
      } catch (reason) {
        return readFailure(reason, CODES);
      }
      try {
        await callNative(tt, 'getOrderPayment', { orderId });
        return ok(null);
      } catch (reason) {
        return afterCashier(readFailure(reason, CASHIER_CODES));
      }
    },
    async chooseAddress() {
      try {
        const raw = await callNative<TtAddress>(tt, 'chooseAddress');
        return toAddress({
          name: raw.userName,
          phone: raw.telNumber,
          province: raw.provinceName,
          city: raw.cityName,
          district: raw.countyName,
          detail: raw.detailInfo,
        });
      } catch (reason) {
        return readFailure(reason, CODES);
      }
    },
  };
}
