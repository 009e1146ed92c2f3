import { randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors';
import { absent } from './absent';
import type { PlatformConfigs } from './config';
import type { Outside } from './platforms';
import type { PlatformAdapter } from './types';
import { weappMessages } from './weappMessages';
import { weappModeration } from './weappModeration';
import { weappPeople } from './weappPeople';
import { weappReach } from './weappReach';
import { weappShipping } from './weappShipping';
import { wechatApi } from './wechatApi';
import { wechatPay } from './wechatPay';
import type { WxpayConfig } from './wechatPayClient';
import { readAnswer } from './wechatRefusal';

/** For one request. Two of them, as a forced token takes, must fit into the lease under which a token is fetched. */
export const WECHAT_TIMEOUT_MS = 7_000;

const JSAPI = '/v3/pay/transactions/jsapi';
const Prepaid = z.object({ prepay_id: z.string().min(1) });

/**
 * WeChat: the open API of one mini-program, and WeChat Pay under its app id. Without a merchant (`wxpay` null) people
 * can come and look, and paying is `platform_unavailable`.
 */
export function createWeapp(
  { weapp, wxpay }: { weapp: NonNullable<PlatformConfigs['weapp']>; wxpay: WxpayConfig | null },
  outside: Outside,
  timeoutMs = WECHAT_TIMEOUT_MS,
): PlatformAdapter {
  const { WEAPP_APP_ID: appId, WEAPP_SECRET: secret, WEAPP_HOST: host, WEAPP_MESSAGE_TOKEN: token } = weapp;
  const api = wechatApi({ host, appId, secret, tokens: outside.tokens, timeoutMs });
  return {
    ...absent,
    ...weappPeople(api, { appId, secret }),
    ...(wxpay && weappPayments(wxpay, appId, outside, timeoutMs)),
    ...weappReach(api, weapp.WEAPP_VERSION),
    ...weappModeration(api),
    ...weappShipping(api, { mchid: wxpay?.WXPAY_MCHID ?? null, now: outside.now }),
    ...(token && { messages: weappMessages({ appId, token, now: outside.now }) }),
  };
}

function weappPayments(wxpay: WxpayConfig, appId: string, outside: Outside, timeoutMs: number) {
  const owner = { appId, tradeType: 'JSAPI' } as const;
  const notifyUrl = `${outside.publicUrl}/notify/weapp`;
  const { order, ...payments } = wechatPay(wxpay, outside, { owner, notifyUrl, timeoutMs });

  const createPayment: PlatformAdapter['createPayment'] = async (request) => {
    // an open id is worth something under its own app id only
    if (!request.openId || request.appId !== appId) throw new AppError('login_failed');
    const answer = await order(JSAPI, request, { payer: { openid: request.openId } });
    const prepayId = readAnswer(Prepaid, answer, JSAPI).prepay_id;
    const cashier = {
      timeStamp: String(Math.floor(outside.now().getTime() / 1000)),
      nonceStr: randomBytes(16).toString('hex'),
      package: `prepay_id=${prepayId}`,
    };
    const paySign = sign('RSA-SHA256', Buffer.from(cashierText(appId, cashier)), wxpay.WXPAY_PRIVATE_KEY);
    return { kind: 'weapp', ...cashier, signType: 'RSA', paySign: paySign.toString('base64') };
  };
  return { ...payments, createPayment };
}

/** What the cashier's signature is over: WeChat Pay v3, wx.requestPayment. The app id is signed and not passed. */
export const cashierText = (
  appId: string,
  { timeStamp, nonceStr, package: prepaid }: { timeStamp: string; nonceStr: string; package: string },
) => [appId, timeStamp, nonceStr, prepaid, ''].join('\n');
