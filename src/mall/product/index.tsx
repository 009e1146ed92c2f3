import { useState } from 'react';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getCart } from '@/api/carts';
import { getProduct } from '@/api/products';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { hasCode } from '@/lib/apiError';
import { findCard, productKeys } from '@/lib/productCache';
import { keys } from '@/lib/queryKeys';
import { STALE } from '@/lib/queries';
import { back, readItems, readParam } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { Gone } from './Gone';
import { Loaded } from './Loaded';
import { Waiting } from './Waiting';
import { fromCard } from './fromCard';
import { useRecordVisit } from './useRecordVisit';

/** Critical: the product. A card that a list already holds is drawn at once. Deferred: the cart's count. */
export default function ProductPage() {
  const { params } = useRouter();
  const productId = readParam(params.id);
  const { data, error, isPlaceholderData, refetch } = useProduct(productId);
  const cartCount = useCartCount();
  useRefresh(productKeys.one(productId), productKeys.related(productId), keys.favourite(productId));
  const [isFirst, setIsFirst] = useState(true);
  // prices and stock move while a shopper looks at other pages
  useDidShow(() => {
    if (!isFirst) void refetch();
    setIsFirst(false);
  });

  const isGone = hasCode(error, 'not_found') || data?.state === 'off_shelf';
  useRecordVisit(productId, Boolean(data) && !isPlaceholderData && !isGone);
  if (isGone) return <Gone cartCount={cartCount} />;
  if (data && !(isPlaceholderData && error)) {
    return (
      <Loaded
        key={productId}
        product={data}
        isPartial={isPlaceholderData}
        isChoosing={params.choose === '1'}
        changed={readItems(params.change)[0] ?? null}
        cartCount={cartCount}
        onStale={() => void refetch()}
      />
    );
  }
  if (error) {
    return (
      <Page title="商品">
        <ErrorState error={error} title="商品没加载出来" onRetry={() => void refetch()} onBack={() => void back()} />
      </Page>
    );
  }
  return <Waiting cartCount={cartCount} />;
}

function useProduct(productId: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: productKeys.one(productId),
    queryFn: () => getProduct(productId),
    staleTime: STALE.own,
    placeholderData: () => {
      const card = findCard(client, productId);
      return card && fromCard(card);
    },
  });
}

function useCartCount(): number {
  const { data } = useQuery({ queryKey: keys.cart, queryFn: getCart });
  return data?.count ?? 0;
}
