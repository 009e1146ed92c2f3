import { Text } from '@tarojs/components';
import css from './StaffIcon.module.scss';

/** Drawings of the workbench alone, which weigh on its package and not on the shop's. */
export type StaffIconName =
  'scan' | 'users' | 'chart' | 'code' | 'share' | 'link' | 'save' | 'shop' | 'pencil' | 'chat';

/** A line icon in the colour of the text around it. */
export function StaffIcon({ name, size = 24 }: { name: StaffIconName; size?: 14 | 16 | 18 | 20 | 24 }) {
  return <Text className={`${css.icon} ${css[`size${size}`]} ${css[name]}`} />;
}
