import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call, type AdminInput, type AdminOk, type AdminRouteName } from './call';

export type ReadRoute = AdminRouteName & `GET ${string}`;

/** What a route answers now. `isEnabled: false` waits, as for a form that is not open; `everyMs` asks again and again. */
export function useRead<N extends ReadRoute>(route: N, input: AdminInput<N>, { isEnabled = true, everyMs = 0 } = {}) {
  return useQuery<AdminOk<N>>({
    queryKey: [route, input],
    queryFn: () => call(route, input),
    enabled: isEnabled,
    ...(everyMs > 0 && { refetchInterval: everyMs }),
    placeholderData: keepPreviousData,
  });
}
