import { constants, privateDecrypt, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors';
import { isTrouble, succeed, type TtClient, type TtConfig } from './ttClient';
import type { PhoneProof } from './types';

const PhoneInfo = z.object({
  purePhoneNumber: z.string(),
  countryCode: z.string().default('86'),
  watermark: z.object({ appid: z.string() }),
});

/**
 * Mini-program server API, `get_phonenumber_info`: Douyin encrypts the number to the app's public key (RSA, PKCS#1
 * v1.5). Throws `phone_refused` for whatever is wrong with the code (28005187: over its five minutes) or with the
 * message, and says no more.
 */
export async function readTtPhone(config: TtConfig, client: TtClient, proof: PhoneProof): Promise<string> {
  if (proof.kind !== 'code') throw new AppError('phone_refused');
  const answer = await client.callWith('client', '/api/apps/v1/get_phonenumber_info/', (token) => ({
    headers: { 'access-token': token },
    body: { code: proof.code },
  }));
  if (answer.errNo !== 0 && !isTrouble(answer)) throw new AppError('phone_refused');
  const { data } = succeed(answer, z.object({ data: z.string() }));
  const info = openPhone(config.TT_PRIVATE_KEY, data);
  const isOurs = info?.watermark.appid === config.TT_APP_ID;
  const number = info?.purePhoneNumber ?? '';
  if (!isOurs || info?.countryCode.replace('+', '') !== '86' || !/^1\d{10}$/.test(number)) {
    throw new AppError('phone_refused');
  }
  return number;
}

function openPhone(key: KeyObject, data: string): z.output<typeof PhoneInfo> | null {
  const plain = decryptPkcs1(key, Buffer.from(data, 'base64'));
  if (!plain) return null;
  try {
    return PhoneInfo.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return null;
  }
}

/**
 * RSA with PKCS#1 v1.5 padding, which Node refuses to remove (CVE-2023-46809): it is removed here. Every byte is looked
 * at whatever the ones before it were, and every failure is the same null, so that neither time nor answer tells where
 * a message went wrong.
 */
function decryptPkcs1(key: KeyObject, sealed: Buffer): Buffer | null {
  let block: Buffer;
  try {
    block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, sealed);
  } catch {
    return null;
  }
  let wrong = block[0]! | (block[1]! ^ 2);
  let separator = 0;
  for (let i = 2; i < block.length; i++) {
    const isZero = ((block[i]! - 1) >>> 31) & 1;
    const isFirst = isZero & (((separator - 1) >>> 31) & 1);
    separator |= i * isFirst;
  }
  // at least eight bytes of padding stand before the separator
  wrong |= ((separator - 10) >>> 31) & 1;
  return wrong === 0 ? block.subarray(separator + 1) : null;
}
