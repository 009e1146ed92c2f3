import { useMemo } from 'react';
import { useQueries } from '@tanstack/react-query';
import { call } from '../../api/call';
import { useRead } from '../../api/useRead';
import type { DraftDocument } from '../draft/blocks';
import type { Names } from '../form/sayValue';

/** What the products and categories that two documents name are called now; a product that is gone keeps its number. */
export function useNames(...documents: DraftDocument[]): Names {
  const ids = [...new Set(documents.flatMap(({ blocks }) => productIdsIn(blocks)))];
  const titles = useQueries({
    queries: ids.map((productId) => ({
      queryKey: ['GET /admin/products/:productId', { params: { productId } }],
      queryFn: () => call('GET /admin/products/:productId', { params: { productId } }),
    })),
    combine: (answers) => JSON.stringify(answers.map(({ data }, index) => [ids[index], data?.title])),
  });
  const categories = useRead('GET /admin/categories', {}).data?.items;
  return useMemo(() => {
    const byId = new Map(JSON.parse(titles) as [string, string | null][]);
    return {
      product: (id) => byId.get(id) ?? undefined,
      category: (slug) => categories?.find((category) => category.slug === slug)?.name,
    };
  }, [titles, categories]);
}

/** Of links, and of lists that were picked by hand. */
function productIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(productIdsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { productId, from, ids } = value as { productId?: unknown; from?: unknown; ids?: unknown };
  return [
    ...(typeof productId === 'string' && productId !== '' ? [productId] : []),
    ...(from === 'ids' && Array.isArray(ids) ? (ids as string[]) : []),
    ...Object.values(value).flatMap(productIdsIn),
  ];
}
