import { useState, type PropsWithChildren } from 'react';
import { ScrollView, Text, View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { productList } from '@/api/productList';
import type { Category } from '@/api/products';
import { CategoryIcon } from '@/components/CategoryIcon';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { ProductRow } from '@/components/ProductRow';
import { RowsSkeleton } from '@/components/RowsSkeleton';
import { SortBar, type ProductSort } from '@/components/SortBar';
import { to } from '@/lib/routes';

import css from './CategoryProducts.module.scss';

/** One category: what a layout puts before it, its children as entrances, then its products, endless. */
export function CategoryProducts({ category, children }: PropsWithChildren<{ category: Category }>) {
  const [sort, setSort] = useState<ProductSort>('default');
  const list = useInfiniteQuery(productList({ category: category.slug, sort }));
  const products = list.data?.pages.flatMap((page) => page.items);
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage({ cancelRefetch: false });
  };

  return (
    <ScrollView scrollY className={css.scroller} lowerThreshold={400} onScrollToLower={more}>
      {children && <View className={css.layout}>{children}</View>}
      {category.children.length > 0 && (
        <View className={css.children}>
          {category.children.map(({ slug, name, imageUrl }) => (
            <View
              key={slug}
              className={css.child}
              role="link"
              onClick={() => void to.list({ category: slug, title: name })}
            >
              <View className={css.tile}>
                <CategoryIcon name={name} imageUrl={imageUrl} />
              </View>
              <Text className={css.name}>{name}</Text>
            </View>
          ))}
        </View>
      )}
      <SortBar sort={sort} onChange={setSort} />
      {products ? (
        <>
          {products.map((product) => (
            <ProductRow
              key={product.id}
              product={product}
              onTap={() => void to.product(product.id)}
              onAdd={() => void to.product(product.id, { isChoosing: true })}
            />
          ))}
          {products.length === 0 ? (
            <View className={css.none}>这一栏还没摆货，先看看别的</View>
          ) : (
            <ListEnd
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              onRetry={list.isFetchNextPageError ? () => void list.fetchNextPage() : undefined}
            />
          )}
        </>
      ) : list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </ScrollView>
  );
}
