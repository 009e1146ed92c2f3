import { z } from 'zod';
import { AppError } from '../errors';
import { absent } from './absent';
import type { PlatformConfigs } from './config';
import { linkCode } from './linkCode';
import type { Outside } from './platforms';
import type { PlatformAdapter } from './types';
import { WECHAT_TIMEOUT_MS } from './weapp';
import { wechatPay } from './wechatPay';
import type { WxpayConfig } from './wechatPayClient';
import { readAnswer } from './wechatRefusal';

const H5_ORDER = '/v3/pay/transactions/h5';
const Ordered = z.object({ h5_url: z.url() });

const unsupported = async () => {
  throw new AppError('unsupported');
};

/** The storefront in a browser: WeChat Pay's H5 payment where a merchant is configured, codes drawn here, no super-app. */
export function createH5(
  { weapp, wxpay }: Pick<PlatformConfigs, 'weapp' | 'wxpay'>,
  outside: Outside,
  timeoutMs = WECHAT_TIMEOUT_MS,
): PlatformAdapter {
  const appId = wxpay?.WXPAY_H5_APP_ID ?? weapp?.WEAPP_APP_ID;
  return {
    ...absent,
    ...(wxpay && appId && h5Payments(wxpay, appId, outside, timeoutMs)),
    exchangeLogin: unsupported,
    readPhone: unsupported,
    makeCode: async ({ token }) => linkCode(outside.publicUrl, token),
    sendMessage: async () => 'unsupported',
    // a visitor of a page is unknown to WeChat, which checks for its own people only
    checkText: async () => UNCHECKED,
    checkPicture: async () => UNCHECKED,
    reportShipping: async () => undefined,
  };
}

const UNCHECKED = { suggestion: 'review', label: '网页没有平台检查' } as const;

function h5Payments(wxpay: WxpayConfig, appId: string, outside: Outside, timeoutMs: number) {
  const owner = { appId, tradeType: 'MWEB' } as const;
  const notifyUrl = `${outside.publicUrl}/notify/h5`;
  const { order, ...payments } = wechatPay(wxpay, outside, { owner, notifyUrl, timeoutMs });

  /** The address opens the cashier for five minutes, and only from a page of the domain that WeChat Pay knows. */
  const createPayment: PlatformAdapter['createPayment'] = async (request) => {
    const scene_info = { payer_client_ip: request.ip.replace(/^::ffff:/, ''), h5_info: { type: 'Wap' } };
    const url = readAnswer(Ordered, await order(H5_ORDER, request, { scene_info }), H5_ORDER).h5_url;
    return { kind: 'h5', url };
  };
  return { ...payments, createPayment };
}
