import { infiniteQueryOptions } from '@tanstack/react-query';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { listProducts, type ListProductsQuery } from './products';

const PAGE_SIZE = 20;

/** A list of products that grows by twenty, for `useInfiniteQuery`. */
export function productList(filter: Omit<ListProductsQuery, 'limit' | 'cursor'>) {
  return infiniteQueryOptions({
    queryKey: productKeys.endless(filter),
    queryFn: ({ pageParam }) =>
      listProducts({ ...filter, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: STALE.catalogue,
  });
}
