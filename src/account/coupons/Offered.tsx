import { View } from '@tarojs/components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { claimCoupon, listOffered, type OfferedCoupon } from '@/api/coupons';
import { Button } from '@/components/Button';
import { CouponTicket } from '@/components/CouponTicket';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { keys } from '@/lib/queryKeys';
import { randomId } from '@/lib/randomId';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import nonePicture from '../pictures/none.png';
import { CodeField } from './CodeField';
import { Waiting } from './Waiting';
import css from './index.module.scss';

/** What can be claimed, by a tap or by a word. */
export function Offered({ onClaimed }: { onClaimed(): void }) {
  const client = useQueryClient();
  const offered = useQuery({ queryKey: keys.offeredCoupons, queryFn: listOffered });
  const { busy, run } = useOneChange();
  const claim = ({ id }: OfferedCoupon) =>
    run(id, async () => {
      try {
        await claimCoupon(id, randomId());
        platform.toast('领到了，下单时自动用上');
      } finally {
        // whatever the answer was, what stands on the button may have changed
        await client.invalidateQueries({ queryKey: keys.coupons });
      }
    });
  if (offered.isPending) return <Waiting />;
  if (offered.isError && !offered.data)
    return <ErrorState error={offered.error} onRetry={() => void offered.refetch()} />;
  const items = offered.data.items;
  return (
    <>
      {items.length === 0 && <Empty picture={nonePicture} title="还没有可领的券" text="有口令的话，填在下面" />}
      <View className={css.list}>
        {items.map((coupon) => (
          <View key={coupon.id} className={css.row}>
            <CouponTicket
              coupon={coupon}
              text={textOf(coupon)}
              isOff={coupon.state !== 'open' && coupon.state !== 'had'}
            >
              {coupon.state === 'had' ? (
                <Button kind="soft" size="xs" onTap={onClaimed}>
                  已领取
                </Button>
              ) : (
                <Button
                  kind="primary"
                  size="xs"
                  isBusy={busy === coupon.id}
                  isDisabled={coupon.state !== 'open'}
                  onTap={() => void claim(coupon)}
                >
                  {WORDS[coupon.state]}
                </Button>
              )}
            </CouponTicket>
          </View>
        ))}
      </View>
      <CodeField onClaimed={onClaimed} />
    </>
  );
}

const WORDS = { open: '领取', early: '还没开始', gone: '领完了', refused: '不能领' } as const;

/** Why it cannot be claimed before whom it is for, and that before until when it can be used. */
function textOf({ state, reason, limits, validity, givenPercent }: OfferedCoupon): string {
  if (state === 'early' || state === 'refused') return reason;
  const left = state === 'open' && givenPercent !== null && givenPercent >= 50 ? [`还剩 ${100 - givenPercent}%`] : [];
  return [...left, ...limits, validity].join(' · ');
}
