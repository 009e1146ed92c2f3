import { useEffect, useMemo, useRef, useState } from 'react';
import Taro, { useReachBottom, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { productList } from '@/api/productList';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { NetworkBar } from '@/components/NetworkBar';
import { Page } from '@/components/Page';
import { SortBar, type ProductSort } from '@/components/SortBar';
import { readParam, shared } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { useSharing } from '@/lib/useSharing';
import { SearchBar } from '../SearchBar';
import { countOf, NO_FILTER, toQuery } from './filter';
import { FilterSheet } from './FilterSheet';
import { keepLayout, readLayout } from './keptLayout';
import { LayoutSwitch } from './LayoutSwitch';
import { NotFound } from './NotFound';
import { Results } from './Results';
import { ResultsSkeleton } from './ResultsSkeleton';
import { readScope, useScopeName } from './scope';
import css from './index.module.scss';

/** Critical: the first page of the list. Deferred: the category's name, near words and what others buy when nothing was found. */
export default function ListPage() {
  const { params } = useRouter();
  const [scope, setScope] = useState(() => readScope(params));
  const [sort, setSort] = useState<ProductSort>('default');
  const [q, setQ] = useState(readParam(params.q));
  const [filter, setFilter] = useState(NO_FILTER);
  const [layout, setLayout] = useState(readLayout);
  const [isFiltering, setIsFiltering] = useState(false);
  const query = { ...scope.filter, ...toQuery(filter), ...(q && { q }), sort };
  const list = useInfiniteQuery(productList(query));
  const scopeName = useScopeName(scope);
  const question = JSON.stringify(query);
  useTopAgain(question);

  useSharing({ title: q ? `集市里的“${q}”` : scopeName || '集市里的好货', path: shared.list({ ...scope.filter, q }) });

  const narrowedBy = countOf(filter);
  const pages = useMemo(() => list.data?.pages.map(({ items }) => items), [list.data]);
  const isEmpty = pages?.every((items) => items.length === 0);
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage({ cancelRefetch: false });
  };
  useReachBottom(more);
  useRefresh(['products', 'endless']);

  return (
    <Page nav="own">
      <View className={css.top}>
        <NetworkBar />
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
          <LayoutSwitch
            layout={layout}
            onChange={(next) => {
              setLayout(next);
              keepLayout(next);
            }}
          />
        </View>
      </View>
      {pages && !isEmpty && (
        <View className={css.list}>
          {list.data?.pages[0]?.isNear && <Text className={css.near}>没有完全一样的，看看这些相近的</Text>}
          <Results
            key={question}
            pages={pages}
            layout={layout}
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
          <ResultsSkeleton layout={layout} />
        </View>
      )}
      {isFiltering && (
        <FilterSheet
          filter={filter}
          scope={{ ...scope.filter, ...(q && { q }) }}
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

/** Another question's answer is read from its beginning, also when it is known and drawn at once. */
function useTopAgain(question: string): void {
  const shown = useRef(question);
  useEffect(() => {
    if (shown.current === question) return;
    shown.current = question;
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [question]);
}
