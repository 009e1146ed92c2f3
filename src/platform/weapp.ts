import { toAddress } from './address';
import { channelsLive } from './broadcast';
import { weappCapabilities } from './capabilities';
import { locating } from './location';
import { callNative, callSync, hasNative, readInsets, type NativeHost } from './native';
import { afterCashier, attempt, ok, readFailure } from './outcome';
import { chooseNative } from './pictures';
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
  const login = () =>
    attempt(CODES, async () => ok((await callNative<{ code: string }>(wx, 'login', { timeout: 10_000 })).code));
  return {
    ...wxFamily(wx, { codes: CODES, capabilities: weappCapabilities, bodyAs: 'text', maxMessages: 5 }),
    ...locating(wx, CODES, 'scope.userLocation', { type: 'wgs84' }),
    ...channelsLive(wx, CODES),
    name: 'weapp',
    appId: () => callSync<{ miniProgram: { appId: string } }>(wx, 'getAccountInfoSync')?.miniProgram.appId ?? '',
    insets: () => readInsets(wx, 'getWindowInfo'),
    login,
    // everybody is logged in to WeChat
    loginWithTap: login,
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
    chooseAddress: () =>
      attempt(CODES, async () => {
        const raw = await callNative<WxAddress>(wx, 'chooseAddress');
        return toAddress({
          name: raw.userName,
          phone: raw.telNumber,
          province: raw.provinceName,
          city: raw.cityName,
          district: raw.countyName,
          detail: raw.detailInfo || `${raw.streetName ?? ''}${raw.detailInfoNew ?? ''}`,
        });
      }),
    chooseImages: (count) =>
      attempt(CODES, () => chooseNative(wx, hasNative(wx, 'chooseMedia') ? 'chooseMedia' : 'chooseImage', count)),
  };
}
