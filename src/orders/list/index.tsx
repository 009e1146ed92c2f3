import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ORDER_STATES, type OrderState } from '@jishi/contract/plain/orders';
import { countOrders, listOrders } from '@/api/orders';
import { getShop } from '@/api/shop';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { Page } from '@/components/Page';
import orderPicture from '../pictures/order.png';
import { SkeletonBox } from '@/components/SkeletonBox';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { CancelSheet } from '../CancelSheet';
import { STATE_WORDS } from '../orderWords';
import { useOrderActions } from '../useOrderActions';
import { OrderCard } from './OrderCard';
import css from './index.module.scss';

const TABS: (OrderState | undefined)[] = [undefined, 'unpaid', 'paid', 'shipped', 'done'];

export default function Orders() {
  const { params } = useRouter();
  const [state, setState] = useState(() => ORDER_STATES.find((known) => known === params.state));
  // deferred: without it the tabs say no numbers
  const counts = useQuery({ queryKey: [...keys.orderLists, 'counts'], queryFn: countOrders });
  useRefresh(keys.orderLists);
  useDidShow(() => {
    if (counts.isFetched && counts.isStale) void counts.refetch();
  });
  return (
    <Page title="我的订单">
      <View className={css.tabs} role="tablist">
        {TABS.map((tab) => (
          <View
            key={tab ?? 'all'}
            className={`${css.tab} ${tab === state ? css.on : ''}`}
            role="tab"
            aria-selected={tab === state}
            onClick={() => setState(tab)}
          >
            {tab ? STATE_WORDS[tab] : '全部'}
            {tab && tab !== 'done' && counts.data && counts.data[tab] > 0 && (
              <Text className={css.number}>{counts.data[tab]}</Text>
            )}
          </View>
        ))}
      </View>
      <OrderList key={state ?? 'all'} state={state} />
    </Page>
  );
}

function OrderList({ state }: { state: OrderState | undefined }) {
  const list = useInfiniteQuery({
    queryKey: keys.orders(state),
    queryFn: ({ pageParam }) => listOrders({ ...(state && { state }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const shop = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  const { busy, pay, cancelling, askWhy, cancel } = useOrderActions();
  const orders = list.data?.pages.flatMap((page) => page.items) ?? [];
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useReachBottom(more);
  useDidShow(() => {
    if (list.isFetched && list.isStale) void list.refetch();
  });

  if (list.isPending) return <Loading />;
  if (list.isError && orders.length === 0) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (orders.length === 0) {
    return (
      <Empty
        picture={orderPicture}
        title={state ? `没有${STATE_WORDS[state]}的订单` : '还没有订单'}
        text="去集市转转，把喜欢的带回家"
        action={{ text: '去逛逛', onTap: () => to.home() }}
      />
    );
  }
  return (
    <>
      {orders.map((order) => (
        <OrderCard
          key={order.id}
          order={order}
          serverOffsetMs={shop.data?.serverOffsetMs ?? 0}
          busyWith={busy?.orderId === order.id ? busy.action : null}
          onPay={() => void pay(order.id, () => to.order(order.id))}
          onCancel={() => askWhy(order.id)}
          onExpire={() => void list.refetch()}
        />
      ))}
      <ListEnd
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        {...(list.isFetchNextPageError && { onRetry: more })}
      />
      <CancelSheet
        isOpen={cancelling !== null}
        onClose={() => askWhy(null)}
        onChoose={(reason) => void cancel(cancelling ?? '', reason)}
      />
    </>
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
