import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Reads an RSA key as people keep it: PEM (line ends may be written `\n`), the bare base64 that Alipay's tool gives
 * (PKCS#8 or PKCS#1), or the path of a file with either. A certificate gives its public key.
 * Throws with a Chinese sentence that names no part of the key.
 */
export function readKey(value: string, kind: 'private' | 'public'): KeyObject {
  const text = readText(value);
  const make = kind === 'private' ? createPrivateKey : createPublicKey;
  const forms: Parameters<typeof createPrivateKey>[0][] = text.startsWith('-----')
    ? [text]
    : (kind === 'private' ? (['pkcs8', 'pkcs1'] as const) : (['spki', 'pkcs1'] as const)).map(
        (type) => ({ key: Buffer.from(text, 'base64'), format: 'der', type }) as never,
      );
  for (const form of forms) {
    try {
      const key = make(form as never);
      if (key.asymmetricKeyType === 'rsa') return key;
    } catch {
      // the next form, or the sentence below
    }
  }
  throw new Error(kind === 'private' ? '不是能用的 RSA 私钥' : '不是能用的 RSA 公钥或证书');
}

/** The certificate that a value or the file it names holds, in PEM; null when it holds something else. */
export function readCertificate(value: string): X509Certificate | null {
  try {
    return new X509Certificate(readText(value));
  } catch {
    return null;
  }
}

const readText = (value: string) => (looksLikeKey(value) ? value : readFile(value)).replaceAll('\\n', '\n').trim();

const looksLikeKey = (value: string) => value.includes('-----BEGIN') || /^[A-Za-z0-9+/=\s]{200,}$/.test(value);

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error('既不是密钥，也不是能读的文件');
  }
}
