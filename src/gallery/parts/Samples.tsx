import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { SectionHead } from '@/components/SectionHead';
import css from './Samples.module.scss';

/** A card with samples beside each other; `isStacked` puts them below each other in full width. */
export function Samples({ title, isStacked, children }: PropsWithChildren<{ title: string; isStacked?: boolean }>) {
  return (
    <Card>
      <View className={css.head}>
        <SectionHead title={title} />
      </View>
      <View className={isStacked ? css.stack : css.row}>{children}</View>
    </Card>
  );
}

/** `isWide` for a control whose invisible edge reaches far. */
export function Sample({ isWide, children }: PropsWithChildren<{ isWide?: boolean }>) {
  return <View className={isWide ? `${css.sample} ${css.wide}` : css.sample}>{children}</View>;
}
