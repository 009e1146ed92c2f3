import { View } from '@tarojs/components';
import { SkeletonLine } from './SkeletonLine';
import css from './Skeleton.module.scss';

/** A product card that will come, in the measures of `ProductCard`. */
export function SkeletonCard() {
  return (
    <View className={css.card}>
      <View className={`${css.box} ${css.square}`} />
      <View className={css.words}>
        <SkeletonLine />
        <SkeletonLine width="60%" />
        <SkeletonLine width="40%" height={18} />
      </View>
    </View>
  );
}
