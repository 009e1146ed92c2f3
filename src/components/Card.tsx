import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import css from './Card.module.scss';

/** The second paper level: a rounded surface on the page's ground, in the page's gutter. */
export function Card({ children }: PropsWithChildren) {
  return <View className={css.card}>{children}</View>;
}
