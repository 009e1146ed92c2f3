import { createH5 } from '@/platform/h5';
import { playPicker } from './h5Pictures';
import { ANSWER_TEXT, here, NOT_FOUND_TEXT, type Phone, type Script } from './script';

/** The browser under the page: jsdom, with the few things it lacks. */
export function h5(script: Script): Phone {
  const calls: Phone['calls'] = [];
  const note = (name: string, options: Record<string, unknown>) => calls.push({ name, options });
  window.location.hash = '#/pages/home/index?k=abc&n=7';
  localStorage.clear();
  jest.spyOn(Storage.prototype, 'setItem').mockRestore();
  if (script.storage === 'full') {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('QuotaExceededError');
    });
  }
  globalThis.fetch = (async (url: string, init: RequestInit & { headers: Record<string, string> }) => {
    const isForm = init.body instanceof FormData;
    note(isForm ? 'uploadFile' : 'request', { url, method: init.method, headers: init.headers, data: init.body });
    if (script.request === 'offline') throw new TypeError('Failed to fetch');
    if (script.request === 'late') {
      await new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new Error('aborted'))));
    }
    const isFound = script.request !== 'not found';
    if (isForm)
      return { status: isFound ? 200 : 404, headers: new Map(), text: async () => (isFound ? 'stored' : 'nowhere') };
    return {
      status: isFound ? 200 : 404,
      headers: new Map(isFound ? [['ETag', '"1"']] : []),
      text: async () => (isFound ? ANSWER_TEXT : NOT_FOUND_TEXT),
    };
  }) as never;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => script.network !== 'off' });
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => {
        note('copy', { data: text });
        if (script.clipboard === 'denied') throw new DOMException('NotAllowedError');
      },
    },
  });
  const codes = { denied: 1, 'switched off': 1, failed: 2 } as const;
  const geolocation = {
    getCurrentPosition(found: (at: unknown) => void, failed: (error: { code: number }) => void) {
      note('getLocation', {});
      const code = codes[script.location as keyof typeof codes];
      if (code) failed({ code });
      else found({ coords: script.location === 'nowhere' ? {} : { latitude: here.lat, longitude: here.lng } });
    },
  };
  const isAbsent = script.location === 'not granted' || script.absent?.includes('getLocation');
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: isAbsent ? undefined : geolocation,
  });
  Object.defineProperty(navigator, 'permissions', {
    configurable: true,
    value: { query: async () => ({ state: script.mayLocate ? 'granted' : 'prompt' }) },
  });
  playPicker(script, note);
  return {
    platform: createH5({ leave: (url) => note('leave', { url }) }),
    calls,
    fetchUpdate: () => () => false,
    emit(event, state) {
      if (event === 'network') window.dispatchEvent(new Event(state ? 'online' : 'offline'));
      else {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: state ? 'visible' : 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
      }
    },
  };
}
