import { z } from 'zod';
import { AppError } from '../errors';
import type { AccessTokens } from '../platform/accessTokens';
import { openGateway, type AlipayConfig } from '../platform/alipayGateway';
import type { PlatformConfigs } from '../platform/config';
import { douyinShop, type ShopConfig } from '../platform/douyinShop';
import { ttClient, type TtConfig } from '../platform/ttClient';
import { wechatApi } from '../platform/wechatApi';
import { wechatPayClient, type WxpayConfig } from '../platform/wechatPayClient';
import { WechatRefusal } from '../platform/wechatRefusal';
import type { Finding } from './report';

type WeappConfig = NonNullable<PlatformConfigs['weapp']>;
/** A number under which nobody ever sold anything. */
const NO_TRADE = 'doctor000000';

/** Thrown once a token has come: the call that it was wanted for is never made. */
class TokenCame extends Error {}

/** Makes a client ask for its token, and for nothing else. */
async function askToken(use: (tokens: AccessTokens) => Promise<unknown>): Promise<void> {
  const get: AccessTokens['get'] = async (_name, fetch) => {
    await fetch();
    throw new TokenCame();
  };
  await use({ get, renew: (name, _refused, fetch) => get(name, fetch) }).catch((error: unknown) => {
    if (!(error instanceof TokenCame)) throw error;
  });
}

/** Null: WeChat gives this app a token. It is the stable one, so that a running shop keeps its own. */
export async function askWeapp(config: WeappConfig, timeoutMs: number): Promise<Finding | null> {
  const { WEAPP_APP_ID: appId, WEAPP_SECRET: secret, WEAPP_HOST: host } = config;
  try {
    await askToken((tokens) => wechatApi({ host, appId, secret, tokens, timeoutMs }).post('/cgi-bin/doctor', {}));
    return null;
  } catch (error) {
    // codes of getStableAccessToken, WeChat's mini-program documents
    switch (reasonOf(error)) {
      case '40013':
        return { name: 'WEAPP_APP_ID', text: '微信说没有这个 AppID（40013）' };
      case '40125':
      case '40001':
        return { name: 'WEAPP_SECRET', text: '微信说 AppSecret 不对（40125）：重置过的话要填新的' };
      case '40164':
        return {
          name: 'WEAPP_SECRET',
          text: '微信不认这台服务器的 IP（40164）：请在“开发管理 → 开发设置 → IP 白名单”里加上它的出口 IP',
        };
      case '50004':
      case '50007':
        return { name: 'WEAPP_APP_ID', text: '这个小程序的账号被冻结了' };
      default:
        return { name: 'WEAPP_HOST', text: `微信没有给出令牌（${reasonOf(error)}）` };
    }
  }
}

/** Asks for a trade that does not exist: WeChat Pay checks the signature before it looks for one. */
export async function askWxpay(config: WxpayConfig, timeoutMs: number): Promise<Finding | null> {
  try {
    const params = { mchid: config.WXPAY_MCHID };
    await wechatPayClient(config, timeoutMs).get(`/v3/pay/transactions/out-trade-no/${NO_TRADE}`, params);
    return null;
  } catch (error) {
    // error codes of the order query, WeChat Pay v3
    const reason = reasonOf(error);
    if (/ORDER_?NOT_?EXIST|RESOURCE_NOT_EXISTS/.test(reason)) return null;
    switch (reason) {
      case 'SIGN_ERROR':
        return {
          name: 'WXPAY_PRIVATE_KEY',
          text: '微信支付说签名不对：私钥、WXPAY_SERIAL、WXPAY_MCHID 要属于同一张商户证书',
        };
      case 'MCH_NOT_EXISTS':
      case 'PARAM_ERROR':
        return { name: 'WXPAY_MCHID', text: `微信支付不认这个商户号（${reason}）` };
      case 'NO_AUTH':
        return { name: 'WXPAY_MCHID', text: '商户号没有开通这个产品，或没有与小程序的 AppID 绑定（NO_AUTH）' };
      default:
        return { name: 'WXPAY_HOST', text: `微信支付的回答不能确认（${reason}）：公钥或公钥 ID 不对时也会这样` };
    }
  }
}

/** Asks for a trade that does not exist: Alipay checks the signature first, and signs its refusal. */
export async function askAlipay(config: AlipayConfig, timeoutMs: number): Promise<Finding | null> {
  try {
    const gateway = openGateway(config, () => new Date(), timeoutMs);
    const answer = await gateway.call('alipay.trade.query', { biz: { outTradeNo: NO_TRADE } }, z.unknown());
    if (answer.ok || answer.subCode === 'ACQ.TRADE_NOT_EXIST') return null;
    // common error codes of the open platform, Alipay
    if (/signature/.test(answer.subCode)) {
      return { name: 'ALIPAY_PRIVATE_KEY', text: '支付宝说签名不对：要用与开放平台上那把应用公钥成对的私钥' };
    }
    if (/app-id/.test(answer.subCode)) return { name: 'ALIPAY_APP_ID', text: '支付宝说没有这个应用' };
    if (/permission/.test(answer.subCode)) {
      return {
        name: 'ALIPAY_APP_ID',
        text: '应用还不能收款：请签约并绑定“JSAPI 支付”（isv.insufficient-isv-permissions）',
      };
    }
    return { name: 'ALIPAY_APP_ID', text: `支付宝不接受（${answer.code} ${answer.subCode}）` };
  } catch (error) {
    const reason = error instanceof AppError && error.cause instanceof Error ? error.cause.message : String(error);
    if (/signature of the answer/.test(reason)) {
      return { name: 'ALIPAY_PUBLIC_KEY', text: '验不了支付宝的签名：要填开放平台上显示的“支付宝公钥”' };
    }
    return { name: 'ALIPAY_GATEWAY', text: '支付宝没有给出能读的回答' };
  }
}

/** Null: Douyin gives this app a token. */
export async function askTt(config: TtConfig, timeoutMs: number): Promise<Finding | null> {
  try {
    await askToken((tokens) => ttClient(config, tokens, timeoutMs).callWith('client', '/', () => ({ body: {} })));
    return null;
  } catch (error) {
    return { name: 'TT_SECRET', text: `抖音没有给出令牌${codeOf(error)}：请检查 TT_APP_ID 和 TT_SECRET` };
  }
}

/** Null: the Douyin shop gives a token. */
export async function askTtShop(config: ShopConfig, timeoutMs: number): Promise<Finding | null> {
  try {
    const now = () => new Date();
    await askToken((tokens) => douyinShop(config, tokens, now, timeoutMs).call('shop.brandList', {}, z.unknown()));
    return null;
  } catch (error) {
    return {
      name: 'TT_SHOP_APP_SECRET',
      text: `抖店没有给出令牌${codeOf(error)}：请检查 TT_SHOP_ 的三项，应用要是自用型并已授权给这家店`,
    };
  }
}

const reasonOf = (error: unknown) => (error instanceof WechatRefusal ? error.reason : String(error));

function codeOf(error: unknown): string {
  const read = z.object({ details: z.object({ errNo: z.number() }) }).safeParse(error);
  return read.success ? `（${read.data.details.errNo}）` : '';
}
