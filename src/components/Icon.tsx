import { Text } from '@tarojs/components';
import css from './Icon.module.scss';

/** Every name has a drawing in Icon.module.scss; a test compares the two lists. */
export const ICONS = [
  'home',
  'search',
  'plus',
  'minus',
  'close',
  'left',
  'right',
  'check',
  'photo',
  'basket',
  'trash',
  'pin',
  'receipt',
  'truck',
  'wallet',
  'carton',
  'heart',
  'history',
  'bell',
] as const;
export type IconName = (typeof ICONS)[number];
export type IconSize = 12 | 14 | 16 | 18 | 20 | 22 | 24 | 28;

/** A line icon in the colour of the text around it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: IconSize }) {
  return <Text className={`${css.icon} ${css[`size${size}`]} ${css[name]}`} />;
}
