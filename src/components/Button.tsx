import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import css from './Button.module.scss';

interface ButtonProps {
  /** One `primary` per decision; `soft` beside it, `plain` for the quiet way out, `text` inside a sentence. */
  kind: 'primary' | 'soft' | 'plain' | 'text';
  size?: 'l' | 'm' | 's' | 'xs';
  isBlock?: boolean;
  isDisabled?: boolean;
  /** Shows a spinner and takes no tap. */
  isBusy?: boolean;
  onTap(): void;
  /** For screen readers, when the children are not words. */
  label?: string;
}

export function Button({ kind, size = 'm', isBlock, isDisabled, isBusy, onTap, label, children }: PropsWithChildren<ButtonProps>) {
  const isOff = Boolean(isDisabled || isBusy);
  const names = [css.button, css[kind], css[size], isBlock && css.block, isDisabled && css.off];
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
