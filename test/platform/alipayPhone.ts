import { createAlipay } from '@/platform/alipay';
import { alipayAbilities } from './alipayAbilities';
import { host, launch, listeners, pick, screen } from './host';
import { ANSWER_TEXT, chosen, here, NOT_FOUND_TEXT, type Phone, type Script } from './script';

/** Alipay: `error` tells, cancellations resolve, storage takes and gives objects, HTTP errors are failures. */
export function alipay(script: Script): Phone {
  const events = listeners();
  const store = new Map<string, string>();
  const raw = {
    fullname: chosen.name,
    mobilePhone: chosen.phone,
    prov: chosen.province,
    city: chosen.city,
    area: chosen.district,
    street: '',
    address: chosen.detail,
  };
  const { native, calls } = host(
    script,
    {
      getAuthCode: () =>
        pick(
          script.login,
          {
            ok: { ok: { authCode: 'code-1', authSuccessScopes: ['auth_base'] } },
            guest: { ok: { authCode: 'code-1' } },
            failed: { error: { error: 12, errorMessage: '网络异常' } },
          },
          'ok',
        ),
      tradePay: () =>
        pick(
          script.pay,
          {
            paid: { ok: { resultCode: '9000' } },
            cancelled: { ok: { resultCode: '6001' } },
            unknown: { ok: { resultCode: '6004' } },
            processing: { ok: { resultCode: '8000' } },
            'no network': { ok: { resultCode: '6002' } },
            'no word': { ok: {} },
            failed: { ok: { resultCode: '4000' } },
          },
          'paid',
        ),
      getAddress: () =>
        pick(
          script.address,
          {
            chosen: { ok: { resultStatus: '9000', result: raw } },
            cancelled: { ok: { resultStatus: '6001', result: '' } },
            denied: { error: { error: 2001, errorMessage: '用户不同意授权' } },
            'not granted': { error: { error: 4, errorMessage: '无权调用该接口' } },
            incomplete: { ok: { resultStatus: '9000', result: { ...raw, address: '' } } },
          },
          'chosen',
        ),
      getLocation: () =>
        pick(
          script.location,
          {
            found: { ok: { latitude: String(here.lat), longitude: String(here.lng) } },
            cancelled: { error: { error: 10, errorMessage: 'cancel' } },
            denied: { error: { error: 2001, errorMessage: '用户拒绝授权' } },
            'switched off': { error: { error: 11, errorMessage: '请确认定位相关权限已开启' } },
            'not granted': { error: { error: 4, errorMessage: '无权调用该接口' } },
            nowhere: { ok: { latitude: '', longitude: '' } },
            failed: { error: { error: 13, errorMessage: '获取地理位置失败' } },
          },
          'found',
        ),
      getSetting: () => ({ ok: { authSetting: { location: Boolean(script.mayLocate) } } }),
      request: () =>
        pick(
          script.request,
          {
            ok: { ok: { status: 200, statusCode: 200, data: ANSWER_TEXT, headers: { ETag: ['"1"'] } } },
            'not found': { error: { error: 19, errorMessage: 'http status error', status: 404, data: NOT_FOUND_TEXT } },
            offline: { error: { error: 12, errorMessage: '网络出错' } },
            late: { error: { error: 13, errorMessage: '超时' } },
          },
          'ok',
        ),
      confirm: () =>
        pick(
          script.question,
          { yes: { ok: { confirm: true } }, no: { ok: { confirm: false } }, broken: { error: { error: 2 } } },
          'yes',
        ),
      setClipboard: () =>
        pick(script.clipboard, { ok: { ok: {} }, denied: { error: { error: 11, errorMessage: '' } } }, 'ok'),
      getNetworkType: () => ({ ok: { networkAvailable: script.network !== 'off', networkType: 'WIFI' } }),
      showToast: () => ({ ok: {} }),
      ...alipayAbilities(script),
      setNavigationBar: () => ({ ok: {} }),
    },
    {
      ...events.functions,
      getStorageSync: ({ key }: { key: string }) => ({ data: store.get(key) ?? null, success: true }),
      setStorageSync: ({ key, data }: { key: string; data: string }) => {
        if (script.storage === 'full') throw new Error('full');
        store.set(key, data);
      },
      removeStorageSync: ({ key }: { key: string }) => store.delete(key),
      getSystemInfoSync: () => screen,
      getLaunchOptionsSync: () => launch,
      getAppIdSync: () => ({ appId: 'app-1' }),
      SDKVersion: script.version ?? '2.9.50',
    },
  );
  return { platform: createAlipay(native), calls, emit: events.emit, fetchUpdate: events.fetchUpdate };
}
