import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { insets } from '@/lib/device';
import css from './Hero.module.scss';

/** The market's sign: status bar, shop name beside the host's capsule, and the awning below its children. */
export function Hero({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <>
      <View className={css.hero} style={{ paddingTop: `${insets().top}px` }}>
        <View className={css.bar}>
          <Text className={css.name}>{name}</Text>
          <Text className={css.motto}>好物天天上摊</Text>
        </View>
        {children}
      </View>
      <View className={css.awning} />
    </>
  );
}
