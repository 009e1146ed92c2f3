import { useQuery } from '@tanstack/react-query';
import { listCategories } from '@/api/products';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { readParam } from '@/lib/routes';

/** What the page was opened with, beside the words. */
export interface Scope {
  filter: { category?: string; tag?: string };
  title: string;
  isNarrow: boolean;
}

export function readScope(params: Record<string, string | undefined>): Scope {
  const [category, tag] = [readParam(params.category), readParam(params.tag)];
  return {
    filter: { ...(category && { category }), ...(tag && { tag }) },
    title: readParam(params.title) || tag,
    isNarrow: Boolean(category || tag),
  };
}

/** The title that the page was opened with, else the category's own name once it is known. */
export function useScopeName({ filter, title }: Scope): string {
  const { data } = useQuery({
    queryKey: productKeys.categories,
    queryFn: listCategories,
    staleTime: STALE.catalogue,
    enabled: Boolean(filter.category) && !title,
  });
  if (title || !filter.category) return title;
  const all = data?.items.flatMap((parent) => [parent, ...parent.children]);
  return all?.find(({ slug }) => slug === filter.category)?.name ?? '';
}
