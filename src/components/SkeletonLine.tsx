import { View } from '@tarojs/components';
import { SkeletonBox } from './SkeletonBox';
import css from './Skeleton.module.scss';

/** A line of text that will come. */
export function SkeletonLine({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return (
    <View className={css.line}>
      <SkeletonBox width={width} height={height} radius={4} />
    </View>
  );
}
