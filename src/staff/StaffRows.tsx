import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import css from './StaffRows.module.scss';

/** Rows that will come: a square, or a disc for people, and two lines. */
export function StaffRows({ count = 4, isRound }: { count?: number; isRound?: boolean }) {
  return (
    <Card>
      {Array.from({ length: count }, (_, row) => (
        <View key={row} className={css.row}>
          <SkeletonBox width={56} height={56} radius={isRound ? 28 : 8} />
          <View className={css.words}>
            <SkeletonLine width="70%" />
            <SkeletonLine width="45%" />
          </View>
        </View>
      ))}
    </Card>
  );
}
