import { View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { SectionHead } from '@/components/SectionHead';
import { moreOf } from './moreOf';
import css from './HeadingBlock.module.scss';

export function HeadingBlock({ title, subtitle, link }: BlockOf<'heading'>['props']) {
  return (
    <View className={css.frame}>
      <SectionHead title={title} subtitle={subtitle} more={moreOf(link)} />
    </View>
  );
}
