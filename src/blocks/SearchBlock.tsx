import { Text, View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { Icon } from '@/components/Icon';
import { to } from '@/lib/routes';
import css from './SearchBlock.module.scss';

/** Looks like a search box and leads to the real one. */
export function SearchBlock({ placeholder }: BlockOf<'search'>['props']) {
  return (
    <View className={css.frame}>
      <View className={css.box} role="search" aria-label="搜索商品" onClick={() => void to.search()}>
        <Icon name="search" size={18} />
        <Text className={css.words}>{placeholder}</Text>
      </View>
    </View>
  );
}
