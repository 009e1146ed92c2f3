import Taro from '@tarojs/taro';
import { tabStyle } from './barColour';
import { createH5 } from './h5';
import { keepPageInSight } from './pageInSight';

if (typeof document !== 'undefined') keepPageInSight();

export const platform = createH5({
  paintTabs: (selected) => void Taro.setTabBarStyle(tabStyle(selected)).catch(() => undefined),
});
