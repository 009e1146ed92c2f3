import { createHash, createHmac } from 'node:crypto';

export interface S3Keys {
  keyId: string;
  secret: string;
  region: string;
  service: string;
}

const hash = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();

/** As S3 wants it: everything but letters, digits and `-._~`; the slashes of a path stay. */
export const encodeKey = (name: string) =>
  encodeURIComponent(name).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The headers that sign a request by AWS Signature Version 4: the date, the hash of the body and the authorization.
 * `url` must have its path and query encoded already, the query sorted by name.
 */
export function signV4(
  keys: S3Keys,
  { method, url, body, now }: { method: string; url: URL; body: Buffer; now: Date },
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${keys.region}/${keys.service}/aws4_request`;
  const bodyHash = hash(body);
  const names = 'host;x-amz-content-sha256;x-amz-date';
  const request = [
    method,
    url.pathname,
    // a name without a value is signed as one with an empty value
    url.search.slice(1).replace(/^([^=&]+)$/, '$1='),
    `host:${url.host}\nx-amz-content-sha256:${bodyHash}\nx-amz-date:${time}\n`,
    names,
    bodyHash,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope, hash(request)].join('\n');
  const key = scope.split('/').reduce<Buffer | string>((parent, part) => hmac(parent, part), `AWS4${keys.secret}`);
  return {
    'x-amz-date': time,
    'x-amz-content-sha256': bodyHash,
    authorization: `AWS4-HMAC-SHA256 Credential=${keys.keyId}/${scope}, SignedHeaders=${names}, Signature=${hmac(key, text).toString('hex')}`,
  };
}
