import { callNative, type NativeHost } from './native';
import { ok } from './outcome';
import type { Picture, Result } from './types';

interface RawChoice {
  tempFiles?: { tempFilePath?: string; path?: string; size?: number }[];
  tempFilePaths?: string[];
  /** Older versions of Alipay. */
  apFilePaths?: string[];
}

/** `api`: WeChat retires `chooseImage` for `chooseMedia`. Rejects with the vendor's error. */
export async function chooseNative(
  host: NativeHost,
  api: 'chooseImage' | 'chooseMedia',
  count: number,
): Promise<Result<Picture[]>> {
  const {
    tempFiles = [],
    tempFilePaths,
    apFilePaths,
  } = await callNative<RawChoice>(host, api, {
    count,
    sizeType: ['compressed'],
    sourceType: ['album', 'camera'],
    ...(api === 'chooseMedia' && { mediaType: ['image'] }),
  });
  const paths = tempFilePaths || apFilePaths || tempFiles.map(({ tempFilePath, path }) => tempFilePath || path || '');
  const pictures = paths.slice(0, count).map((path, index) => ({ path, bytes: tempFiles[index]?.size || 0 }));
  return pictures.length > 0 ? ok(pictures) : { status: 'cancelled', code: 'nothing chosen' };
}
