import { queryOptions } from '@tanstack/react-query';
import { suggest } from '@/api/search';
import { STALE } from '@/lib/queries';

/** Words of the shop near to `q`; the search page shows them while typing, the list when it found nothing. */
export function suggestions(q: string) {
  return queryOptions({
    queryKey: ['suggestions', q],
    queryFn: () => suggest(q),
    staleTime: STALE.catalogue,
    enabled: q !== '',
  });
}
