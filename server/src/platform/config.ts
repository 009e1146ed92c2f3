import { z } from 'zod';
import { readKey } from './keys';

const text = z.string().min(1);
const host = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));
const key = (kind: 'private' | 'public') =>
  z.string().transform((value, context) => {
    try {
      return readKey(value, kind);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });

const Weapp = z.object({
  WEAPP_APP_ID: z.string().regex(/^wx[0-9a-f]{16}$/),
  WEAPP_SECRET: text,
  WEAPP_HOST: host.default('https://api.weixin.qq.com'),
  /** Which version of the mini-program codes and messages open. */
  WEAPP_VERSION: z.enum(['release', 'trial', 'develop']).default('release'),
  /** Message push: verifies its URL and its calls. */
  WEAPP_MESSAGE_TOKEN: text.optional(),
});

const Wxpay = z.object({
  WXPAY_MCHID: z.string().regex(/^\d{8,12}$/),
  /** Serial number of the merchant's certificate. */
  WXPAY_SERIAL: z.string().regex(/^[0-9A-F]{8,64}$/i),
  WXPAY_PRIVATE_KEY: key('private'),
  /** The merchant's certificate; only to check that key and serial number belong together. */
  WXPAY_CERTIFICATE: text.optional(),
  WXPAY_API_V3_KEY: z.string().length(32),
  /** WeChat Pay's own public key, or its platform certificate. */
  WXPAY_PUBLIC_KEY: key('public'),
  /** `PUB_KEY_ID_…`, or the serial number of that certificate. */
  WXPAY_PUBLIC_KEY_ID: text,
  WXPAY_HOST: host.default('https://api.mch.weixin.qq.com'),
  /** The app id that H5 payments are made under; the mini-program's when absent. */
  WXPAY_H5_APP_ID: text.optional(),
});

const Alipay = z.object({
  ALIPAY_APP_ID: z.string().regex(/^\d{16}$/),
  ALIPAY_PRIVATE_KEY: key('private'),
  ALIPAY_PUBLIC_KEY: key('public'),
  /** For phone numbers. */
  ALIPAY_AES_KEY: z.base64().length(24),
  ALIPAY_SELLER_ID: z.string().regex(/^2088\d{12}$/),
  /** Newer apps know a person by `open_id` only. */
  ALIPAY_IDENTITY: z.enum(['open_id', 'user_id']).default('open_id'),
  ALIPAY_GATEWAY: host.default('https://openapi.alipay.com/gateway.do'),
});

const Tt = z.object({
  TT_APP_ID: z.string().regex(/^tt[0-9a-z]{16}$/),
  TT_SECRET: text,
  /** The app's own pair: signs `requestOrder`, opens phone numbers. */
  TT_PRIVATE_KEY: key('private'),
  TT_KEY_VERSION: text.default('1'),
  /** Douyin's key for this app: verifies callbacks. */
  TT_PLATFORM_PUBLIC_KEY: key('public'),
  TT_OPEN_HOST: host.default('https://open.douyin.com'),
  TT_HOST: host.default('https://developer.toutiao.com'),
  /** `shop`: physical goods, sold by the bound Douyin shop. `trade`: virtual goods, paid in the app. */
  TT_GOODS: z.enum(['shop', 'trade']).default('shop'),
  /** Kind and rule group of the virtual goods, from the console; `trade` cannot sell without them. */
  TT_GOODS_TYPE: z.coerce.number().int().positive().optional(),
  TT_TAG_GROUP: text.optional(),
  /** Quotes around the values of `byteAuthorization`; the vendor's samples have none. */
  TT_QUOTES: z.enum(['on', 'off']).default('off'),
});

const TtShop = z.object({
  TT_SHOP_ID: text,
  TT_SHOP_APP_KEY: text,
  TT_SHOP_APP_SECRET: text,
  TT_SHOP_HOST: host.default('https://openapi-fxg.jinritemai.com'),
});

const Sms = z.object({
  /** Is posted `{ "phone", "code" }` as JSON for every code; anything but 2xx is a failure. */
  SMS_URL: host,
  SMS_TOKEN: text,
});

const GROUPS = { weapp: Weapp, wxpay: Wxpay, alipay: Alipay, tt: Tt, ttShop: TtShop, sms: Sms };
export type PlatformConfigs = { [G in keyof typeof GROUPS]: z.output<(typeof GROUPS)[G]> | null };

/** The variables of each group, in the order in which people fill them in. */
export const PLATFORM_VARIABLES = Object.fromEntries(
  Object.entries(GROUPS).map(([group, schema]) => [group, Object.keys(schema.shape)]),
) as Record<keyof PlatformConfigs, string[]>;

/** One thing that is wrong with the configuration, in Chinese. */
export interface ConfigFault {
  name: string;
  text: string;
}

/**
 * Reads what the live platforms need. A group none of whose own variables is set is null; one that is set in part, or
 * wrongly, is in `faults`.
 */
export function readPlatformConfigs(source: Record<string, string | undefined>): {
  configs: PlatformConfigs;
  faults: ConfigFault[];
} {
  const configs: Record<string, unknown> = {};
  const faults: ConfigFault[] = [];
  for (const [group, schema] of Object.entries(GROUPS)) {
    configs[group] = null;
    const names = Object.keys(schema.shape);
    const given = Object.fromEntries(names.map((name) => [name, source[name] || undefined]));
    if (Object.values(given).every((value) => value === undefined)) continue;
    const result = schema.safeParse(given);
    if (result.success) configs[group] = result.data;
    else {
      for (const issue of result.error.issues) {
        const name = String(issue.path[0]);
        faults.push({ name, text: given[name] === undefined ? '没有填' : explain(issue) });
      }
    }
  }
  return { configs: configs as PlatformConfigs, faults };
}

const explain = (issue: z.core.$ZodIssue) => (issue.code === 'custom' ? issue.message : '格式不对');
