import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { NetworkBar } from '@/components/NetworkBar';
import { insets } from '@/lib/device';
import css from './Hero.module.scss';

/** The market's sign: the shop's name, which stays beside the host's capsule, then its children and the awning. */
export function Hero({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <>
      <View className={css.bar} style={{ paddingTop: `${insets().top}px` }}>
        <View className={css.sign}>
          <Text className={css.name}>{name}</Text>
          <Text className={css.motto}>好物天天上摊</Text>
        </View>
        <NetworkBar />
      </View>
      <View className={css.hero}>{children}</View>
      <View className={css.awning} />
    </>
  );
}
