import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import css from './Button.module.scss';

interface ButtonProps {
  /** One `primary` per decision; `soft` beside it, `plain` for the quiet way out, `text` inside a sentence. */
  kind: 'primary' | 'soft' | 'plain' | 'text';
  size?: 'l' | 'm' | 's' | 'xs';
  isBlock?: boolean;
  /** One half of a split button: round at this end only. */
  half?: 'left' | 'right';
  isDisabled?: boolean;
  /** Shows a spinner and takes no tap. */
  isBusy?: boolean;
  onTap(): void;
  /** For screen readers, when the children are not words. */
  label?: string;
}

export function Button(props: PropsWithChildren<ButtonProps>) {
  const { kind, size = 'm', isBlock, half, isDisabled, isBusy, onTap, label, children } = props;
  const isOff = Boolean(isDisabled || isBusy);
  const names = [css.button, css[kind], css[size], isBlock && css.block, half && css[half], isDisabled && css.off];
  return (
    <View
      className={names.filter(Boolean).join(' ')}
      hoverClass={isOff ? 'none' : css.press}
      role="button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onTap();
      }}
    >
      {isBusy && <View className={css.spin} />}
      {children}
    </View>
  );
}
