import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import css from './LoadingRows.module.scss';

/** Rows that will come, in the measures of `GoodsRow`. */
export function LoadingRows() {
  return (
    <Card>
      {[0, 1, 2, 3].map((row) => (
        <View key={row} className={css.row}>
          <SkeletonBox width={88} height={88} />
          <View className={css.words}>
            <SkeletonLine width="90%" />
            <SkeletonLine width="55%" />
            <SkeletonLine width="30%" height={18} />
          </View>
        </View>
      ))}
    </Card>
  );
}
