import { Text, View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { clearHistory, listHistory, removeVisit } from '@/api/history';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { Page } from '@/components/Page';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useOneChange } from '@/lib/useOneChange';
import { useRefresh } from '@/lib/useRefresh';
import { platform } from '@/platform';
import { GoodsRow } from '../GoodsRow';
import { LoadingRows } from '../LoadingRows';
import { byDay } from './byDay';
import historyPicture from '../pictures/history.png';
import css from './index.module.scss';

export default function History() {
  return (
    <Page title="足迹">
      <List />
    </Page>
  );
}

function List() {
  const client = useQueryClient();
  const list = useHistory();
  useRefresh(keys.history);
  const { run } = useOneChange();
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useReachBottom(more);
  useDidShow(() => {
    if (list.isFetched && list.isStale) void list.refetch();
  });
  const clear = () =>
    run('clear', async () => {
      const isSure = await platform.confirm({
        title: '清空足迹吗？',
        text: '看过的商品会从这里全部去掉',
        confirmText: '清空',
        cancelText: '再想想',
      });
      if (!isSure) return;
      await clearHistory();
      await client.resetQueries({ queryKey: keys.history });
      platform.toast('足迹清空了');
    });
  const remove = (productId: string) =>
    run(productId, async () => {
      await removeVisit(productId);
      await list.refetch();
    });

  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <LoadingRows />;
  if (list.isError && items.length === 0) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) {
    return (
      <Empty
        picture={historyPicture}
        title="还没有足迹"
        text="看过的商品会留在这里，方便再找到"
        action={{ text: '去逛逛', onTap: to.home }}
      />
    );
  }
  return (
    <>
      {byDay(items, new Date()).map(({ name, visits }, index) => (
        <View key={name}>
          <View className={css.head}>
            <Text className={css.day}>{name}</Text>
            {index === 0 && (
              <View className={css.clear} role="button" onClick={() => void clear()}>
                清空
              </View>
            )}
          </View>
          <Card>
            {visits.map(({ product, state }) => (
              <GoodsRow
                key={product.id}
                product={product}
                isOffShelf={state === 'off_shelf'}
                hint={product.subtitle}
                removeLabel="不再留着"
                onRemove={() => void remove(product.id)}
              />
            ))}
          </Card>
        </View>
      ))}
      <ListEnd
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        {...(list.isFetchNextPageError && { onRetry: more })}
      />
    </>
  );
}

function useHistory() {
  return useInfiniteQuery({
    queryKey: keys.history,
    queryFn: ({ pageParam }) => listHistory({ ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}
