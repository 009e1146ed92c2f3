import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { adoptSession } from '@/lib/session';
import { call } from './request';

export type Phone = RouteOk<'GET /api/phone'>;
export type BoundPhone = RouteOk<'POST /api/phone'>;
export type SentCode = RouteOk<'POST /api/sms-codes'>;
export type PhoneProof = RouteInput<'POST /api/phone'>['body']['proof'];

export function getPhone(): Promise<Phone> {
  return call('GET /api/phone', {}, 'maskedPhone');
}

/** What the super-app's phone button gave verifies the number; accounts of the same person become one. */
export async function bindPhone(proof: PhoneProof): Promise<BoundPhone> {
  return adopt(await call('POST /api/phone', { body: { proof } }, 'outcome'));
}

export async function bindPhoneBySms(phone: string, code: string): Promise<BoundPhone> {
  return adopt(await call('POST /api/phone/sms', { body: { phone, code } }, 'outcome'));
}

/** Throws ApiError `rate_limited` with `{ retryAt }`. */
export function sendSmsCode(phone: string): Promise<SentCode> {
  return call('POST /api/sms-codes', { body: { phone } }, 'resendAfterMs');
}

function adopt(bound: BoundPhone): BoundPhone {
  if (bound.session) adoptSession(bound.session);
  return bound;
}
