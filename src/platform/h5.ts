import { askInBrowser, showBrowserToast } from './browserDialog';
import { browserLocation } from './browserLocation';
import { textStore } from './native';
import { ok } from './outcome';
import { TransportError, type HttpAnswer, type HttpRequest, type LaunchInfo, type Platform } from './types';

const NO_ADDRESS_BOOK = { status: 'unsupported', code: 'h5' } as const;

/** The web page has no super-app: nobody logs in, and a real cashier cannot be opened here. */
export function createH5(): Platform {
  return {
    name: 'h5',
    hasNativeNavBar: false,
    hasAddressBook: false,
    ...textStore({
      read: (key) => localStorage.getItem(key),
      write: (key, value) => localStorage.setItem(key, value),
      remove: (key) => localStorage.removeItem(key),
    }),
    appId: () => 'h5',
    launch: readAddress,
    insets: () => ({ top: 0, bottom: 0 }),
    login: async () => ({ status: 'unsupported', code: 'h5' }),
    pay: async (intent) => ({ status: 'unsupported', code: intent.kind }),
    chooseAddress: async () => NO_ADDRESS_BOOK,
    ...browserLocation,
    request: fetchText,
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
    setTitle(title) {
      document.title = title;
    },
  };
}

async function fetchText({ method, url, headers, body, timeoutMs }: HttpRequest): Promise<HttpAnswer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    const answer = await fetch(url, {
      method,
      headers,
      signal: controller.signal,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.text() };
  } catch (reason) {
    throw new TransportError(controller.signal.aborted ? 'timeout' : 'offline', String(reason));
  } finally {
    clearTimeout(timer);
  }
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
