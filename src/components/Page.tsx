import type { PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { hasNativeNavBar } from '@/lib/device';
import { BottomBar } from './BottomBar';
import { NavBar } from './NavBar';
import { NetworkBar } from './NetworkBar';
import { PageGuard } from './PageGuard';
import { groundOf } from './ground';
import { themeClasses, useTheme, type Theme } from './theme';
import { useBars } from './useBars';
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
  /** In place of the shop's. */
  theme?: Theme | undefined;
  /** The colour that a layout gives the page, in place of the theme's paper. */
  ground?: unknown;
}

/** Every page's root: carries the theme's variables, the ground and the bars. */
export function Page({
  title,
  nav = 'title',
  isTab,
  bottomBar,
  isPadded,
  isFixed,
  theme: ownTheme,
  ground,
  children,
}: PropsWithChildren<PageProps>) {
  const shopTheme = useTheme((state) => state.theme);
  const theme = ownTheme ?? shopTheme;
  useBars(theme, { hasTabs: Boolean(isTab), hasTitleBar: nav === 'title' && hasNativeNavBar });
  const look = { ...theme.own, ...groundOf(ground) };
  const root = Object.keys(look).length > 0 ? { style: look } : {};
  if (isFixed) {
    const over = isTab && !hasNativeNavBar ? css.overTabs : '';
    return (
      <View className={`${themeClasses(theme)} ${css.page} ${css.fixed} ${over}`} {...root}>
        <NetworkBar />
        <PageGuard>{children}</PageGuard>
      </View>
    );
  }
  const hasNavBar = nav === 'title' && !hasNativeNavBar;
  return (
    <View className={`${themeClasses(theme)} ${css.page}`} {...root}>
      {hasNavBar && <NavBar title={title ?? ''} isTab={isTab} />}
      {nav !== 'own' && <NetworkBar isUnderBar={hasNavBar} />}
      <PageGuard>
        {isPadded ? <View className={css.padded}>{children}</View> : children}
        {bottomBar ? <BottomBar isTab={isTab}>{bottomBar}</BottomBar> : <View className={css.end} />}
      </PageGuard>
    </View>
  );
}
