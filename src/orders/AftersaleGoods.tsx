import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Aftersale } from '@/api/aftersales';
import { Picture } from '@/components/Picture';
import css from './AftersaleGoods.module.scss';

interface AftersaleGoodsProps {
  line: Pick<Aftersale['lines'][number], 'title' | 'optionText' | 'imageUrl'>;
  /** Nothing of it can be chosen. */
  isFaded?: boolean;
  /** Under the title, right of the options. */
  children?: ReactNode;
}

/** A line's picture and words. */
export function AftersaleGoods({ line, isFaded, children }: AftersaleGoodsProps) {
  return (
    <View className={css.line}>
      <View className={`${css.picture} ${isFaded ? css.faded : ''}`}>
        <Picture src={line.imageUrl} />
      </View>
      <View className={css.words}>
        <Text className={css.title}>{line.title}</Text>
        <View className={css.second}>
          <Text className={css.options}>{line.optionText}</Text>
          <View className={css.right}>{children}</View>
        </View>
      </View>
    </View>
  );
}
