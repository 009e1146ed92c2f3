import { useQuery } from '@tanstack/react-query';
import { getShopTerms, type ShopTerms } from '@/api/shop';
import { keys } from '@/lib/queryKeys';
import { STALE } from '@/lib/queries';

/** What the shop promises and how it is reached; undefined until it is known, and nothing waits for it. */
export function useTerms(): ShopTerms | undefined {
  return useQuery({ queryKey: keys.shopTerms, queryFn: getShopTerms, staleTime: STALE.shop }).data;
}
