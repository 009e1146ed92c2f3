import { callSync, hasNative, type NativeHost } from './native';

/** What a page may offer or leave out. */
export type Ability =
  | 'addressBook'
  | 'location'
  | 'phone'
  | 'scan'
  | 'saveImage'
  | 'chooseImages'
  | 'messages'
  | 'openApp'
  | 'settings'
  | 'brightness'
  | 'live'
  | 'broadcast';

interface Need {
  /** The native function that does it. */
  api?: string;
  /** The first base library that has it, or has it in the form that the adapter needs. */
  since?: string;
}

/** What a host needs for each ability; what is not named it never has. */
export type Capabilities = Partial<Record<Ability, Need>>;

/** Versions: miniprogram-api-typings 5.2.3; `phone` is the button's `code` of WeChat's "getPhoneNumber". */
export const weappCapabilities: Capabilities = {
  addressBook: { api: 'chooseAddress' },
  location: { api: 'getLocation' },
  phone: { since: '2.21.2' },
  scan: { api: 'scanCode' },
  saveImage: { api: 'saveImageToPhotosAlbum' },
  // older libraries have `chooseImage`
  chooseImages: {},
  messages: { api: 'requestSubscribeMessage' },
  openApp: { api: 'navigateToMiniProgram' },
  settings: { api: 'openSetting' },
  brightness: { api: 'setScreenBrightness' },
  // 2.15 wants the ids of the broadcast too, which would have to be asked for after the tap
  live: { api: 'openChannelsLive', since: '2.19.2' },
  broadcast: { api: 'getChannelsLiveInfo', since: '2.15.0' },
};

/** @mini-types/my 3.0.14, which names no versions: what is there can be used. */
export const alipayCapabilities: Capabilities = {
  addressBook: { api: 'getAddress' },
  location: { api: 'getLocation' },
  phone: { api: 'getPhoneNumber' },
  scan: { api: 'scan' },
  saveImage: { api: 'saveImageToPhotosAlbum' },
  chooseImages: { api: 'chooseImage' },
  messages: { api: 'requestSubscribeMessage' },
  openApp: { api: 'navigateToMiniProgram' },
  settings: { api: 'openSetting' },
  brightness: { api: 'setScreenBrightness' },
};

/** developer.open-douyin.com: the button's `code` ("getPhoneNumber"), and "openWebcastRoom", which is a button too. */
export const ttCapabilities: Capabilities = {
  addressBook: { api: 'chooseAddress' },
  location: { api: 'getLocation' },
  phone: { since: '3.51.0' },
  scan: { api: 'scanCode' },
  saveImage: { api: 'saveImageToPhotosAlbum' },
  chooseImages: { api: 'chooseImage' },
  messages: { api: 'requestSubscribeMessage' },
  openApp: { api: 'navigateToMiniProgram' },
  settings: { api: 'openSetting' },
  brightness: { api: 'setScreenBrightness' },
  live: { since: '2.92.0' },
};

interface Library {
  SDKVersion?: string;
}

/** The version of the host's base library, `2.21.2`; empty when it does not say. */
function libraryVersion(host: NativeHost): string {
  const info = callSync<Library>(host, 'getAppBaseInfo') || callSync<Library>(host, 'getSystemInfoSync');
  return info?.SDKVersion || '';
}

/** A version that says nothing is older than any. */
export function isAtLeast(version: string, since: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of since.split('.').map(Number).entries()) {
    const part = parts[index] || 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/** Reads a host's table: the function must be there, and the library new enough. */
export function offering(host: NativeHost, table: Capabilities): (ability: Ability) => boolean {
  return (ability) => {
    const need = table[ability];
    if (!need || (need.api && !hasNative(host, need.api))) return false;
    return !need.since || isAtLeast(libraryVersion(host), need.since);
  };
}
