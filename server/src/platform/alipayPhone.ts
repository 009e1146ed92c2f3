import { createDecipheriv } from 'node:crypto';
import { AppError } from '../errors';
import type { AlipayConfig, Gateway } from './alipayGateway';
import type { PhoneProof } from './types';

/**
 * Opens what `my.getPhoneNumber` gave. The text is signed by Alipay together with the quotes that stand around it in
 * the answer, and encrypted with AES-128-CBC under the app's content key and an empty vector. Where the app or the
 * person has not agreed, a clear object with a code (40001, 40003) comes instead.
 * Throws `phone_refused`.
 */
export function readAlipayPhone(config: AlipayConfig, gateway: Gateway, proof: PhoneProof): string {
  if (proof.kind !== 'sealed' || proof.data.trimStart().startsWith('{')) throw new AppError('phone_refused');
  if (!gateway.hasSignedText(`"${proof.data}"`, proof.sign)) throw new AppError('phone_refused');
  const opened = open(config.ALIPAY_AES_KEY, proof.data);
  if (opened?.code !== '10000' || !/^\d{6,15}$/.test(opened.mobile ?? '')) throw new AppError('phone_refused');
  return opened.mobile!;
}

function open(key: string, data: string): { code?: string; mobile?: string } | null {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(key, 'base64'), Buffer.alloc(16));
    const text = Buffer.concat([decipher.update(data, 'base64'), decipher.final()]).toString('utf8');
    return JSON.parse(text) as { code?: string; mobile?: string };
  } catch {
    return null;
  }
}
