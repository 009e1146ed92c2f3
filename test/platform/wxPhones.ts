import { createTt } from '@/platform/tt';
import { createWeapp } from '@/platform/weapp';
import { shopPlugin, wxAbilities, wxPrivacy } from './wxAbilities';
import { host, launch, listeners, pick, screen, type Outcome } from './host';
import { ANSWER_TEXT, chosen, here, NOT_FOUND_TEXT, type Phone, type Script } from './script';

/** WeChat and Douyin alike: `errMsg` tells, storage is by key and value. */
function wxLike(script: Script, prefix: { errNo?: boolean } = {}) {
  const fail = (message: string, code?: number): Outcome => ({
    error: { errMsg: message, ...(code !== undefined && (prefix.errNo ? { errNo: code } : { errno: code })) },
  });
  const store = new Map<string, string>();
  const full = () => {
    if (script.storage === 'full') throw new Error('exceed storage max size');
  };
  const address = {
    userName: chosen.name,
    telNumber: chosen.phone,
    provinceName: chosen.province,
    cityName: chosen.city,
    countyName: chosen.district,
    detailInfo: chosen.detail,
  };
  const library = { SDKVersion: script.version ?? (prefix.errNo ? '3.60.0' : '3.8.12') };
  return {
    fail,
    address,
    sync: {
      getStorageSync: (key: string) => store.get(key) ?? '',
      setStorageSync: (key: string, value: string) => {
        full();
        store.set(key, value);
      },
      removeStorageSync: (key: string) => store.delete(key),
      // Douyin knows only the older name
      [prefix.errNo ? 'getSystemInfoSync' : 'getWindowInfo']: () => ({ ...screen, ...library }),
      ...(!prefix.errNo && { getAppBaseInfo: () => library }),
    },
    outcomes: {
      request: () =>
        pick(
          script.request,
          {
            ok: { ok: { statusCode: 200, data: ANSWER_TEXT, header: { Etag: '"1"' } } },
            'not found': { ok: { statusCode: 404, data: NOT_FOUND_TEXT, header: {} } },
            offline: fail('request:fail'),
            late: fail('request:fail timeout', 5),
          },
          'ok',
        ),
      chooseAddress: () =>
        pick(
          script.address,
          {
            chosen: { ok: address },
            cancelled: fail('chooseAddress:fail cancel'),
            denied: fail('chooseAddress:fail auth deny', prefix.errNo ? 10200 : undefined),
            'not granted': prefix.errNo
              ? fail('chooseAddress:fail platform auth', 10101)
              : fail('chooseAddress:fail api scope is not declared in the privacy agreement', 112),
            incomplete: { ok: { ...address, detailInfo: '' } },
          },
          'chosen',
        ),
      getLocation: () =>
        pick(
          script.location,
          {
            found: { ok: { latitude: here.lat, longitude: here.lng, accuracy: 65 } },
            cancelled: fail('getLocation:fail cancel'),
            denied: fail('getLocation:fail auth deny', prefix.errNo ? 10200 : undefined),
            'switched off': fail('getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF'),
            'not granted': prefix.errNo
              ? fail('getLocation:fail platform auth', 10101)
              : fail('getLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json'),
            nowhere: { ok: {} },
            failed: fail('getLocation:fail:timeout'),
          },
          'found',
        ),
      getSetting: () => ({ ok: { authSetting: script.mayLocate ? { 'scope.userLocation': true } : {} } }),
      showModal: () =>
        pick(
          script.question,
          {
            yes: { ok: { confirm: true, cancel: false } },
            no: { ok: { confirm: false, cancel: true } },
            broken: fail('showModal:fail'),
          },
          'yes',
        ),
      setClipboardData: () =>
        pick(script.clipboard, { ok: { ok: {} }, denied: fail('setClipboardData:fail auth deny') }, 'ok'),
      getNetworkType: () => ({ ok: { networkType: script.network === 'off' ? 'none' : 'wifi' } }),
      showToast: () => ({ ok: {} }),
      ...wxAbilities(script, fail, Boolean(prefix.errNo)),
      setNavigationBarTitle: () => ({ ok: {} }),
    },
  };
}

export function weapp(script: Script): Phone {
  const { fail, sync, outcomes } = wxLike(script);
  const events = listeners();
  const privacy = wxPrivacy(script);
  const { native, calls } = host(
    script,
    {
      ...outcomes,
      login: () =>
        pick(
          script.login,
          { ok: { ok: { code: 'code-1' } }, guest: { ok: { code: 'code-1' } }, failed: fail('login:fail') },
          'ok',
        ),
      requestPayment: () =>
        pick(
          script.pay,
          {
            paid: { ok: { errMsg: 'requestPayment:ok' } },
            cancelled: fail('requestPayment:fail cancel'),
            unknown: fail('requestPayment:fail system error'),
            failed: fail('requestPayment:fail jsapi has no permission?', -1),
            processing: fail('requestPayment:fail'),
            'no network': fail('requestPayment:fail:timeout'),
            'no word': fail(''),
          },
          'paid',
        ),
    },
    {
      ...sync,
      ...events.functions,
      ...privacy.functions,
      getLaunchOptionsSync: () => launch,
      getAccountInfoSync: () => ({ miniProgram: { appId: 'app-1' } }),
    },
    privacy.gate,
  );
  return { platform: createWeapp(native), calls, emit: events.emit, fetchUpdate: events.fetchUpdate };
}

export function tt(script: Script): Phone {
  const { fail, sync, outcomes } = wxLike(script, { errNo: true });
  const member = { ok: { code: 'code-1', anonymousCode: 'a', isLogin: true } };
  const failed = fail('login:fail internal error', 10401);
  const guest = { ok: { code: '', anonymousCode: 'a', isLogin: false } };
  const silentLogin = () => pick(script.login, { ok: member, guest, failed }, 'ok');
  // Douyin's own dialog, which a person may close
  const loginByTap = () =>
    pick(script.tap, { ok: member, cancelled: fail('login:fail user cancelled', 9), failed }, 'ok');
  const events = listeners();
  const privacy = wxPrivacy(script);
  const { native, calls } = host(
    script,
    {
      ...outcomes,
      login: ({ force = true }: { force?: boolean }) => (force ? loginByTap() : silentLogin()),
      requestOrder: () =>
        script.pay === 'failed' ? fail('requestOrder:fail', 11004) : { ok: { orderId: 'order-1', itemOrderList: [] } },
      getOrderPayment: () =>
        pick(
          script.pay,
          {
            paid: { ok: { errMsg: 'getOrderPayment:ok' } },
            cancelled: fail('getOrderPayment:fail', 9),
            unknown: fail('getOrderPayment:fail network', 10401),
            failed: fail('getOrderPayment:fail', 1),
            processing: fail('getOrderPayment:fail', 10401),
            'no network': fail('getOrderPayment:fail network error'),
            'no word': fail(''),
          },
          'paid',
        ),
    },
    {
      ...sync,
      ...events.functions,
      ...privacy.functions,
      getLaunchOptionsSync: () => ({ ...launch, scene: '011001' }),
      getEnvInfoSync: () => ({ microapp: { appId: 'app-1' } }),
      requirePlugin: () => plugin(),
    },
    privacy.gate,
  );
  const plugin = () => shopPlugin(script, fail, calls);
  return { platform: createTt(native), calls, emit: events.emit, fetchUpdate: events.fetchUpdate };
}
