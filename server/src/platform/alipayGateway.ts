import { AlipaySdk } from 'alipay-sdk';
import { z } from 'zod';
import { inBeijing } from '../beijing';
import { AppError } from '../errors';
import { readMembers } from './alipayAnswer';
import type { PlatformConfigs } from './config';

export type AlipayConfig = NonNullable<PlatformConfigs['alipay']>;

/** What Alipay said no to. `code` 40004 is a refusal by the business; all others are about us or about the gateway. */
export interface Refusal {
  code: string;
  subCode: string;
}

export type Answer<T> = { ok: true; node: T } | ({ ok: false } & Refusal);

export interface Gateway {
  /**
   * One call, `alipay.trade.query` for instance; `biz` becomes `biz_content`, `top` stands beside it. The answer's
   * signature has been verified over the raw text and its shape by `schema`. Throws `platform_unavailable` when there
   * is no answer, or none that can be believed, or when Alipay is busy: what happened there is then unknown.
   */
  call<T>(method: string, input: { biz?: object; top?: object }, schema: z.ZodType<T>): Promise<Answer<T>>;
  /** Whether Alipay signed these fields of a callback. */
  hasSigned(form: Record<string, string>): boolean;
  /** Whether Alipay signed this text. */
  hasSignedText(text: string, sign: string): boolean;
}

/** Refused by the business, as against a fault of the call. */
export const BUSINESS = '40004';

/** An answer of the gateway itself that nobody signed: it may be anyone's, so that only harmless things follow it. */
export const UNSIGNED = 'unsigned';

/** The gateway reads the system's parameters from the address, and the method's from the form. */
const IN_BODY = ['biz_content', 'grant_type', 'code'];

const BUSY = /system.?error|unknow|service-unavailable|service-error/i;

/** Not knowing is one error; the reason goes along as its cause, for our log only. */
export function unavailable(method: string, reason: Refusal | Error): AppError {
  // what fetch throws says why in its own cause
  const text = reason instanceof Error ? String(reason.cause ?? reason.message) : `${reason.code} ${reason.subCode}`;
  return Object.assign(new AppError('platform_unavailable'), { cause: new Error(`${method}: ${text}`) });
}

/** `2026-11-25 20:00:00`: every time that Alipay reads or writes is Beijing's. */
export const beijingTime = (at: Date): string => inBeijing(at).slice(0, 19).replace('T', ' ');

const Refused = z.object({ code: z.string(), sub_code: z.string().default('') });

/**
 * Alipay's SDK signs our calls and checks signatures; sending, and finding what a signature covers, is done here (see
 * docs/decisions/0020-alipays-sdk-only-signs.md).
 */
export function openGateway(config: AlipayConfig, now: () => Date, timeoutMs: number): Gateway {
  const sdk = new AlipaySdk({
    appId: config.ALIPAY_APP_ID,
    // trimmed: the SDK takes a last empty line for a part of the key
    privateKey: config.ALIPAY_PRIVATE_KEY.export({ type: 'pkcs8', format: 'pem' }).toString().trim(),
    keyType: 'PKCS8',
    alipayPublicKey: config.ALIPAY_PUBLIC_KEY.export({ type: 'spki', format: 'pem' }).toString().trim(),
  });

  /** Never repeated here: a message sent twice is two messages. */
  const post = async (method: string, params: object): Promise<string> => {
    // without our own timestamp the SDK would write the machine's time
    const signed = sdk.sdkExecute(method, { ...params, timestamp: beijingTime(now()) });
    const query = new URLSearchParams(signed);
    const body = new URLSearchParams();
    for (const name of IN_BODY) {
      if (query.has(name)) body.set(name, query.get(name)!);
      query.delete(name);
    }
    const response = await fetch(`${config.ALIPAY_GATEWAY}?${query}`, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    return response.text();
  };

  /** The node of an answer, once its signature is verified; of an unsigned one only what the gateway refused. */
  const readNode = (method: string, text: string): unknown => {
    const members = readMembers(text);
    const error = members.get('error_response');
    const node = members.get(`${method.replaceAll('.', '_')}_response`) ?? error;
    if (node === undefined) throw new Error('the answer has no node');
    const sign: unknown = JSON.parse(members.get('sign') ?? 'null');
    if (typeof sign === 'string' && sdk.rsaCheck(node, sign)) return JSON.parse(node);
    if (sign === null && node === error) return { ...Refused.parse(JSON.parse(node)), code: UNSIGNED };
    throw new Error('the signature of the answer is wrong');
  };

  const ask = async (method: string, params: object): Promise<unknown> => {
    try {
      return readNode(method, await post(method, params));
    } catch (error) {
      throw unavailable(method, error as Error);
    }
  };

  return {
    async call(method, { biz, top }, schema) {
      const node = await ask(method, { ...top, ...(biz && { bizContent: biz }) });
      // the success of `alipay.system.oauth.token` has no code
      const { data: refused } = Refused.safeParse(node);
      if (refused && refused.code !== '10000') {
        const refusal = { code: refused.code, subCode: refused.sub_code };
        if (refusal.code === '20000' || BUSY.test(refusal.subCode)) throw unavailable(method, refusal);
        return { ok: false, ...refusal };
      }
      const read = schema.safeParse(node);
      if (!read.success) throw unavailable(method, new Error('the answer has another shape'));
      return { ok: true, node: read.data };
    },
    hasSigned: (form) => form.sign_type === 'RSA2' && sdk.checkNotifySignV2(form),
    hasSignedText: (text, sign) => sdk.rsaCheck(text, sign),
  };
}
