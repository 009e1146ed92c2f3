import { ask, type Host } from './host';
import { NativeFailure, type NativeObject } from './nativeObject';
import { SAMPLE_ADDRESS } from './sampleAddress';

const CANCELLED = 11;
const NOT_ALLOWED = 4;
const REFUSED = 2001;

/** Where Alipay asks its own servers or the shopper: most refusals are results here, not failures. */
export function defineMyShopper(my: NativeObject, host: Host): void {
  my.async('getAuthCode', async (params) => {
    const { outcome, value } = await ask(host, 'login', 'getAuthCode', params);
    if (outcome !== 'ok') throw new NativeFailure('获取授权码失败', CANCELLED);
    const scopes = [params.scopes ?? 'auth_base'].flat();
    return { authCode: value?.code, authSuccessScopes: scopes, authErrorScopes: {} };
  });
  my.async('tradePay', async (params) => {
    if (typeof params.tradeNO !== 'string' && typeof params.orderStr !== 'string') {
      throw new NativeFailure('参数无效', 2);
    }
    const { outcome } = await ask(host, 'requestPayment', 'tradePay', params);
    return { resultCode: RESULT_CODES[outcome] };
  });
  my.async('getAddress', async (params) => {
    const { outcome, value } = await ask(host, 'chooseAddress', 'getAddress', params);
    if (outcome === 'cancel') return { resultStatus: '6001', result: '' };
    if (outcome === 'denied') throw new NativeFailure('无权调用该接口', NOT_ALLOWED);
    const address = { ...SAMPLE_ADDRESS, ...value };
    return {
      resultStatus: '9000',
      result: {
        fullname: address.name,
        mobilePhone: address.phone,
        country: '中国',
        prov: address.province,
        city: address.city,
        area: address.district,
        street: address.street,
        address: address.detail,
      },
    };
  });
  my.async('getPhoneNumber', async (params) => {
    const { outcome, value } = await ask(host, 'phoneNumber', 'getPhoneNumber', params);
    if (outcome !== 'ok') throw new NativeFailure('用户拒绝授权', REFUSED);
    return { response: JSON.stringify({ response: value?.encryptedData ?? value?.code, sign: value?.sign ?? '' }) };
  });
  my.async('requestSubscribeMessage', async (params) => {
    const { outcome } = await ask(host, 'subscribe', 'requestSubscribeMessage', params);
    if (outcome === 'fail') throw new NativeFailure('系统繁忙', 2);
    const ids = params.entityIds as string[];
    const agreed = outcome === 'ok';
    return {
      behavior: agreed ? 'subscribe' : 'cancel',
      show: true,
      keep: false,
      refuse: !agreed,
      result: {
        subscribedEntityIds: agreed ? ids : [],
        unsubscribedEntityIds: agreed ? [] : ids,
        currentSubscribedEntityIds: agreed ? ids : [],
      },
    };
  });
  my.async('scan', async (params) => {
    const { outcome, value } = await ask(host, 'scan', 'scan', params);
    if (outcome !== 'ok') throw new NativeFailure('用户取消操作', CANCELLED);
    return { code: value?.result, qrCode: value?.result, codeType: 'qrCode' };
  });
  my.async('getSetting', () => ({ authSetting: {} }));
}

/** `tradePay` resolves whatever happened; 6004 is Alipay's "unknown, may be paid". */
const RESULT_CODES: Record<string, string> = {
  ok: '9000',
  pending: '8000',
  fail: '4000',
  cancel: '6001',
  timeout: '6004',
};
