import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query';
import { platform } from '@/platform';
import { ApiError } from './apiError';
import { wireHealing } from './healing';
import { setNetwork } from './network';

/** How long an answer counts as fresh, in ms. */
export const STALE = { catalogue: 60_000, shop: 300_000, own: 5_000 } as const;

const MAX_RETRIES = 2;

/** Asking again helps against a bad connection and a busy server, and against nothing else. */
function mayHelp(failures: number, error: unknown): boolean {
  if (failures >= MAX_RETRIES || !(error instanceof ApiError)) return false;
  // after a timeout the shopper has waited long enough to be told; healing goes on behind the error
  return error.code === 'offline' || error.code === 'bad_answer' || error.status >= 500;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE.own,
      gcTime: 600_000,
      retry: mayHelp,
      retryDelay: (attempt) => 400 * 2 ** attempt,
      // pages refetch in useDidShow, which also knows tab pages
      refetchOnWindowFocus: false,
      // a phone that says offline may be wrong: ask, and let the page show the error
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

let isWired = false;

/** Tells TanStack Query about the super-app's network and visibility. Once, from app.tsx. */
export function wireQueries(): void {
  if (isWired) return;
  isWired = true;
  const healNow = wireHealing(queryClient);
  const setOnline = (isOnline: boolean) => {
    onlineManager.setOnline(isOnline);
    setNetwork(isOnline);
    if (isOnline) healNow();
  };
  platform.onVisibilityChange((isVisible) => {
    focusManager.setFocused(isVisible);
    if (isVisible) healNow();
  });
  platform.onNetworkChange(setOnline);
  void platform.isOnline().then(setOnline);
}
