import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import css from './FiguresSkeleton.module.scss';

/** Figures that will come, in the measures of their card. */
export function FiguresSkeleton() {
  return (
    <Card>
      <View className={css.card}>
        <SkeletonLine width="30%" height={18} />
        <View className={css.amount}>
          <SkeletonBox width={180} height={32} />
        </View>
        <SkeletonLine width="50%" />
        <View className={css.stats}>
          <SkeletonBox height={42} />
        </View>
      </View>
    </Card>
  );
}
