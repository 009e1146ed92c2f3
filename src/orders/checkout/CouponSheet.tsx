import { Text, View } from '@tarojs/components';
import type { CheckoutCoupon, Quote } from '@/api/orders';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { CouponTicket } from '@/components/CouponTicket';
import { Sheet } from '@/components/Sheet';
import { dayWords } from '@/lib/beijingDay';
import type { Benefits } from './useBenefits';
import css from './CouponSheet.module.scss';

interface CouponSheetProps {
  isOpen: boolean;
  onClose(): void;
  quote: Quote;
  benefits: Benefits;
}

/** Which coupons the order takes; those that it cannot take say why. */
export function CouponSheet({ isOpen, onClose, quote, benefits }: CouponSheetProps) {
  const { coupons, isBestChoice } = quote;
  const usable = coupons.filter(({ isUsable }) => isUsable);
  const others = coupons.filter(({ isUsable }) => !isUsable);
  const footer = (
    <View className={css.buttons}>
      {!isBestChoice && (
        <View className={css.button}>
          <Button kind="soft" size="l" onTap={() => benefits.chooseBest()}>
            选最省的
          </Button>
        </View>
      )}
      <View className={css.button}>
        <Button kind="primary" size="l" onTap={onClose}>
          好了
        </Button>
      </View>
    </View>
  );
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="优惠券" footer={footer}>
      <View className={css.list}>
        {usable.length > 0 && (
          <Text className={css.hint}>{isBestChoice ? '已为你选好最省的' : '换一种选法还能更省'}</Text>
        )}
        {usable.map((coupon) => (
          <View key={coupon.id} className={css.row} onClick={() => benefits.toggle(coupon, coupons)}>
            <CouponTicket coupon={coupon} text={coupon.isChosen ? coupon.reason : untilText(coupon)}>
              <Checkbox isOn={coupon.isChosen} label={coupon.name} onTap={() => undefined} />
            </CouponTicket>
          </View>
        ))}
        {others.length > 0 && <Text className={css.hint}>这一单用不上</Text>}
        {others.map((coupon) => (
          <View key={coupon.id} className={css.row}>
            <CouponTicket coupon={coupon} text={coupon.reason} isOff />
          </View>
        ))}
      </View>
    </Sheet>
  );
}

const untilText = ({ limits, expiresAt }: CheckoutCoupon) => limits[0] ?? `${dayWords(expiresAt)} 前有效`;
