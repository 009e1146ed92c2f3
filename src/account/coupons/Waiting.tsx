import { View } from '@tarojs/components';
import { SkeletonBox } from '@/components/SkeletonBox';
import css from './index.module.scss';

/** Tickets before they are there, in their measures. */
export function Waiting() {
  return (
    <View className={css.list}>
      {[1, 2, 3].map((nth) => (
        <View key={nth} className={css.row}>
          <SkeletonBox height={92} />
        </View>
      ))}
    </View>
  );
}
