import { Text, View } from '@tarojs/components';
import type { Product } from './chooseSku';
import css from './Facts.module.scss';

/** The table of facts. */
export function Facts({ facts }: Pick<Product, 'facts'>) {
  if (facts.length === 0) return null;
  return (
    <View className={css.facts}>
      {facts.map(({ name, value }) => (
        <View key={name} className={css.fact}>
          <Text className={css.name}>{name}</Text>
          <Text className={css.value} userSelect>
            {value}
          </Text>
        </View>
      ))}
    </View>
  );
}
