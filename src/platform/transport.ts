import { hasNative, type NativeHost } from './native';
import { ABSENT } from './outcome';
import { TransportError, type HttpAnswer, type Upload } from './types';

interface NativeTransportError {
  errMsg?: string;
  errorMessage?: string;
  errno?: number;
}

/** Hosts differ in the case of a header's name, and some give a list for its value. */
export function readHeaders(raw: unknown): Record<string, string> {
  const pairs = Object.entries((raw ?? {}) as Record<string, unknown>);
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** WeChat's errno 5 is a time-out; the others say it in words. */
export function toTransportError({ errMsg, errorMessage, errno }: NativeTransportError): TransportError {
  const message = errMsg || errorMessage || '';
  const isLate = errno === 5 || /time ?d? ?out|超时/i.test(message);
  return new TransportError(isLate ? 'timeout' : 'offline', message);
}

/** `more`: what one host alone wants to know. Not every host takes a time limit, so the clock is ours. */
export function uploadNative(host: NativeHost, upload: Upload, more: object = {}): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (!hasNative(host, 'uploadFile')) {
      reject(new TransportError('offline', ABSENT));
      return;
    }
    const { url, path, name, headers, form = {}, timeoutMs } = upload;
    const send = host.uploadFile as (options: object) => { abort?(): void } | undefined;
    const timer = setTimeout(() => {
      reject(new TransportError('timeout', `no answer in ${timeoutMs} ms`));
      task?.abort?.();
    }, timeoutMs);
    const task = send({
      url,
      filePath: path,
      name,
      header: headers,
      formData: form,
      ...more,
      success: ({ statusCode, data }: { statusCode: number; data: unknown }) => {
        clearTimeout(timer);
        resolve({ status: statusCode, body: data });
      },
      fail: (error: NativeTransportError) => {
        clearTimeout(timer);
        reject(toTransportError(error));
      },
    });
  });
}
