import Taro from '@tarojs/taro';

const MARK = 'jd-in-sight';
const STYLE = `.taro_router > .taro_page.${MARK}{display:block!important}`;

/**
 * Taro hides the page behind a new one when the new one has slid in, and does so even when the shopper has gone back by
 * then: the page in sight went blank for good. What is in sight stays in sight.
 */
export function keepPageInSight(): void {
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.appendChild(style);
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    const path = (Taro.getCurrentPages().slice(-1)[0] as { path?: string } | undefined)?.path;
    document.querySelectorAll(`.${MARK}`).forEach((page) => page.classList.remove(MARK));
    if (path) document.getElementById(path)?.classList.add(MARK);
  });
}
