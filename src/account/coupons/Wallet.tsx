import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { listCoupons, type Coupon, type WalletState } from '@/api/coupons';
import { Button } from '@/components/Button';
import { CouponTicket } from '@/components/CouponTicket';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import nonePicture from '../pictures/none.png';
import { Waiting } from './Waiting';
import css from './index.module.scss';

const NOTHING: Record<WalletState, string> = {
  held: '还没有优惠券',
  used: '还没有用过的券',
  expired: '没有失效的券',
};

/** The person's own coupons of one state. */
export function Wallet({ state }: { state: WalletState }) {
  const list = useInfiniteQuery({
    queryKey: keys.wallet(state),
    queryFn: ({ pageParam }) => listCoupons({ state, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useReachBottom(more);
  useDidShow(() => {
    if (list.isFetched && list.isStale) void list.refetch();
  });
  const coupons = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <Waiting />;
  if (list.isError && coupons.length === 0) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (coupons.length === 0) return <Empty picture={nonePicture} title={NOTHING[state]} />;
  return (
    <>
      <View className={css.list}>
        {coupons.map((coupon) => (
          <View key={coupon.id} className={css.row}>
            <CouponTicket coupon={coupon} text={textOf(coupon)} isOff={state !== 'held'}>
              {state === 'held' && (
                <Button kind="soft" size="xs" onTap={() => use(coupon)}>
                  {coupon.state === 'frozen' ? '看订单' : '去使用'}
                </Button>
              )}
            </CouponTicket>
          </View>
        ))}
      </View>
      <ListEnd
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        {...(list.isFetchNextPageError && { onRetry: more })}
      />
    </>
  );
}

/** To the order that holds it, or to what it is for. */
function use({ state, orderId, productIds }: Coupon): void {
  if (state === 'frozen' && orderId) to.order(orderId);
  else if (productIds.length === 1) to.product(productIds[0]!);
  else to.home();
}

function textOf({ state, limits, startsAt, expiresAt }: Coupon): string {
  if (state === 'frozen') return '下单占用中，付款后用掉，取消就退回';
  if (state === 'used') return '已用于订单';
  if (state === 'void') return '店家收回了';
  const until = `有效期至 ${dayText(expiresAt)}`;
  return [...limits, Date.parse(startsAt) > Date.now() ? `${dayText(startsAt)} 起可用，${until}` : until].join(' · ');
}

/** In Beijing, as everywhere in the shop. */
function dayText(time: string): string {
  return new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10);
}
