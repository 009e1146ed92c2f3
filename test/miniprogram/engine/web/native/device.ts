import { NAV_HEIGHT, STATUS_HEIGHT, TAB_HEIGHT } from '../bars';
import type { Host } from './host';

/** Measurements that all vendors report under the same names, in CSS px. */
export function windowInfo(host: Host) {
  const { navigation } = host;
  const bar = navigation.top?.bar;
  const nav = bar?.custom ? 0 : NAV_HEIGHT;
  const tab = bar && navigation.bars.tabIndex(bar.path) >= 0 ? TAB_HEIGHT : 0;
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - nav - tab,
    statusBarHeight: STATUS_HEIGHT,
    safeArea: {
      left: 0,
      right: innerWidth,
      top: STATUS_HEIGHT,
      bottom: innerHeight,
      width: innerWidth,
      height: innerHeight - STATUS_HEIGHT,
    },
  };
}

export const menuButton = () => ({
  width: 87,
  height: 32,
  top: 24,
  bottom: 56,
  left: innerWidth - 94,
  right: innerWidth - 7,
});

export const updateManager = () => ({
  onCheckForUpdate: (callback: (result: { hasUpdate: boolean }) => void) => callback({ hasUpdate: false }),
  onUpdateReady: () => {},
  onUpdateFailed: () => {},
  applyUpdate: () => {},
});
