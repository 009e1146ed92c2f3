import { z } from 'zod';
import { AppError } from '../errors';
import { fetchAlipayBill } from './alipayBill';
import { openGateway, unavailable, type AlipayConfig, type Gateway } from './alipayGateway';
import { readAlipayNotice } from './alipayNotices';
import { readAlipayPhone } from './alipayPhone';
import { alipayReach } from './alipayReach';
import { alipayRefunds } from './alipayRefunds';
import { alipayTrades } from './alipayTrades';
import type { Outside } from './platforms';
import type { PlatformAdapter, PlatformIdentity } from './types';

/** Longer than Alipay takes, shorter than a shopper waits. */
const TIMEOUT_MS = 5_000;
/** A bill of a large day is some megabytes. */
const BILL_TIMEOUT_MS = 60_000;

/**
 * Alipay's open platform, for a mini-program with the JSAPI payment product. Talks to `ALIPAY_GATEWAY`; every answer
 * and every callback is believed for its RSA2 signature only.
 */
export function createAlipay(
  config: AlipayConfig,
  outside: Pick<Outside, 'now' | 'publicUrl'>,
  timeoutMs = TIMEOUT_MS,
): PlatformAdapter {
  const gateway = openGateway(config, outside.now, timeoutMs);
  const refunds = alipayRefunds(gateway);
  return {
    exchangeLogin: ({ appId, code }) => exchangeLogin(config, gateway, appId, code),
    readPhone: async ({ proof }) => readAlipayPhone(config, gateway, proof),
    ...alipayTrades(config, gateway, `${outside.publicUrl}/notify/alipay`),
    ...refunds,
    fetchBill: (day) => fetchAlipayBill(gateway, day, { now: outside.now(), timeoutMs: BILL_TIMEOUT_MS }),
    readNotice: (notice) => readAlipayNotice({ config, gateway, refunds }, notice),
    noticeAnswer: { contentType: 'text/plain', body: 'success' },
    ...alipayReach(config, gateway, timeoutMs),
  };
}

const Token = z.object({
  open_id: z.string().min(1).optional(),
  user_id: z.string().min(1).optional(),
  union_id: z.string().min(1).optional(),
});

/** `alipay.system.oauth.token`: its parameters stand beside `biz_content`, and its success has no code. */
async function exchangeLogin(
  config: AlipayConfig,
  gateway: Gateway,
  appId: string,
  code: string,
): Promise<PlatformIdentity> {
  // an identity belongs to an app: a client that names another one would make a person under its name
  if (appId !== config.ALIPAY_APP_ID) throw new AppError('login_failed');
  const method = 'alipay.system.oauth.token';
  const answer = await gateway.call(method, { top: { grantType: 'authorization_code', code } }, Token);
  if (!answer.ok) {
    if (/code-?invalid|code.?(is.?)?(old|used|expired)/i.test(answer.subCode)) throw new AppError('login_failed');
    throw unavailable(method, answer);
  }
  const id = answer.node[config.ALIPAY_IDENTITY];
  if (!id) throw unavailable(method, new Error(`no ${config.ALIPAY_IDENTITY}: see ALIPAY_IDENTITY`));
  return { openId: id, unionId: answer.node.union_id ?? null };
}
