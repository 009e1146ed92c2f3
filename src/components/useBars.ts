import { useEffect, useRef } from 'react';
import { useDidShow } from '@tarojs/taro';
import { paintTabs, paintTitleBar } from '@/lib/bars';
import { isDark } from '@jishi/contract/plain/colours';
import { PLAIN_THEME, type Theme } from './theme';

/** Gives the bars around a page the theme's colours, where the host lets it. A plain page is left as it was built. */
export function useBars({ tab, paper }: Theme, { hasTabs, hasTitleBar }: { hasTabs: boolean; hasTitleBar: boolean }) {
  const isPainted = useRef(false);
  const paint = () => {
    if (hasTabs) paintTabs(tab);
    if (!hasTitleBar || (paper === PLAIN_THEME.paper && !isPainted.current)) return;
    isPainted.current = true;
    paintTitleBar(paper, isDark(paper));
  };
  useDidShow(paint);
  useEffect(paint, [tab, paper, hasTabs, hasTitleBar]);
}
