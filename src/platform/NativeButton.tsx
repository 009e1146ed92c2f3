import type { PropsWithChildren } from 'react';
import { Button, type ButtonProps } from '@tarojs/components';
import css from './NativeButton.module.scss';

interface NativeButtonProps extends Pick<
  ButtonProps,
  'openType' | 'showMessageCard' | 'sendMessageTitle' | 'sendMessagePath' | 'sendMessageImg'
> {
  className: string;
  label: string;
  /** Douyin's customer service account. */
  'data-im-id'?: string;
}

/** A host's own button without its look: what it opens, nothing else can open. */
export function NativeButton({ className, label, children, ...props }: PropsWithChildren<NativeButtonProps>) {
  return (
    <Button {...props} className={`${css.native} ${className}`} hoverClass="none" aria-label={label}>
      {children}
    </Button>
  );
}
