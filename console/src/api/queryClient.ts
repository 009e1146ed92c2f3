import { QueryClient } from '@tanstack/react-query';
import { AdminError } from './adminError';

/** Only what has no answer is asked again: a refusal stays one. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => error instanceof AdminError && error.code === 'offline' && count < 2,
    },
  },
});
