import type { PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { hasNativeNavBar } from '@/lib/device';
import { BottomBar } from './BottomBar';
import { NavBar } from './NavBar';
import { NetworkBar } from './NetworkBar';
import { PageGuard } from './PageGuard';
import { useTheme } from './theme';
import css from './Page.module.scss';

interface PageProps {
  title?: string;
  /**
   * `title` draws a bar where the host has none; `none` draws no bar; with `own` the page's own top sticks and holds
   * the NetworkBar.
   */
  nav?: 'title' | 'none' | 'own';
  /** A tab has nothing to go back to. */
  isTab?: boolean;
  bottomBar?: ReactNode;
  isPadded?: boolean;
  /** Exactly as high as the window, for a page whose parts scroll by themselves. */
  isFixed?: boolean;
}

/** Every page's root: carries the theme's variables, the ground and the bars. */
export function Page({
  title,
  nav = 'title',
  isTab,
  bottomBar,
  isPadded,
  isFixed,
  children,
}: PropsWithChildren<PageProps>) {
  const theme = useTheme((state) => state.theme);
  if (isFixed) {
    const over = isTab && !hasNativeNavBar ? css.overTabs : '';
    return (
      <View className={`theme theme-${theme} ${css.page} ${css.fixed} ${over}`}>
        <NetworkBar />
        <PageGuard>{children}</PageGuard>
      </View>
    );
  }
  const hasNavBar = nav === 'title' && !hasNativeNavBar;
  return (
    <View className={`theme theme-${theme} ${css.page}`}>
      {hasNavBar && <NavBar title={title ?? ''} isTab={isTab} />}
      {nav !== 'own' && <NetworkBar isUnderBar={hasNavBar} />}
      <PageGuard>
        {isPadded ? <View className={css.padded}>{children}</View> : children}
        {bottomBar ? <BottomBar isTab={isTab}>{bottomBar}</BottomBar> : <View className={css.end} />}
      </PageGuard>
    </View>
  );
}
