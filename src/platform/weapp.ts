import { toAddress } from './address';
import { locating } from './location';
import { callNative, callSync, readInsets, type NativeHost } from './native';
import { afterCashier, ok, readFailure } from './outcome';
import type { Platform } from './types';
import { wxFamily } from './wxFamily';

interface WxAddress {
  userName: string;
  telNumber: string;
  provinceName: string;
  cityName: string;
  countyName: string;
  streetName?: string;
  detailInfo?: string;
  detailInfoNew?: string;
}

/** 112: the app's privacy declaration does not name the interface, so nobody can use it. */
const CODES = { unsupported: ['112'] };

export function createWeapp(wx: NativeHost): Platform {
  return {
    ...wxFamily(wx, CODES, 'text'),
    ...locating(wx, CODES, 'scope.userLocation', { type: 'wgs84' }),
    name: 'weapp',
    appId: () => callSync<{ miniProgram: { appId: string } }>(wx, 'getAccountInfoSync')?.miniProgram.appId ?? '',
    insets: () => readInsets(wx, 'getWindowInfo'),
    async login() {
      try {
        return ok((await callNative<{ code: string }>(wx, 'login', { timeout: 10_000 })).code);
      } catch (reason) {
        return readFailure(reason, CODES);
      }
    },
    async pay(intent) {
      if (intent.kind !== 'weapp') return { status: 'unsupported', code: intent.kind };
      const { kind: _, ...options } = intent;
      try {
        await callNative(wx, 'requestPayment', options);
        return ok(null);
      } catch (reason) {
        return afterCashier(readFailure(reason, CODES));
      }
    },
    async chooseAddress() {
      try {
        const raw = await callNative<WxAddress>(wx, 'chooseAddress');
        return toAddress({
          name: raw.userName,
          phone: raw.telNumber,
          province: raw.provinceName,
          city: raw.cityName,
          district: raw.countyName,
          detail: raw.detailInfo || `${raw.streetName ?? ''}${raw.detailInfoNew ?? ''}`,
        });
      } catch (reason) {
        return readFailure(reason, CODES);
      }
    },
  };
}
