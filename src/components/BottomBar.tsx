import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { hasNativeNavBar } from '@/lib/device';
import css from './BottomBar.module.scss';

/** A bar that stays at the bottom, and the room it takes at the end of the page. */
export function BottomBar({ isTab, children }: PropsWithChildren<{ isTab?: boolean }>) {
  return (
    <>
      <View className={css.room} />
      <View className={isTab && !hasNativeNavBar ? `${css.bar} ${css.overTabs}` : css.bar}>
        <View className={css.row}>{children}</View>
      </View>
    </>
  );
}
