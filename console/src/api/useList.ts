import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call, type AdminInput, type AdminOk } from './call';
import type { ReadRoute } from './useRead';

/** The routes that answer page by page. */
export type ListRoute = {
  [N in ReadRoute]: AdminOk<N> extends { items: unknown[]; nextCursor: string | null } ? N : never;
}[ReadRoute];

export type RowOf<N extends ListRoute> = AdminOk<N>['items'][number];

/** What DataTable draws. */
export interface List<T> {
  rows: readonly T[] | undefined;
  error: unknown;
  /** Rows of other filters are still shown. */
  isChanging?: boolean;
  retry(): void;
  /** Absent: these are all. */
  more?: { isLoading: boolean; load(): void } | undefined;
}

interface AnyPage {
  items: unknown[];
  nextCursor: string | null;
}

/** A list that grows page by page. Other filters begin it anew. */
export function useList<N extends ListRoute>(
  route: N,
  query: Omit<AdminInput<N> extends { query: infer Q } ? Q : never, 'cursor'>,
): List<RowOf<N>> {
  const list = useInfiniteQuery({
    queryKey: [route, 'pages', query],
    queryFn: ({ pageParam }) =>
      call(route, { query: { ...query, cursor: pageParam } } as unknown as AdminInput<N>) as Promise<AnyPage>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    rows: list.data?.pages.flatMap(({ items }) => items as RowOf<N>[]),
    error: list.error,
    isChanging: list.isPlaceholderData,
    retry: () => void list.refetch(),
    more: list.hasNextPage ? { isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined,
  };
}

/** The same for a route that answers everything at once. */
export function wholeList<T>(read: { data: { items: T[] } | undefined; error: unknown; refetch(): unknown }): List<T> {
  return { rows: read.data?.items, error: read.error, retry: () => void read.refetch() };
}
