import { useMemo, useState } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { productList } from '@/api/productList';
import { listCategories } from '@/api/products';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { Page } from '@/components/Page';
import { ProductGridSkeleton } from '@/components/ProductGrid';
import { SortBar, type ProductSort } from '@/components/SortBar';
import nonePicture from '../pictures/none.png';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { readParam } from '@/lib/routes';
import { SearchBar } from '../SearchBar';
import { suggestions } from '../suggestions';
import { countOf, NO_FILTER, toQuery } from './filter';
import { FilterSheet } from './FilterSheet';
import { Results } from './Results';
import css from './index.module.scss';

/** Critical: the first page of the list. Deferred: the category's name, near words and what others buy when nothing was found. */
export default function ListPage() {
  const { params } = useRouter();
  const [scope, setScope] = useState(() => readScope(params));
  const [sort, setSort] = useState<ProductSort>('default');
  const [q, setQ] = useState(readParam(params.q));
  const [filter, setFilter] = useState(NO_FILTER);
  const [isFiltering, setIsFiltering] = useState(false);
  const query = { ...scope.filter, ...toQuery(filter), ...(q && { q }), sort };
  const list = useInfiniteQuery(productList(query));
  const scopeName = useScopeName(scope);

  const narrowedBy = countOf(filter);
  const pages = useMemo(() => list.data?.pages.map(({ items }) => items), [list.data]);
  const isEmpty = pages?.every((items) => items.length === 0);
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage({ cancelRefetch: false });
  };
  useReachBottom(more);

  return (
    <Page nav="none">
      <View className={css.top}>
        <SearchBar key={q} text={q} scopeName={scopeName} isFocused={!q && !scope.isNarrow} onSearch={setQ} />
        <View className={css.orders}>
          <View className={css.sort}>
            <SortBar sort={sort} onChange={setSort} />
          </View>
          <View
            className={narrowedBy > 0 ? `${css.filter} ${css.on}` : css.filter}
            role="button"
            aria-label="筛选"
            onClick={() => setIsFiltering(true)}
          >
            {narrowedBy > 0 ? `筛选 ${narrowedBy}` : '筛选'}
          </View>
        </View>
      </View>
      {pages && !isEmpty && (
        <View className={css.list}>
          {list.data?.pages[0]?.isNear && <Text className={css.near}>没有完全一样的，看看这些相近的</Text>}
          <Results
            key={JSON.stringify(query)}
            pages={pages}
            layout="grid"
            onNearEnd={() => {
              // what failed waits for the shopper's word
              if (!list.isFetchNextPageError) more();
            }}
          />
          <ListEnd
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onRetry={list.isFetchNextPageError ? () => void list.fetchNextPage() : undefined}
          />
        </View>
      )}
      {isEmpty && (
        <NotFound
          q={q}
          scopeName={scopeName}
          isFiltered={narrowedBy > 0}
          onUnfilter={() => setFilter(NO_FILTER)}
          onWiden={() => setScope({ filter: {}, title: '', isNarrow: false })}
          onSearch={setQ}
        />
      )}
      {!pages && list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!pages && !list.error && (
        <View className={css.list}>
          <ProductGridSkeleton />
        </View>
      )}
      {isFiltering && (
        <FilterSheet
          filter={filter}
          hasCategory={Boolean(scope.filter.category)}
          onApply={(chosen) => {
            setFilter(chosen);
            setIsFiltering(false);
          }}
          onClose={() => setIsFiltering(false)}
        />
      )}
    </Page>
  );
}

interface NotFoundProps {
  q: string;
  scopeName: string;
  isFiltered: boolean;
  onUnfilter(): void;
  onWiden(): void;
  onSearch(word: string): void;
}

function NotFound({ q, scopeName, isFiltered, onUnfilter, onWiden, onSearch }: NotFoundProps) {
  const canWiden = Boolean(q && scopeName);
  const near = useQuery({ ...suggestions(q), enabled: q !== '' && !isFiltered });
  const action = isFiltered
    ? { text: '清空筛选', onTap: onUnfilter }
    : canWiden
      ? { text: '在全店找', onTap: onWiden }
      : undefined;
  const text = isFiltered
    ? '也许只是被筛选条件挡住了'
    : canWiden
      ? `“${scopeName}”里没有，全店也许有`
      : '换个词试试，或者看看大家在买什么';
  return (
    <>
      <Empty picture={nonePicture} title={q ? `没找到“${q}”` : '这里还没摆货'} text={text} action={action} />
      {near.data && near.data.items.length > 0 && (
        <View className={css.words}>
          {near.data.items.map((item) => (
            <View key={item.text} className={css.word}>
              <Chip onTap={() => onSearch(item.text)}>{item.text}</Chip>
            </View>
          ))}
        </View>
      )}
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
