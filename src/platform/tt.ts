import { toAddress } from './address';
import { ttCapabilities } from './capabilities';
import { locating } from './location';
import { callNative, callSync, readInsets, type NativeHost } from './native';
import { afterCashier, attempt, ok, readFailure, unsupported } from './outcome';
import { chooseNative } from './pictures';
import { openShopOrder } from './ttShop';
import type { Platform, Result } from './types';
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
/** 9: the person closed Douyin's own cashier or login. */
const CLOSABLE_CODES = { ...CODES, cancelled: ['9'] };

export function createTt(tt: NativeHost): Platform {
  // without `force: false` Douyin opens its own login dialog
  const login = (force: boolean) =>
    attempt(CLOSABLE_CODES, async (): Promise<Result<string>> => {
      const { code } = await callNative<{ code?: string }>(tt, 'login', { force });
      return code ? ok(code) : { status: 'unsupported', code: 'not_logged_in' };
    });
  return {
    ...wxFamily(tt, { codes: CODES, capabilities: ttCapabilities, bodyAs: 'object', maxMessages: 3 }),
    ...locating(tt, CODES, 'scope.userLocation', { type: 'wgs84' }),
    name: 'tt',
    appId: () => callSync<{ microapp: { appId: string } }>(tt, 'getEnvInfoSync')?.microapp.appId ?? '',
    insets: () => readInsets(tt, 'getSystemInfoSync'),
    login: () => login(false),
    loginWithTap: () => login(true),
    async pay(intent) {
      if (intent.kind === 'tt_shop') return openShopOrder(tt, CODES, intent);
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
        return afterCashier(readFailure(reason, CLOSABLE_CODES));
      }
    },
    chooseAddress: () =>
      attempt(CODES, async () => {
        const raw = await callNative<TtAddress>(tt, 'chooseAddress');
        return toAddress({
          name: raw.userName,
          phone: raw.telNumber,
          province: raw.provinceName,
          city: raw.cityName,
          district: raw.countyName,
          detail: raw.detailInfo,
        });
      }),
    chooseImages: (count) => attempt(CODES, () => chooseNative(tt, 'chooseImage', count)),
    // a channel's state is known to Douyin alone, and its button opens it
    readBroadcast: () => unsupported('tt'),
    openBroadcast: () => unsupported('tt'),
    reserveBroadcast: () => unsupported('tt'),
  };
}
