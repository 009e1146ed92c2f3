import { useState } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { productList } from '@/api/productList';
import { listCategories } from '@/api/products';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { Page } from '@/components/Page';
import { ProductGrid, ProductGridSkeleton } from '@/components/ProductGrid';
import { SortBar, type ProductSort } from '@/components/SortBar';
import nonePicture from '../pictures/none.png';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { readParam, to } from '@/lib/routes';
import { SearchBar } from './SearchBar';
import css from './index.module.scss';

/** Critical: the first page of the list. Deferred: the category's name, and what others buy when nothing was found. */
export default function ListPage() {
  const { params } = useRouter();
  const [scope, setScope] = useState(() => readScope(params));
  const [sort, setSort] = useState<ProductSort>('default');
  const [q, setQ] = useState(readParam(params.q));
  const list = useInfiniteQuery(productList({ ...scope.filter, ...(q && { q }), sort }));
  const scopeName = useScopeName(scope);

  const products = list.data?.pages.flatMap((page) => page.items);
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage({ cancelRefetch: false });
  });

  return (
    <Page nav="none">
      <View className={css.top}>
        <SearchBar text={q} scopeName={scopeName} isFocused={!q && !scope.isNarrow} onSearch={setQ} />
        <SortBar sort={sort} onChange={setSort} />
      </View>
      {products && products.length > 0 && (
        <View className={css.list}>
          <ProductGrid
            products={products}
            onTap={({ id }) => void to.product(id)}
            onAdd={({ id }) => void to.product(id, { isChoosing: true })}
          />
          <ListEnd
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onRetry={list.isFetchNextPageError ? () => void list.fetchNextPage() : undefined}
          />
        </View>
      )}
      {products?.length === 0 && (
        <NotFound q={q} scopeName={scopeName} onWiden={() => setScope({ filter: {}, title: '', isNarrow: false })} />
      )}
      {!products && list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!products && !list.error && (
        <View className={css.list}>
          <ProductGridSkeleton />
        </View>
      )}
    </Page>
  );
}

function NotFound({ q, scopeName, onWiden }: { q: string; scopeName: string; onWiden(): void }) {
  const canWiden = Boolean(q && scopeName);
  return (
    <>
      <Empty
        picture={nonePicture}
        title={q ? `没找到“${q}”` : '这里还没摆货'}
        text={canWiden ? `“${scopeName}”里没有，全店也许有` : '换个词试试，或者看看大家在买什么'}
        action={canWiden ? { text: '在全店找', onTap: onWiden } : undefined}
      />
      <ProductsBlock {...BEST_SELLERS} title="大家都在买" />
    </>
  );
}

interface Scope {
  filter: { category?: string; tag?: string };
  title: string;
  isNarrow: boolean;
}

function readScope(params: Record<string, string | undefined>): Scope {
  const [category, tag] = [readParam(params.category), readParam(params.tag)];
  return {
    filter: { ...(category && { category }), ...(tag && { tag }) },
    title: readParam(params.title) || tag,
    isNarrow: Boolean(category || tag),
  };
}

/** The title that the page was opened with, else the category's own name once it is known. */
function useScopeName({ filter, title }: Scope): string {
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
