import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { formatFen } from '@jishi/contract/plain/money';
import type { Quote } from '@/api/orders';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Tag } from '@/components/Tag';
import { CouponSheet } from './CouponSheet';
import type { Benefits } from './useBenefits';
import css from './BenefitsCard.module.scss';

interface BenefitsCardProps {
  quote: Quote;
  benefits: Benefits;
  isLocked: boolean;
}

/** What the shopper can use of their own: coupons and points. Whoever has neither sees nothing of it. */
export function BenefitsCard({ quote, benefits, isLocked }: BenefitsCardProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { coupons, points } = quote;
  if (coupons.length === 0 && points.available === 0) return null;
  return (
    <Card>
      {coupons.length > 0 && (
        <Cell label="优惠券" {...(!isLocked && { onTap: () => setIsChoosing(true) })}>
          <Chosen quote={quote} />
        </Cell>
      )}
      {points.available > 0 && <Points points={points} benefits={benefits} isLocked={isLocked} />}
      <CouponSheet isOpen={isChoosing} onClose={() => setIsChoosing(false)} quote={quote} benefits={benefits} />
    </Card>
  );
}

function Chosen({ quote: { coupons, isBestChoice } }: { quote: Quote }) {
  const offFen = coupons.reduce((sum, coupon) => sum + coupon.offFen, 0);
  const usable = coupons.filter(({ isUsable }) => isUsable).length;
  if (offFen === 0) return <Text className={css.quiet}>{usable > 0 ? `${usable} 张可用` : '暂无可用'}</Text>;
  return (
    <View className={css.chosen}>
      {isBestChoice && <Tag tone="primary">已选最省</Tag>}
      <Text className={css.off}>−¥{formatFen(offFen)}</Text>
    </View>
  );
}

function Points({ points, benefits, isLocked }: { points: Quote['points'] } & Omit<BenefitsCardProps, 'quote'>) {
  const { available, most, mostFen, reason } = points;
  const { isWithPoints, setIsWithPoints } = benefits;
  const words = most > 0 ? `用 ${most} 积分抵 ¥${formatFen(mostFen)}，共有 ${available}` : reason;
  return (
    <Cell label="积分抵扣" hint={words}>
      {most > 0 && (
        <View
          className={`${css.switch} ${isWithPoints ? css.on : ''}`}
          role="switch"
          aria-checked={isWithPoints}
          aria-disabled={isLocked}
          aria-label="用积分抵扣"
          onClick={() => {
            if (!isLocked) setIsWithPoints(!isWithPoints);
          }}
        >
          <View className={css.knob} />
        </View>
      )}
    </Cell>
  );
}
