import { View } from '@tarojs/components';
import { SkeletonBox } from './SkeletonBox';
import { SkeletonLine } from './SkeletonLine';
import css from './RowsSkeleton.module.scss';

/** ProductRows before their products. */
export function RowsSkeleton({ count = 5 }: { count?: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className={css.waiting}>
          <SkeletonBox width={88} height={88} />
          <View className={css.lines}>
            <SkeletonLine />
            <SkeletonLine width="60%" />
            <SkeletonLine width="40%" height={18} />
          </View>
        </View>
      ))}
    </>
  );
}
