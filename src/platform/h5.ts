import { askInBrowser, showBrowserToast } from './browserDialog';
import { browserLocation } from './browserLocation';
import { choosePictures, fetchText, savePicture, uploadPicture } from './browserPictures';
import { browserPrivacy } from './browserPrivacy';
import type { Ability } from './capabilities';
import { textStore } from './native';
import { NO_CONSENT, ok, unsupported, type Failure } from './outcome';
import type { LaunchInfo, PayIntent, Platform, Result } from './types';

const REFUSED: Failure = { status: 'denied', code: NO_CONSENT };

/** What is the page's own and not the browser's. */
interface Page {
  /** Goes to another site, in this tab. */
  leave?(url: string): void;
  paintTabs?(selected: string): void;
}

/** The web page has no super-app: nobody logs in. */
export function createH5({ leave = (url) => location.assign(url), paintTabs = () => undefined }: Page = {}): Platform {
  const store = textStore({
    read: (key) => localStorage.getItem(key),
    write: (key, value) => localStorage.setItem(key, value),
    remove: (key) => localStorage.removeItem(key),
  });
  const { privacy, isAgreed, agreed } = browserPrivacy(store);
  const afterConsent = async <T>(run: () => Promise<Result<T>>): Promise<Result<T>> =>
    (await agreed()) ? run() : REFUSED;
  return {
    ...store,
    ...privacy,
    name: 'h5',
    hasNativeNavBar: false,
    has: (ability) => OFFERED[ability]?.() ?? false,
    appId: () => 'h5',
    launch: readAddress,
    // every way in loads the page anew
    onEnter: () => undefined,
    onUpdateReady: () => undefined,
    isMotionReduced: () => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches,
    insets: () => ({ top: 0, bottom: 0 }),
    login: () => unsupported('h5'),
    loginWithTap: () => unsupported('h5'),
    pay: async (intent) => goToCashier(intent, leave),
    chooseAddress: () => unsupported('h5'),
    getLocation: () => (OFFERED.location() ? afterConsent(browserLocation.getLocation) : unsupported('absent')),
    isLocationAllowed: async () => isAgreed() && browserLocation.isLocationAllowed(),
    scan: () => unsupported('h5'),
    saveImage: savePicture,
    chooseImages: (count) => afterConsent(() => choosePictures(count)),
    upload: uploadPicture,
    askMessages: () => unsupported('h5'),
    openApp: () => unsupported('h5'),
    openSettings: () => unsupported('h5'),
    setBrightness: () => unsupported('h5'),
    readBroadcast: () => unsupported('h5'),
    openBroadcast: () => unsupported('h5'),
    reserveBroadcast: () => unsupported('h5'),
    openPrivacyContract: () => unsupported('h5'),
    request: ({ method, url, headers, body, timeoutMs }) =>
      fetchText(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }, timeoutMs),
    isOnline: async () => navigator.onLine !== false,
    onNetworkChange(listener) {
      window.addEventListener('online', () => listener(true));
      window.addEventListener('offline', () => listener(false));
    },
    onVisibilityChange(listener) {
      document.addEventListener('visibilitychange', () => listener(document.visibilityState === 'visible'));
    },
    toast: showBrowserToast,
    confirm: askInBrowser,
    async copyText(text) {
      try {
        // absent on plain http
        if (!navigator.clipboard) return copyBySelection(text);
        await navigator.clipboard.writeText(text);
        return ok(null);
      } catch (reason) {
        return { status: 'denied', code: String(reason) };
      }
    },
    paintTabs,
    paintTitleBar: () => undefined,
    setTitle(title) {
      document.title = title;
    },
  };
}

const OFFERED: Partial<Record<Ability, () => boolean>> & { location(): boolean } = {
  location: () => Boolean(navigator.geolocation),
  saveImage: () => true,
  chooseImages: () => true,
};

/** A cashier with an address of its own, which comes back to the order; nobody here hears how it ended. */
function goToCashier(intent: PayIntent, leave: (url: string) => void): Result {
  if (intent.kind !== 'h5' || !/^https?:/.test(intent.url)) return { status: 'unsupported', code: intent.kind };
  leave(intent.url);
  return { status: 'pending', code: 'left' };
}

/** The page's address, with the queries before and after `#` taken together. */
function readAddress(): LaunchInfo {
  if (typeof location === 'undefined') return { path: '', query: {}, scene: '' };
  const [path = '', hashQuery = ''] = location.hash.replace(/^#/, '').split('?');
  const query: Record<string, string> = {};
  for (const source of [location.search, hashQuery]) {
    new URLSearchParams(source).forEach((value, key) => {
      query[key] = value;
    });
  }
  return { path, query, scene: '' };
}

function copyBySelection(text: string): ReturnType<Platform['copyText']> {
  const box = document.createElement('textarea');
  box.value = text;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  document.body.appendChild(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  return Promise.resolve(isCopied ? ok(null) : { status: 'failed', code: 'copy' });
}
