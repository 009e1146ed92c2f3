import { z } from 'zod';
import { AppError } from '../errors';
import type { PlatformAdapter } from './types';
import type { WechatApi } from './wechatApi';
import { readAnswer, WechatRefusal } from './wechatRefusal';

const LOGIN = '/sns/jscode2session';
const PHONE = '/wxa/business/getuserphonenumber';

const Login = z.object({ openid: z.string().min(1), unionid: z.string().min(1).optional() });
const Phone = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string().regex(/^\d+$/),
    countryCode: z.coerce.string(),
    watermark: z.object({ appid: z.string() }),
  }),
});

/** A code that is unknown, used or expired (40029, 40163), or of a person whom WeChat blocks as risky (40226). */
const BAD_CODE = new Set(['40029', '40163', '40226']);

/** Who a person is: WeChat open API, code2Session and getPhoneNumber. */
export function weappPeople(
  api: WechatApi,
  { appId, secret }: { appId: string; secret: string },
): Pick<PlatformAdapter, 'exchangeLogin' | 'readPhone'> {
  return {
    async exchangeLogin(input) {
      // the open id that comes back belongs to our app, whatever the client calls itself
      if (input.appId !== appId) throw new AppError('login_failed');
      const query = { appid: appId, secret, js_code: input.code, grant_type: 'authorization_code' };
      const answer = await api.get(LOGIN, query).catch((error) => {
        throw isBadCode(error) ? new AppError('login_failed') : error;
      });
      const { openid, unionid } = readAnswer(Login, answer, LOGIN);
      return { openId: openid, unionId: unionid ?? null };
    },
    async readPhone({ proof }) {
      if (proof.kind !== 'code') throw new AppError('phone_refused');
      const answer = await api.post(PHONE, { code: proof.code }).catch((error) => {
        throw isBadCode(error) ? new AppError('phone_refused') : error;
      });
      const { purePhoneNumber, countryCode, watermark } = readAnswer(Phone, answer, PHONE).phone_info;
      // without its country a foreign number could be somebody else's
      if (watermark.appid !== appId || countryCode !== '86') throw new AppError('phone_refused');
      return purePhoneNumber;
    },
  };
}

const isBadCode = (error: unknown) => error instanceof WechatRefusal && BAD_CODE.has(error.reason);
