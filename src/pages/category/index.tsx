import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { ScrollView, Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { listCategories, type Category } from '@/api/products';
import { useLayout } from '@/api/useLayout';
import { BlockList } from '@/blocks/BlockList';
import { ErrorState } from '@/components/ErrorState';
import { Icon } from '@/components/Icon';
import { Page } from '@/components/Page';
import { RowsSkeleton } from '@/components/RowsSkeleton';
import { SkeletonBox } from '@/components/SkeletonBox';
import { showCartBadge } from '@/lib/cartBadge';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { to, useChosenCategory } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { CategoryProducts } from './CategoryProducts';
import css from './index.module.scss';

/** Critical: the categories. Each category's products wait and fail alone. */
export default function CategoryPage() {
  const { data, error, refetch } = useCategories();
  const [slug, setSlug] = useState<string | null>(null);
  const { blocks, onTouch, onFailed } = useLayout('category');
  useRefresh(keys.layout('category'), productKeys.categories, ['products', 'endless']);
  useDidShow(() => {
    showCartBadge();
    const { slug: asked } = useChosenCategory.getState();
    if (asked === null) return;
    useChosenCategory.setState({ slug: null });
    setSlug(asked);
  });

  const categories = data?.items;
  const current = categories && (findParent(categories, slug) ?? categories[0]);
  return (
    <Page nav="none" isTab isFixed>
      <View className={css.top}>
        <View className={css.search} role="search" aria-label="搜索商品" onClick={() => void to.search()}>
          <Icon name="search" size={16} />
          <Text className={css.placeholder}>搜一搜今天的好货</Text>
        </View>
      </View>
      {current ? (
        <View className={css.body} onTouchStart={onTouch}>
          <Rail categories={categories} current={current} onTap={setSlug} />
          <CategoryProducts key={current.slug} category={current}>
            {current === categories[0] && blocks.length > 0 && <BlockList blocks={blocks} onFailed={onFailed} />}
          </CategoryProducts>
        </View>
      ) : error ? (
        <ErrorState error={error} title="分类没加载出来" onRetry={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function Rail({
  categories,
  current,
  onTap,
}: {
  categories: Category[];
  current: Category;
  onTap(slug: string): void;
}) {
  return (
    <ScrollView scrollY className={css.rail}>
      {categories.map(({ slug, name }) => (
        <View
          key={slug}
          className={`${css.entry} ${slug === current.slug ? css.on : ''}`}
          role="tab"
          aria-selected={slug === current.slug}
          onClick={() => onTap(slug)}
        >
          {name}
        </View>
      ))}
    </ScrollView>
  );
}

function Waiting() {
  return (
    <View className={css.body}>
      <View className={`${css.rail} ${css.waiting}`}>
        {Array.from({ length: 9 }, (_, index) => (
          <View key={index} className={css.entry}>
            <SkeletonBox width={52} height={14} radius={4} />
          </View>
        ))}
      </View>
      <View className={css.rest}>
        <RowsSkeleton />
      </View>
    </View>
  );
}

/** The category itself, or the one that a child belongs to. */
function findParent(categories: readonly Category[], slug: string | null): Category | undefined {
  return categories.find(
    (category) => category.slug === slug || category.children.some((child) => child.slug === slug),
  );
}

function useCategories() {
  return useQuery({ queryKey: productKeys.categories, queryFn: listCategories, staleTime: STALE.catalogue });
}
