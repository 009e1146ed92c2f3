import { createCipheriv, createHash, createSign, createVerify, type KeyObject } from 'node:crypto';

/** Alipay's side of its signatures, with node:crypto alone: it proves nothing by agreeing with itself. */

export type Fields = Record<string, string>;

/** Every field that has a value, but the signature, by name. */
export const canonical = (fields: Fields): string =>
  Object.keys(fields)
    .filter((name) => name !== 'sign' && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');

export const signText = (key: KeyObject, text: string): string =>
  createSign('RSA-SHA256').update(text, 'utf8').sign(key, 'base64');

export const isSigned = (key: KeyObject, text: string, signature: string): boolean =>
  createVerify('RSA-SHA256').update(text, 'utf8').verify(key, signature, 'base64');

/** What `my.getPhoneNumber` hands to the page. */
export function sealPhone(
  keys: { aesKey: string; privateKey: KeyObject },
  content: object,
): { data: string; sign: string } {
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(keys.aesKey, 'base64'), Buffer.alloc(16));
  const data = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]).toString('base64');
  return { data, sign: signText(keys.privateKey, `"${data}"`) };
}

/** The two ways in which Alipay names a person. */
export function personIds(person: string): { openId: string; userId: string; unionId: string } {
  const hash = createHash('sha256').update(person).digest('hex');
  const digits = BigInt(`0x${hash}`).toString().slice(0, 12);
  return { openId: `0${hash.slice(0, 31)}`, userId: `2088${digits}`, unionId: `U${hash.slice(0, 20)}` };
}

/** Beijing's clock, as Alipay writes it. */
export function clockText(at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  });
  return parts.format(at);
}
