import { callNative, type NativeHost } from './native';
import { readFailure, type Failure } from './outcome';
import type { PhoneProof } from './phone';

interface Sealed {
  response?: unknown;
  sign?: string;
  /** Instead of a sealed number: what is missing. 40001 and 40003 are permissions of the app or the person. */
  code?: string;
}

const CODES = { unsupported: ['4', '40001', '40003'], denied: ['11', '2001'] };

/** `my.getPhoneNumber`: a text of JSON, whose `response` is sealed for our server and whose `sign` is Alipay's. */
export async function readSealedPhone(my: NativeHost): Promise<PhoneProof | Failure> {
  try {
    const { response } = await callNative<{ response: string }>(my, 'getPhoneNumber');
    const sealed = JSON.parse(response) as Sealed;
    if (typeof sealed.response === 'string' && sealed.sign) {
      return { kind: 'sealed', data: sealed.response, sign: sealed.sign };
    }
    // a refusal comes open, at the top or inside
    const open = (typeof sealed.response === 'object' ? sealed.response : sealed) as Sealed | null;
    return readFailure({ error: open?.code ?? 'unsealed' }, CODES);
  } catch (reason) {
    return readFailure(reason, CODES);
  }
}
