import { View } from '@tarojs/components';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import { FiguresSkeleton } from '../FiguresSkeleton';
import css from './Waiting.module.scss';

/** The workbench before it is known whose it is. */
export function Waiting() {
  return (
    <>
      <View className={css.head}>
        <SkeletonBox width={44} height={44} radius={22} />
        <View className={css.words}>
          <SkeletonLine width={90} height={18} />
          <SkeletonLine width={150} />
        </View>
      </View>
      <FiguresSkeleton />
      <View className={css.entrances}>
        <SkeletonBox height={84} radius={16} />
      </View>
    </>
  );
}
