import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import { hasNativeNavBar } from '@/lib/device';
import { Actions } from './Actions';
import { FloatingBack } from './Gallery';
import css from './Waiting.module.scss';

/** The product page before anything is known, with the real bars. */
export function Waiting({ cartCount }: { cartCount: number }) {
  return (
    <Page nav="none" bottomBar={<Actions product={null} isPartial cartCount={cartCount} />}>
      <SkeletonBox height={375} radius={0} />
      {!hasNativeNavBar && <FloatingBack />}
      <View className={css.head}>
        <SkeletonBox width={120} height={30} radius={6} />
        <View className={css.gap} />
        <SkeletonLine height={18} />
        <SkeletonLine width="62%" height={18} />
        <View className={css.tags}>
          <SkeletonBox width={72} height={18} radius={4} />
          <View className={css.space} />
          <SkeletonBox width={56} height={18} radius={4} />
        </View>
      </View>
      <WaitingRows />
    </Page>
  );
}

export function WaitingRows() {
  return (
    <Card>
      {['62%', '74%', '50%'].map((width) => (
        <View key={width} className={css.row}>
          <SkeletonBox width={36} height={14} radius={4} />
          <View className={css.space} />
          <SkeletonBox width={width} height={14} radius={4} />
        </View>
      ))}
    </Card>
  );
}
