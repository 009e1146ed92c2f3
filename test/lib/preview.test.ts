import { PREVIEW_PROTOCOL } from '@jishi/contract/plain/preview';
import type { Preview } from '@/platform/previewing';
import type { Platform } from '@/platform/types';

const CONSOLE = 'https://console.example.com';

/** The modules as they come up in the console's frame, with `parent` around it. */
function inFrame() {
  const parent = { postMessage: jest.fn() };
  window.history.replaceState(null, '', '/preview');
  document.head.innerHTML = `<meta name="console-origin" content="${CONSOLE}">`;
  Object.defineProperty(window, 'parent', { configurable: true, value: parent });
  let modules!: {
    preview: Preview | null;
    send: typeof import('@/lib/send');
    platform: Platform;
    session: typeof import('@/lib/session');
  };
  jest.isolateModules(() => {
    modules = {
      preview: (require('@/platform/preview') as { preview: Preview | null }).preview,
      send: require('@/lib/send') as typeof import('@/lib/send'),
      session: require('@/lib/session') as typeof import('@/lib/session'),
      platform: (require('@/platform') as { platform: Platform }).platform,
    };
  });
  return { parent, ...modules };
}

const own = window.parent;
afterEach(() => {
  Object.defineProperty(window, 'parent', { configurable: true, value: own });
  window.history.replaceState(null, '', '/');
  document.head.innerHTML = '';
});

test('in the console’s frame every write is refused, and so is a login', async () => {
  const { send, session, platform } = inFrame();
  const request = jest.spyOn(platform, 'request').mockResolvedValue({ status: 200, body: '{}' });
  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    await expect(send.send({ method, path: '/api/cart/items', body: {} })).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(send.sendFile('/api/uploads', 'blob:1', 'token')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(session.getToken()).rejects.toMatchObject({ code: 'forbidden' });
  expect(request).not.toHaveBeenCalled();
  await send.send({ method: 'GET', path: '/api/shop' });
  expect(request).toHaveBeenCalledTimes(1);
});

test('only the console’s own window is listened to', () => {
  const { preview, parent } = inFrame();
  const heard = jest.fn();
  preview!.onDocument(heard);
  expect(parent.postMessage.mock.calls).toEqual([[{ protocol: PREVIEW_PROTOCOL, kind: 'ready' }, CONSOLE]]);
  const say = (source: unknown, origin: string, protocol: string) => {
    const data = { protocol, kind: 'document', revision: 1, document: {}, platform: 'h5', isMember: false, at: null };
    const event = new MessageEvent('message', { origin, data });
    Object.defineProperty(event, 'source', { value: source });
    window.dispatchEvent(event);
  };
  say(window, CONSOLE, PREVIEW_PROTOCOL);
  say(parent, 'https://stranger.example.com', PREVIEW_PROTOCOL);
  say(parent, CONSOLE, 'jishi-preview/0');
  expect(heard).not.toHaveBeenCalled();
  say(parent, CONSOLE, PREVIEW_PROTOCOL);
  expect(heard).toHaveBeenCalledTimes(1);
});

test('outside the frame, or where the page names no console, there is no preview', () => {
  document.head.innerHTML = '';
  jest.isolateModules(() => {
    expect((require('@/platform/preview') as { preview: Preview | null }).preview).toBeNull();
  });
});
