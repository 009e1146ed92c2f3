import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listFacets, type FacetsQuery, type ProductFacets } from '@/api/products';
import { STALE } from '@/lib/queries';
import { useSettled } from '../search/useSettled';
import { toQuery, type Filter } from './filter';

/**
 * What can be chosen beside a choice. While the next counts are on their way the last ones stay on show, and
 * `isCounting` says that they are of another choice. Without an answer there is nothing: the rest of the sheet works alone.
 */
export function useFacets(
  scope: FacetsQuery,
  draft: Filter,
): { facets: ProductFacets | undefined; isCounting: boolean } {
  const asked = JSON.stringify({ ...scope, ...toQuery(draft) });
  const settled = useSettled(asked);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['facets', settled],
    queryFn: () => listFacets(JSON.parse(settled) as FacetsQuery),
    staleTime: STALE.catalogue,
    placeholderData: keepPreviousData,
  });
  return { facets: data, isCounting: isPlaceholderData || asked !== settled };
}
