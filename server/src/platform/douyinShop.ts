import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors';
import type { AccessTokens, FreshToken } from './accessTokens';
import type { PlatformConfigs } from './config';
import { post, readJson } from './ttHttp';

export type ShopConfig = NonNullable<PlatformConfigs['ttShop']>;

/** The open platform of Douyin shops (抖店, op.jinritemai.com): signed calls with a token for the one shop. */
export interface DouyinShop {
  config: ShopConfig;
  /** `order.searchList` → what stands in `data`. Throws `platform_unavailable`. */
  call<S extends z.ZodType>(method: string, params: Record<string, unknown>, shape: S): Promise<z.output<S>>;
}

const SUCCESS = 10000;
const VERSION = '2';
const TOKEN_REFUSED = /^isv\.access-token-(expired|no-existed|invalid)$/;

const Answer = z.object({ code: z.number(), sub_code: z.string().nullish(), data: z.unknown() });
const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

export function douyinShop(config: ShopConfig, tokens: AccessTokens, now: () => Date, timeoutMs: number): DouyinShop {
  const send = async (method: string, params: Record<string, unknown>, token: string | null) => {
    const json = JSON.stringify(sorted(params));
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const query = new URLSearchParams({
      app_key: config.TT_SHOP_APP_KEY,
      method,
      timestamp,
      v: VERSION,
      sign_method: 'hmac-sha256',
      sign: signCall(config, method, json, timestamp),
      ...(token !== null && { access_token: token }),
    });
    const url = `${config.TT_SHOP_HOST}/${method.replaceAll('.', '/')}?${query.toString()}`;
    const answer = Answer.safeParse(readJson((await post(url, json, {}, timeoutMs)).bytes));
    if (!answer.success) throw new AppError('platform_unavailable');
    return answer.data;
  };

  const succeed = <S extends z.ZodType>({ code, data }: z.output<typeof Answer>, shape: S): z.output<S> => {
    const read = code === SUCCESS ? shape.safeParse(data) : null;
    if (!read?.success) throw new AppError('platform_unavailable', { errNo: code });
    return read.data;
  };

  const name = `tt:shop:${config.TT_SHOP_APP_KEY}:${config.TT_SHOP_ID}`;
  // an app of one's own (自用型应用) needs no code from the shop's owner
  const fetch = async (): Promise<FreshToken> => {
    const params = { code: '', grant_type: 'authorization_self', shop_id: config.TT_SHOP_ID };
    const token = succeed(await send('token.create', params, null), Token);
    return { token: token.access_token, expiresInMs: token.expires_in * 1000 };
  };

  return {
    config,
    async call(method, params, shape) {
      const token = await tokens.get(name, fetch);
      const answer = await send(method, params, token);
      if (!TOKEN_REFUSED.test(answer.sub_code ?? '')) return succeed(answer, shape);
      return succeed(await send(method, params, await tokens.renew(name, token, fetch)), shape);
    },
  };
}

/** Calling guide of the open platform: names and values in this order between the secret, HMAC-SHA256 in hex. */
function signCall(config: ShopConfig, method: string, json: string, timestamp: string): string {
  const secret = config.TT_SHOP_APP_SECRET;
  const text = `app_key${config.TT_SHOP_APP_KEY}method${method}param_json${json}timestamp${timestamp}v${VERSION}`;
  return createHmac('sha256', secret).update(`${secret}${text}${secret}`).digest('hex');
}

/** Keys by code unit, as the guide asks; our parameters are flat. */
const sorted = (params: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
