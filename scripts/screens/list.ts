import { accountScreens } from './accountScreens';
import { addressScreens } from './addressScreens';
import { checkoutScreens } from './checkoutScreens';
import { galleryScreens } from './galleryScreens';
import { mallScreens } from './mallScreens';
import { marketScreens } from './marketScreens';
import { orderScreens } from './orderScreens';
import type { Screen } from './screen';
import { themeScreens } from './themeScreens';

const light = [
  ...marketScreens,
  ...mallScreens,
  ...checkoutScreens,
  ...orderScreens,
  ...addressScreens,
  ...accountScreens,
];

/** Every screenshot, in the order of the document. */
export const screens: readonly Screen[] = [...light, ...galleryScreens, ...themeScreens(light)];
