import { callNative, hasNative, type NativeHost } from './native';
import { ok, readFailure, type CodeTable } from './outcome';
import type { Platform, Point, Result } from './types';

/** Alipay gives text. */
interface RawPoint {
  latitude?: unknown;
  longitude?: unknown;
}

export function toPoint({ latitude, longitude }: RawPoint): Result<Point> {
  const [lat, lng] = [Number(latitude), Number(longitude)];
  const isPoint = latitude !== '' && longitude !== '' && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  return isPoint ? ok({ lat, lng }) : { status: 'failed', code: 'no point' };
}

/** The three super-apps' location. `scope`: what their settings call it. */
export function locating(
  host: NativeHost,
  codes: CodeTable,
  scope: string,
  options: object,
): Pick<Platform, 'getLocation' | 'isLocationAllowed'> {
  return {
    async getLocation() {
      try {
        return toPoint(await callNative<RawPoint>(host, 'getLocation', options));
      } catch (reason) {
        const failure = readFailure(reason, codes);
        const words = JSON.stringify(reason) ?? '';
        // the phone's own switch is off, and nobody is asked
        if (/LOCATIONSWITCHOFF|system permission/i.test(words)) return { ...failure, status: 'denied' };
        return /requiredPrivateInfos/.test(words) ? { ...failure, status: 'unsupported' } : failure;
      }
    },
    async isLocationAllowed() {
      try {
        if (!hasNative(host, 'getLocation')) return false;
        const { authSetting } = await callNative<{ authSetting?: Record<string, unknown> }>(host, 'getSetting');
        return authSetting?.[scope] === true;
      } catch {
        return false;
      }
    },
  };
}
