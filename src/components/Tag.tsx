import type { PropsWithChildren } from 'react';
import { Text } from '@tarojs/components';
import css from './Tag.module.scss';

export type TagTone = 'primary' | 'neutral' | 'member' | 'success' | 'warn' | 'error' | 'line';

/** A short word on a tinted ground. */
export function Tag({ tone = 'neutral', children }: PropsWithChildren<{ tone?: TagTone }>) {
  return <Text className={`${css.tag} ${css[tone]}`}>{children}</Text>;
}
