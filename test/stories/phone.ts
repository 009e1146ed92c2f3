import { readFile } from 'node:fs/promises';
import type { Platform, Question } from '@/platform/types';
import { TransportError } from '@/platform/types';
import { createH5 } from '@/platform/h5';

/** The storefront's doors as one phone holds them: the session and its caches are that phone's own. */
export interface Phone {
  account: typeof import('@/api/account');
  addresses: typeof import('@/api/addresses');
  aftersales: typeof import('@/api/aftersales');
  uploads: typeof import('@/api/uploads');
  carts: typeof import('@/api/carts');
  orders: typeof import('@/api/orders');
  stores: typeof import('@/api/stores');
  products: typeof import('@/api/products');
  payOrder: typeof import('@/orders/payOrder').payOrder;
  hasCode: typeof import('@/lib/apiError').hasCode;
  /** What the shopper answers at the cashier from now on. */
  atCashier(answer: boolean | (() => Promise<boolean>)): void;
}

/**
 * A shopper's phone, talking to the server at `url`. Everything of the storefront is real but the super-app, which is
 * played here: in-memory storage, node's fetch, and a person who answers the cashier as told.
 */
export function newPhone(url: string): Phone {
  const storage = new Map<string, string>();
  let cashier: boolean | (() => Promise<boolean>) = true;
  const platform = playedPlatform(url, storage, async () => (typeof cashier === 'function' ? cashier() : cashier));
  let phone: Phone | undefined;
  jest.isolateModules(() => {
    jest.doMock('@/platform', () => ({ platform }));
    // timers that sweep the phone's cache would outlive the test
    (require('@/lib/queries') as typeof import('@/lib/queries')).queryClient.setDefaultOptions({
      queries: { gcTime: Infinity },
    });
    phone = {
      account: require('@/api/account'),
      addresses: require('@/api/addresses'),
      aftersales: require('@/api/aftersales'),
      uploads: require('@/api/uploads'),
      carts: require('@/api/carts'),
      orders: require('@/api/orders'),
      stores: require('@/api/stores'),
      products: require('@/api/products'),
      payOrder: require('@/orders/payOrder').payOrder,
      hasCode: require('@/lib/apiError').hasCode,
      atCashier: (answer) => (cashier = answer),
    };
  });
  return phone!;
}

function playedPlatform(
  url: string,
  storage: Map<string, string>,
  confirm: (question: Question) => Promise<boolean>,
): Platform {
  return {
    ...createH5(),
    launch: () => ({ path: 'pages/home/index', query: {}, scene: '' }),
    readText: (key) => storage.get(key) ?? null,
    writeText: (key, value) => void storage.set(key, value),
    removeText: (key) => void storage.delete(key),
    async request({ method, url: path, headers, body }) {
      try {
        const answer = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
        return { status: answer.status, body: await answer.text() };
      } catch (reason) {
        throw new TransportError('offline', String(reason));
      }
    },
    /** The phone's pictures are files of this machine. */
    async upload({ url: path, path: file, name, headers }) {
      const form = new FormData();
      form.append(name, new Blob([await readFile(file)]), 'picture.jpg');
      const answer = await fetch(url + path, { method: 'POST', headers, body: form });
      return { status: answer.status, body: await answer.text() };
    },
    isOnline: async () => true,
    onNetworkChange: () => undefined,
    onVisibilityChange: () => undefined,
    toast: () => undefined,
    confirm,
    isLocationAllowed: async () => false,
    setTitle: () => undefined,
  };
}
