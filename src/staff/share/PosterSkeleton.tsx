import { View } from '@tarojs/components';
import type { PosterTemplate } from '@jishi/contract/plain/staff';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import css from './PosterSkeleton.module.scss';

/** A poster that is being drawn, in its own shape. */
export function PosterSkeleton({ template }: { template: PosterTemplate }) {
  return (
    <View className={css.stage} role="status" aria-label="正在画海报">
      <View className={`${css.paper} ${template === 'tall' ? css.tall : ''}`}>
        <View className={css.head}>
          <SkeletonLine width="60%" height={18} />
        </View>
        <SkeletonBox height={216} radius={12} />
        <View className={css.foot}>
          <View className={css.words}>
            <SkeletonLine />
            <SkeletonLine width="70%" />
            <SkeletonLine width="50%" height={20} />
          </View>
          <SkeletonBox width={64} height={64} />
        </View>
      </View>
    </View>
  );
}
