import { offering, type Capabilities } from './capabilities';
import { callDone, callNative, callSync, toLaunch, type NativeHost, type RawLaunch } from './native';
import { attempt, ok, type CodeTable } from './outcome';
import { uploadNative } from './transport';
import type { Platform, Result } from './types';

interface Dialect {
  codes: CodeTable;
  capabilities: Capabilities;
  /** What the screen's brightness is called. */
  brightness: 'value' | 'brightness';
  /** Codes of the album alone. */
  album?: CodeTable;
  /** What an upload must say besides. */
  upload?: object;
}

interface UpdateManager {
  onUpdateReady?(listener: () => void): void;
  applyUpdate(): void;
}

/** Temporary files look like addresses in WeChat's developer tools and on Alipay. */
const REMOTE = /^https?:\/\/(?!(tmp|usr|resource)\/)/;

/** What all three super-apps do alike. */
export function superApp(host: NativeHost, { codes, capabilities, brightness, album, upload }: Dialect) {
  return {
    hasNativeNavBar: true,
    isMotionReduced: () => false,
    has: offering(host, capabilities),
    launch: () => toLaunch(callSync<RawLaunch>(host, 'getLaunchOptionsSync')),
    onEnter(listener) {
      callSync(host, 'onAppShow', (raw?: RawLaunch) =>
        listener(toLaunch(raw ?? callSync<RawLaunch>(host, 'getEnterOptionsSync'))),
      );
    },
    onNetworkChange(listener) {
      callSync(host, 'onNetworkStatusChange', (state: { isConnected: boolean }) => listener(state.isConnected));
    },
    onVisibilityChange(listener) {
      callSync(host, 'onAppShow', () => listener(true));
      callSync(host, 'onAppHide', () => listener(false));
    },
    onUpdateReady(listener) {
      const manager = callSync<UpdateManager | undefined>(host, 'getUpdateManager');
      manager?.onUpdateReady?.(() => listener(() => manager.applyUpdate()));
    },
    saveImage: (source) =>
      attempt(codes, async () => {
        const filePath = REMOTE.test(source) ? await download(host, source) : source;
        return callDone(host, { ...codes, ...album }, 'saveImageToPhotosAlbum', { filePath });
      }),
    upload: (wanted) => uploadNative(host, wanted, upload),
    openApp: (app) => callDone(host, codes, 'navigateToMiniProgram', app),
    openSettings: () => callDone(host, codes, 'openSetting'),
    setBrightness: dimmer(host, codes, brightness),
  } satisfies Partial<Platform>;
}

interface Download {
  statusCode?: number;
  tempFilePath?: string;
  /** Older versions of Alipay. */
  apFilePath?: string;
}

async function download(host: NativeHost, url: string): Promise<string> {
  const { statusCode = 200, tempFilePath, apFilePath } = await callNative<Download>(host, 'downloadFile', { url });
  const path = tempFilePath || apFilePath;
  if (statusCode !== 200 || !path) throw { errMsg: `download:fail ${statusCode}` };
  return path;
}

/** One after the other: giving back must not overtake a change that is still under way. */
function dimmer(host: NativeHost, codes: CodeTable, key: 'value' | 'brightness'): Platform['setBrightness'] {
  let before: number | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const change = (wanted: number | null): Promise<Result> =>
    attempt(codes, async () => {
      if (wanted !== null) before ??= (await callNative<Record<string, number>>(host, 'getScreenBrightness'))[key];
      const next = wanted ?? before;
      if (wanted === null) before = undefined;
      if (next !== undefined) await callNative(host, 'setScreenBrightness', { [key]: next });
      return ok(null);
    });
  return (wanted) => {
    const changed = last.then(() => change(wanted));
    last = changed;
    return changed;
  };
}
