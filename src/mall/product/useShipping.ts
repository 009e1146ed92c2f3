import { useQuery } from '@tanstack/react-query';
import { getShop } from '@/api/shop';
import { keys } from '@/lib/queryKeys';
import { STALE } from '@/lib/queries';

/** What delivery costs, in the server's words; null until the shop has said it. */
export function useShipping(): string | null {
  return useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop }).data?.shippingText ?? null;
}
