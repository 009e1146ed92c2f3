import type { PropsWithChildren, ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import css from './Cell.module.scss';

interface CellProps {
  label: ReactNode;
  value?: ReactNode;
  /** A second, quieter line under the label. */
  hint?: ReactNode;
  /** With it the row shows an arrow. */
  onTap?(): void;
}

/** One row of a card; rows after the first draw a line above themselves. */
export function Cell({ label, value, hint, onTap, children }: PropsWithChildren<CellProps>) {
  return (
    <View
      className={onTap ? `${css.cell} ${css.tappable}` : css.cell}
      role={onTap ? 'button' : undefined}
      onClick={onTap}
    >
      <View className={css.label}>
        {label}
        {hint && <View className={css.hint}>{hint}</View>}
      </View>
      {children ? <View className={css.content}>{children}</View> : <Text className={css.value}>{value}</Text>}
      {onTap && (
        <View className={css.arrow}>
          <Icon name="right" size={16} />
        </View>
      )}
    </View>
  );
}
