import { Text, View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AFTERSALE_OPEN } from '@jishi/contract/plain/aftersales';
import { listAftersales, type Aftersale } from '@/api/aftersales';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { Page } from '@/components/Page';
import { Price } from '@/components/Price';
import { SkeletonBox } from '@/components/SkeletonBox';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { countUnits, timeText } from '../orderWords';
import orderPicture from '../pictures/order.png';
import { KIND_WORDS, STATE_WORDS } from '../aftersaleWords';
import { AftersaleGoods } from '../AftersaleGoods';
import css from './index.module.scss';

export default function Aftersales() {
  const list = useInfiniteQuery({
    queryKey: keys.aftersales,
    queryFn: ({ pageParam }) => listAftersales(pageParam ? { cursor: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const requests = list.data?.pages.flatMap((page) => page.items) ?? [];
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useReachBottom(more);
  useRefresh(keys.aftersales);
  useDidShow(() => {
    if (list.isFetched && list.isStale) void list.refetch();
  });
  return (
    <Page title="退款与售后">
      {list.isPending && <Loading />}
      {list.isError && requests.length === 0 && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && requests.length === 0 && (
        <Empty
          picture={orderPicture}
          title="没有退款和售后"
          text="买到的不合适，可以在订单里申请"
          action={{ text: '看订单', onTap: () => to.orders() }}
        />
      )}
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} />
      ))}
      {requests.length > 0 && (
        <ListEnd
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          {...(list.isFetchNextPageError && { onRetry: more })}
        />
      )}
    </Page>
  );
}

function RequestCard({ request }: { request: Aftersale }) {
  const { id, kind, state, lines, totalFen, createdAt } = request;
  const [first] = lines;
  const isOpen = AFTERSALE_OPEN.includes(state);
  return (
    <View className={css.card} role="link" aria-label={`售后 ${id}`} onClick={() => to.aftersale(id)}>
      <View className={css.head}>
        <Text className={css.time}>{timeText(createdAt)}</Text>
        <Text className={`${css.state} ${isOpen ? css.going : css.over}`}>{STATE_WORDS[state]}</Text>
      </View>
      {first && <AftersaleGoods line={first}>共 {countUnits(lines)} 件</AftersaleGoods>}
      <View className={css.foot}>
        <Text className={css.kind}>{KIND_WORDS[kind]}</Text>
        <Price fen={totalFen} size="s" isExact />
      </View>
    </View>
  );
}

function Loading() {
  return (
    <>
      {[0, 1, 2].map((row) => (
        <View key={row} className={css.loading}>
          <SkeletonBox width="40%" height={16} />
          <View className={css.gap} />
          <SkeletonBox height={72} />
        </View>
      ))}
    </>
  );
}
