import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Time } from './schema';
import { Session } from './sessions';

/** A mobile number of the mainland, digits only. */
export const PhoneNumber = z.string().regex(/^1[3-9]\d{9}$/);

/** What a phone button of the super-app gave: a code to exchange, or the number itself, sealed. */
export const PhoneProof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string().min(1).max(512) }),
  z.object({ kind: z.literal('sealed'), data: z.string().min(1).max(4096), sign: z.string().max(1024) }),
]);

/** `138****1111`; null while no number is verified. */
export const Phone = z.object({ maskedPhone: z.string().nullable(), verifiedAt: Time.nullable() });

/**
 * `merged`: the number belonged to an account of the same person, and the two are one now. With a `session` the caller's
 * token is revoked, and this one takes its place.
 */
export const BoundPhone = Phone.extend({ outcome: z.enum(['bound', 'merged']), session: Session.nullable() });

/** The same whoever's the number is. `demoCode` is the code itself, on a demo shop only. */
export const SentCode = z.object({
  expiresInMs: z.int(),
  resendAfterMs: z.int(),
  demoCode: z.string().nullable(),
});

export const phoneRoutes = defineRoutes({
  'GET /api/phone': { summary: '已验证的手机号（打码）', access: 'session', ok: Phone, errors: [] },
  'POST /api/phone': {
    summary: '用超级应用的手机号按钮验证手机号；号码已属于本人的另一个账号时，两个账号合并',
    access: 'session',
    body: z.object({ proof: PhoneProof }),
    ok: BoundPhone,
    errors: ['phone_refused', 'unsupported', 'platform_unavailable'],
  },
  'POST /api/sms-codes': {
    summary: '发短信验证码；不透露号码是否注册过',
    access: 'session',
    body: z.object({ phone: PhoneNumber }),
    ok: SentCode,
    status: 201,
    errors: ['rate_limited', 'unsupported', 'platform_unavailable'],
  },
  'POST /api/phone/sms': {
    summary: '用短信验证码验证手机号；验证码只能用一次，错 5 次作废',
    access: 'session',
    body: z.object({ phone: PhoneNumber, code: z.string().regex(/^\d{6}$/) }),
    ok: BoundPhone,
    errors: ['sms_code_wrong'],
  },
});
