import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import css from './join.module.scss';

/** An invitation that will come. */
export function JoinWaiting() {
  return (
    <Card>
      <View className={css.body}>
        <SkeletonLine width="40%" />
        <SkeletonLine width="60%" height={20} />
        <SkeletonLine />
        <View className={css.go}>
          <SkeletonBox height={48} radius={12} />
        </View>
        <View className={css.go}>
          <SkeletonBox height={44} radius={22} />
        </View>
      </View>
    </Card>
  );
}
