import { useDidShow, useReachBottom } from '@tarojs/taro';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatFen } from '@jishi/contract/plain/money';
import { listFavourites, removeFavourite, type Favourite } from '@/api/favourites';
import { addNotice, listNotices, removeNotice } from '@/api/notices';
import { useMessages } from '@/api/useMessages';
import { Button } from '@/components/Button';
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
import favouritesPicture from '../pictures/favourites.png';

export default function Favourites() {
  return (
    <Page title="我的收藏">
      <List />
    </Page>
  );
}

/** Critical: the favourites. Deferred: which of them wait for a lower price. */
function List() {
  const client = useQueryClient();
  const list = useFavourites();
  useRefresh(keys.favourites, keys.allNotices);
  const notices = useQuery({ queryKey: keys.notices(), queryFn: () => listNotices() });
  const { busy, run } = useOneChange();
  const messages = useMessages('price_drop');
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useReachBottom(more);
  useDidShow(() => {
    if (list.isFetched && list.isStale) void list.refetch();
  });

  const remove = ({ product }: Favourite) =>
    run(`remove ${product.id}`, async () => {
      client.setQueryData(keys.favourite(product.id), await removeFavourite(product.id));
      await list.refetch();
      platform.toast('已取消收藏');
    });
  const waiting = new Map(
    notices.data?.items.flatMap(({ id, kind, product }) => (kind === 'price_drop' ? [[product.id, id]] : [])),
  );
  const watch = ({ product }: Favourite) =>
    run(`watch ${product.id}`, async () => {
      const noticeId = waiting.get(product.id);
      // in the tap itself, or the super-app does not ask
      if (!noticeId) void messages.ask();
      if (noticeId) await removeNotice(noticeId);
      else await addNotice({ kind: 'price_drop', productId: product.id });
      await client.invalidateQueries({ queryKey: keys.allNotices });
      platform.toast(noticeId ? '不再提醒降价' : '比今天便宜时，会在“我的”里告诉你');
    });

  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <LoadingRows />;
  if (list.isError && items.length === 0) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) {
    return (
      <Empty
        picture={favouritesPicture}
        title="还没有收藏"
        text="看到喜欢的点一下心，就会留在这里"
        action={{ text: '去逛逛', onTap: to.home }}
      />
    );
  }
  return (
    <>
      <Card>
        {items.map((item) => (
          <GoodsRow
            key={item.product.id}
            product={item.product}
            isOffShelf={item.state === 'off_shelf'}
            hint={item.product.subtitle}
            news={newsOf(item)}
            removeLabel="取消收藏"
            onRemove={() => void remove(item)}
          >
            {item.state === 'on_shelf' && notices.data && (
              <Button
                kind={waiting.has(item.product.id) ? 'soft' : 'plain'}
                size="xs"
                isBusy={busy === `watch ${item.product.id}`}
                onTap={() => void watch(item)}
              >
                {waiting.has(item.product.id) ? '已盯着降价' : '降价提醒'}
              </Button>
            )}
          </GoodsRow>
        ))}
      </Card>
      <ListEnd
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        {...(list.isFetchNextPageError && { onRetry: more })}
      />
    </>
  );
}

function newsOf({ product, state, addedFen }: Favourite): string | undefined {
  if (state === 'off_shelf' || product.priceFen >= addedFen) return undefined;
  return `比收藏时便宜 ¥${formatFen(addedFen - product.priceFen)}`;
}

function useFavourites() {
  return useInfiniteQuery({
    queryKey: keys.favourites,
    queryFn: ({ pageParam }) => listFavourites({ ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}
