import { useDidShow, useReachBottom } from '@tarojs/taro';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** A list that grows at the end of the page, and is asked for again when the page comes back into sight. */
export function useEndless<T>(
  queryKey: QueryKey,
  load: (cursor: string) => Promise<{ items: T[]; nextCursor: string | null }>,
) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useReachBottom(more);
  useDidShow(() => {
    if (list.isFetched && list.isStale) void list.refetch();
  });
  return {
    items: list.data?.pages.flatMap((page) => page.items),
    error: list.error,
    refetch: () => void list.refetch(),
    /** For `ListEnd`. */
    end: {
      hasMore: list.hasNextPage,
      isLoading: list.isFetchingNextPage,
      ...(list.isFetchNextPageError && { onRetry: more }),
    },
  };
}
