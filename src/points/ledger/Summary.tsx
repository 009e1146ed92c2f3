import { Text, View } from '@tarojs/components';
import type { Points } from '@/api/points';
import { useMessages } from '@/api/useMessages';
import { Card } from '@/components/Card';
import { SkeletonBox } from '@/components/SkeletonBox';
import { lastDayWords } from '@/lib/beijingDay';
import { grouped } from '@/lib/grouped';
import css from './Summary.module.scss';

/** What can be spent, what is on its way, and what is set aside or over soon. */
export function Summary({ points }: { points: Points }) {
  const { available, frozen, pending, expiring, pointsPerSpentYuan, spendPermille } = points;
  return (
    <Card>
      <View className={css.figures}>
        <Figure name="可用" value={available} isMain />
        <Figure name="在途" value={pending} />
        <Figure name="下单冻结" value={frozen} />
      </View>
      {expiring && (
        <View className={css.warning}>
          <Text>
            {grouped(expiring.points)} 积分 {lastDayWords(expiring.expiresAt)}到期
          </Text>
          <Reminder />
        </View>
      )}
      <View className={css.rule}>
        {spendPermille > 0
          ? `${pointsPerSpentYuan} 积分抵 ¥1，最多抵商品的 ${spendPermille / 10}%；在途的等确认收货后到账`
          : '在途的等确认收货后到账'}
      </View>
    </Card>
  );
}

/** Leave to say so before it happens; nothing where the super-app or the shop cannot. */
function Reminder() {
  const { isOffered, said, ask } = useMessages('points_expiring');
  if (!isOffered) return null;
  return (
    <View className={css.remind} role="button" onClick={() => void ask()}>
      {said === 'yes' ? '到期前会提醒你' : '到期前提醒我'}
    </View>
  );
}

function Figure({ name, value, isMain }: { name: string; value: number; isMain?: boolean }) {
  return (
    <View className={css.figure}>
      <Text className={css.name}>{name}</Text>
      <Text className={isMain ? `${css.value} ${css.main}` : css.value}>{grouped(value)}</Text>
    </View>
  );
}

export function SummarySkeleton() {
  return (
    <View className={css.waiting}>
      <SkeletonBox height={112} radius={20} />
      <View className={css.gap}>
        <SkeletonBox height={320} radius={20} />
      </View>
    </View>
  );
}
