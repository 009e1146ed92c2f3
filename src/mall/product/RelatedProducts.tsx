import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { listRelatedProducts } from '@/api/products';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { ProductGrid, ProductGridSkeleton } from '@/components/ProductGrid';
import { SectionHead } from '@/components/SectionHead';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { to } from '@/lib/routes';
import css from './RelatedProducts.module.scss';

/** What goes with this product; where that cannot be known, what everybody buys. */
export function RelatedProducts({ productId }: { productId: string }) {
  const { data, isError } = useQuery({
    queryKey: productKeys.related(productId),
    queryFn: () => listRelatedProducts(productId),
    staleTime: STALE.catalogue,
  });
  if (isError || data?.items.length === 0) return <ProductsBlock {...BEST_SELLERS} title="大家都在买" />;
  return (
    <View className={css.related}>
      <SectionHead title="看看相近的" />
      {data ? (
        <ProductGrid
          products={data.items}
          onTap={({ id }) => void to.product(id)}
          onAdd={({ id }) => void to.product(id, { isChoosing: true })}
        />
      ) : (
        <ProductGridSkeleton />
      )}
    </View>
  );
}
