import { accountScreens } from './accountScreens';
import { addressScreens } from './addressScreens';
import { aftersaleScreens } from './aftersaleScreens';
import { blockScreens } from './blockScreens';
import { checkoutScreens } from './checkoutScreens';
import { couponScreens } from './couponScreens';
import { galleryScreens } from './galleryScreens';
import { layoutScreens } from './layoutScreens';
import { mallScreens } from './mallScreens';
import { marketScreens } from './marketScreens';
import { memberScreens } from './memberScreens';
import { orderScreens } from './orderScreens';
import { pointsScreens } from './pointsScreens';
import type { Screen } from './screen';
import { staffScreens } from './staffScreens';
import { themeScreens } from './themeScreens';

const light = [
  ...marketScreens,
  ...layoutScreens,
  ...mallScreens,
  ...checkoutScreens,
  ...orderScreens,
  ...aftersaleScreens,
  ...addressScreens,
  ...accountScreens,
  ...couponScreens,
  ...memberScreens,
  ...pointsScreens,
  ...staffScreens,
];

/** Every screenshot, in the order of the document. */
export const screens: readonly Screen[] = [...light, ...blockScreens, ...galleryScreens, ...themeScreens(light)];
