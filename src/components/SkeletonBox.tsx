import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import css from './Skeleton.module.scss';

interface SkeletonBoxProps {
  /** Pixels, or a share of the parent such as `60%`. */
  width?: number | string;
  height: number;
  radius?: number;
}

/** A place where something will be. */
export function SkeletonBox({ width = '100%', height, radius = 8 }: SkeletonBoxProps) {
  const style = {
    width: typeof width === 'number' ? Taro.pxTransform(width) : width,
    height: Taro.pxTransform(height),
    borderRadius: Taro.pxTransform(radius),
  };
  return <View className={css.box} style={style} />;
}
