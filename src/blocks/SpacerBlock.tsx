import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import css from './SpacerBlock.module.scss';

const LINES = { none: '', solid: css.solid, dashed: css.dashed } as const;

export function SpacerBlock({ height, line }: BlockOf<'spacer'>['props']) {
  return (
    <View className={css.frame} style={{ height: Taro.pxTransform(height) }}>
      {LINES[line] && <View className={LINES[line]!} />}
    </View>
  );
}
