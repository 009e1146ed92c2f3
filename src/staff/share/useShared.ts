import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getProduct, listCategories } from '@/api/products';
import { getShop } from '@/api/shop';
import { takeCode } from '@/api/staff';
import { findCard, productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { shareTitle, type Target } from './shareTarget';

/** What is shared: its code, which the server makes once, and its words and pictures, as far as they are known. */
export function useShared(target: Target, storeId: string | null) {
  const client = useQueryClient();
  const code = useQuery({
    queryKey: ['staff', 'code', target.kind, target.id, storeId],
    queryFn: () => takeCode({ target, storeId }),
    staleTime: STALE.catalogue,
  });
  const shop = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  const product = useQuery({
    queryKey: productKeys.one(target.id),
    queryFn: () => getProduct(target.id),
    staleTime: STALE.catalogue,
    enabled: target.kind === 'product',
  });
  const categories = useQuery({
    queryKey: productKeys.categories,
    queryFn: listCategories,
    staleTime: STALE.catalogue,
    enabled: target.kind === 'category',
  });
  const card = product.data ?? code.data?.product ?? findCard(client, target.id);
  const all = categories.data?.items.flatMap((top) => [top, ...top.children]);
  const name = card?.title ?? all?.find(({ slug }) => slug === target.id)?.name;
  const pictures = product.data?.images.map(({ url }) => url) ?? (card?.imageUrl ? [card.imageUrl] : []);
  return {
    code,
    title: shareTitle(target, name, shop.data?.name ?? '集市'),
    priceFen: card?.priceFen ?? null,
    pictures,
  };
}
