import { Text, View } from '@tarojs/components';
import css from './Stats.module.scss';

/** Small figures side by side, each over its name. */
export function Stats({ items }: { items: readonly { name: string; value: string | number }[] }) {
  return (
    <View className={css.stats}>
      {items.map(({ name, value }) => (
        <View key={name} className={css.stat}>
          <Text className={css.value}>{value}</Text>
          <Text className={css.name}>{name}</Text>
        </View>
      ))}
    </View>
  );
}
