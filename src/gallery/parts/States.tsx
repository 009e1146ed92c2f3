import { View } from '@tarojs/components';
import cartPicture from '@/components/pictures/cart.png';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { ProductGridSkeleton } from '@/components/ProductGrid';
import { SkeletonBox } from '@/components/SkeletonBox';
import { SkeletonLine } from '@/components/SkeletonLine';
import { ApiError } from '@/lib/apiError';
import { Samples } from './Samples';
import css from './Goods.module.scss';

const nothing = () => undefined;

export function States() {
  return (
    <>
      <Samples title="状态" isStacked>
        <View className={css.bones}>
          <SkeletonBox height={72} radius={16} />
          <SkeletonLine />
          <SkeletonLine width="60%" />
        </View>
      </Samples>
      <View className={css.grid}>
        <ProductGridSkeleton />
      </View>
      <Samples title="空" isStacked>
        <Empty
          picture={cartPicture}
          title="篮子还空着"
          text="去集市转转，把喜欢的带回家"
          action={{ text: '去逛逛', onTap: nothing }}
        />
      </Samples>
      <Samples title="没加载出来" isStacked>
        <ErrorState error={new ApiError('internal', 500)} onRetry={nothing} onBack={nothing} />
      </Samples>
      <Samples title="没有网络" isStacked>
        <ErrorState error={new ApiError('offline', 0)} onRetry={nothing} />
      </Samples>
    </>
  );
}
