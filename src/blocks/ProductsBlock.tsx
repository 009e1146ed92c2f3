import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ScrollView, Text, View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { queryOf } from '@jishi/contract/plain/productSource';
import { loadProductSet } from '@/api/productSets';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Picture } from '@/components/Picture';
import { Price } from '@/components/Price';
import type { ProductSummary } from '@/components/ProductCard';
import { ProductGrid, ProductGridSkeleton } from '@/components/ProductGrid';
import { ProductRow } from '@/components/ProductRow';
import { RowsSkeleton } from '@/components/RowsSkeleton';
import { SectionHead } from '@/components/SectionHead';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { to } from '@/lib/routes';
import { moreOf } from './moreOf';
import css from './ProductsBlock.module.scss';

type Props = BlockOf<'products'>['props'];

/** Products by reference. Fails alone, with a retry in its own place; with nothing to show it leaves. */
export function ProductsBlock({ title, subtitle, source, layout, link }: Props) {
  const client = useQueryClient();
  const { data, error, isFetching } = useQuery({
    queryKey: productKeys.page(queryOf(source)),
    queryFn: () => loadProductSet(source),
    staleTime: STALE.catalogue,
  });
  if (data && data.items.length === 0) return null;
  const head = title && <SectionHead title={title} subtitle={subtitle} more={moreOf(link)} />;
  const body = data ? (
    <Goods products={data.items} layout={layout} />
  ) : error ? (
    <Failed isBusy={isFetching} onRetry={() => void retryFailed(client)} />
  ) : (
    <Waiting layout={layout} />
  );
  if (layout === 'scroll') {
    return (
      <Card>
        <View className={css.head}>{head}</View>
        {body}
      </Card>
    );
  }
  return (
    <View className={css.open}>
      {head}
      {body}
    </View>
  );
}

function Goods({ products, layout }: { products: readonly ProductSummary[]; layout: Props['layout'] }) {
  if (layout === 'grid') {
    return (
      <ProductGrid
        products={products}
        onTap={({ id }) => void to.product(id)}
        onAdd={({ id }) => void to.product(id, { isChoosing: true })}
      />
    );
  }
  if (layout === 'list') {
    return (
      <View className={css.rows}>
        {products.map((product) => (
          <ProductRow
            key={product.id}
            product={product}
            onTap={() => void to.product(product.id)}
            onAdd={() => void to.product(product.id, { isChoosing: true })}
          />
        ))}
      </View>
    );
  }
  return (
    <ScrollView scrollX className={css.scroller}>
      <View className={css.track}>
        {products.map(({ id, imageUrl, title, priceFen, hasPriceRange, compareAtFen }) => (
          <View key={id} className={css.item} role="link" aria-label={title} onClick={() => void to.product(id)}>
            <Picture src={imageUrl} />
            <Text className={css.title}>{title}</Text>
            <Price fen={priceFen} size="s" hasRange={hasPriceRange} wasFen={hasPriceRange ? null : compareAtFen} />
          </View>
        ))}
      </View>
    </ScrollView>
  );
}

function Failed({ isBusy, onRetry }: { isBusy: boolean; onRetry(): void }) {
  return (
    <View className={css.failed}>
      <Text className={css.sorry}>这一栏没摆出来</Text>
      <Button kind="plain" size="xs" isBusy={isBusy} onTap={onRetry}>
        再试一次
      </Button>
    </View>
  );
}

function Waiting({ layout }: { layout: Props['layout'] }) {
  if (layout === 'grid') return <ProductGridSkeleton />;
  if (layout === 'list') {
    return (
      <View className={css.rows}>
        <RowsSkeleton count={3} />
      </View>
    );
  }
  return (
    <View className={css.track}>
      {[0, 1, 2].map((index) => (
        <View key={index} className={css.item}>
          <SkeletonBox height={104} />
          <SkeletonLine width="80%" />
          <SkeletonLine width="50%" />
        </View>
      ))}
    </View>
  );
}

/** What failed here most likely failed next door as well: one tap tries all of them. */
function retryFailed(client: QueryClient): Promise<void> {
  return client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
}
