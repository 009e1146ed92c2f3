import { View } from '@tarojs/components';
import { ProductGridSkeleton } from '@/components/ProductGrid';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import type { Layout } from './shelf';
import css from './ResultsSkeleton.module.scss';

const ROWS = [0, 1, 2, 3, 4];

/** The results before they come, in the measures of their layout. */
export function ResultsSkeleton({ layout }: { layout: Layout }) {
  if (layout === 'grid') return <ProductGridSkeleton />;
  return (
    <>
      {ROWS.map((row) => (
        <View key={row} className={css.row}>
          <SkeletonBox width={128} height={128} radius={0} />
          <View className={css.words}>
            <SkeletonLine />
            <SkeletonLine width="60%" />
            <View className={css.price}>
              <SkeletonLine width="40%" height={18} />
            </View>
          </View>
        </View>
      ))}
    </>
  );
}
