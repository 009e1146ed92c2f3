import type { PropsWithChildren } from 'react';
import { NativeButton } from './NativeButton';

export interface PrivacyButtonProps {
  className: string;
  /** `buttonId` is what the host wants to see named in the answer. */
  onAgree(buttonId: string): void;
}

const ID = 'agree-privacy';

/** The only tap that WeChat and Douyin take for a yes to the privacy statement. */
export function NativePrivacyButton({ className, onAgree, children }: PropsWithChildren<PrivacyButtonProps>) {
  return (
    <NativeButton
      id={ID}
      className={className}
      label="同意"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={() => onAgree(ID)}
    >
      {children}
    </NativeButton>
  );
}
