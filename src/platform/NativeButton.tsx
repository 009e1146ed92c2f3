import type { PropsWithChildren } from 'react';
import { Button, type ButtonProps } from '@tarojs/components';
import css from './NativeButton.module.scss';

interface NativeButtonProps extends Pick<
  ButtonProps,
  | 'id'
  | 'scope'
  | 'showMessageCard'
  | 'sendMessageTitle'
  | 'sendMessagePath'
  | 'sendMessageImg'
  | 'onGetPhoneNumber'
  | 'onGetAuthorize'
  | 'onError'
  | 'onAgreePrivacyAuthorization'
> {
  className: string;
  label: string;
  /** Taro types those of some hosts only. */
  openType: NonNullable<ButtonProps['openType']> | 'im' | 'openWebcastRoom';
  /** Douyin: the account of its customer service, and of its broadcasts. */
  'data-im-id'?: string;
  'data-aweme-id'?: string;
  onOpenWebcastRoom?: (event: { detail: object }) => void;
}

/** A host's own button without its look: what it opens, nothing else can open. */
export function NativeButton({ className, label, openType, children, ...props }: PropsWithChildren<NativeButtonProps>) {
  return (
    <Button
      {...props}
      openType={openType as NonNullable<ButtonProps['openType']>}
      className={`${css.native} ${className}`}
      hoverClass="none"
      aria-label={label}
    >
      {children}
    </Button>
  );
}
