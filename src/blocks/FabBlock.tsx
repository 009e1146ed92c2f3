import { Text, View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { Picture } from '@/components/Picture';
import { linkProps } from './linkProps';
import css from './FabBlock.module.scss';

/** Buttons that float over the page, above its bars. */
export function FabBlock({ items, side }: BlockOf<'fab'>['props']) {
  return (
    <View className={`${css.stack} ${side === 'left' ? css.left : ''}`}>
      {items.map(({ picture, text, link }, index) => (
        <View key={index} className={css.button} {...linkProps(link, text)}>
          <View className={css.picture}>
            <Picture src={picture.url} radius="full" isLazy={false} isBare />
          </View>
          <Text className={css.text}>{text}</Text>
        </View>
      ))}
    </View>
  );
}
