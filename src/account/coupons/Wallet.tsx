import { View } from '@tarojs/components';
import { listCoupons, type Coupon, type WalletState } from '@/api/coupons';
import { Button } from '@/components/Button';
import { CouponTicket } from '@/components/CouponTicket';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { isoDay } from '@/lib/beijingDay';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useEndless } from '@/lib/useEndless';
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
  const {
    items: coupons,
    error,
    refetch,
    end,
  } = useEndless(keys.wallet(state), (cursor) => listCoupons({ state, ...(cursor && { cursor }) }));
  if (!coupons) return error ? <ErrorState error={error} onRetry={refetch} /> : <Waiting />;
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
      <ListEnd {...end} />
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
  const until = `有效期至 ${isoDay(expiresAt)}`;
  return [...limits, Date.parse(startsAt) > Date.now() ? `${isoDay(startsAt)} 起可用，${until}` : until].join(' · ');
}
