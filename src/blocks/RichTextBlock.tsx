import { useMemo } from 'react';
import { View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { RichPaper } from '@/components/RichPaper';
import { richParts } from '@/components/richParts';
import css from './HeadingBlock.module.scss';

export function RichTextBlock({ html }: BlockOf<'richText'>['props']) {
  const parts = useMemo(() => richParts(html), [html]);
  if (parts.length === 0) return null;
  return (
    <View className={css.frame}>
      <RichPaper parts={parts} />
    </View>
  );
}
